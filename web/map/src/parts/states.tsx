import type { ComponentChildren } from 'preact';
import { linkHere, linkTo, state } from '../address';
import type { Asked } from '../api/answer';
import { type Failure, wantsSignIn } from '../api/failure';
import { words } from '../words';
import { moment } from '../words/format';
import { asking } from './signing-in';
import { useTitle } from './title';

export function Loading() {
  return (
    <div class="state" role="status">
      <span class="waits" aria-hidden="true" />
      <span>{words.value.states.loading}</span>
    </div>
  );
}

/** Nothing to show, with what one can do. */
export function Empty({ title, help, children }: { title: ComponentChildren; help?: string; children?: ComponentChildren }) {
  return (
    <div class="state" role="status">
      {typeof title === 'string' ? <strong>{title}</strong> : title}
      {help !== undefined && <span>{help}</span>}
      {children !== undefined && <div class="actions">{children}</div>}
    </div>
  );
}

/** A failure in words, with what to do. */
export function Failed({ failure, again }: { failure: Failure; again?: () => void }) {
  const said = words.value.states;
  if (wantsSignIn(failure)) return <SignInFirst />;
  const begin = beginOf(failure);
  if (begin !== null) return <BeforeBegin begin={begin} />;
  const [title, help, code] = told(failure);
  return (
    <div class="failed" role="alert">
      <strong>{title}</strong>
      {help !== '' && <span>{help}</span>}
      {code !== undefined && <small class="soft">{said.code(code)}</small>}
      {again !== undefined && (
        <button type="button" onClick={again}>
          {said.again}
        </button>
      )}
    </div>
  );
}

/** What only who signed in may see, and where they do. */
export function SignInFirst() {
  const said = words.value.sign;
  return (
    <Empty title={said.wanted}>
      <button type="button" class="primary" onClick={() => (asking.value = true)}>
        {said.in}
      </button>
    </Empty>
  );
}

/** In words, what to do, and for support the code. */
function told(failure: Failure): [title: string, help: string, code?: string | undefined] {
  const said = words.value.states;
  switch (failure.kind) {
    case 'unreachable': return [said.unreachable, said.unreachableHelp];
    // What an argument is called in the schema says nothing to who never saw it.
    case 'refused': return [said.refused, failure.message.replace(/^[a-z]+[\w.]*: /i, ''), failure.code || undefined];
    case 'internal': return [said.internal, said.internalHelp(failure.incident)];
    case 'unreadable': return [said.unreadable(failure.status), said.unreachableHelp];
  }
}

/** When the network began to be recorded, if what was asked for was known before that. */
function beginOf(failure: Failure): string | null {
  if (failure.kind !== 'refused' || state.value.known === null || !failure.message.startsWith('knownAt:')) return null;
  return /\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/.exec(failure.message)?.[0] ?? null;
}

function BeforeBegin({ begin }: { begin: string }) {
  const said = words.value;
  return (
    <div class="failed" role="alert">
      <strong>{said.states.beforeBegin(moment(begin))}</strong>
      <div class="actions">
        <a class="button" href={linkHere({ known: begin })}>
          {said.states.toBegin}
        </a>
        <a class="button" href={linkHere({ known: null })}>
          {said.day.knownNow}
        </a>
      </div>
    </div>
  );
}

/** What an address points at is not there, or not on this day. */
export function NotFound() {
  const said = words.value.states;
  useTitle(said.notFound.replace(/\.$/, ''));
  return (
    <Empty title={<h1>{said.notFound}</h1>} help={said.notFoundHelp}>
      {state.value.day !== null && (
        <a class="button" href={linkHere({ day: null })}>
          {said.today}
        </a>
      )}
      <a class="button primary" href={linkTo({ name: 'network' })}>
        {said.toMap}
      </a>
    </Empty>
  );
}

interface Answering<Data> {
  asked: Asked<Data>;
  /** Where all of a page waits for the answer: what it is called as long as it is not there. */
  title?: string;
  children: (data: Data) => ComponentChildren;
}

/** What stands where an answer will be: waiting, why there is none, or the answer with what failed of it. */
export function Answered<Data>({ asked, title, children }: Answering<Data>) {
  const { data, failure, loading, again } = asked;
  if (data === null) {
    return (
      <>
        {title !== undefined && <h1 class="hidden-visually">{title}</h1>}
        {failure !== null && !loading ? <Failed failure={failure} again={again} /> : <Loading />}
      </>
    );
  }
  return (
    <>
      {failure !== null && <Failed failure={failure} again={again} />}
      {children(data)}
    </>
  );
}
