import type { ComponentChildren } from 'preact';
import { linkHere, linkTo, state } from '../address';
import type { Asked } from '../api/answer';
import { type Failure, wantsSignIn } from '../api/failure';
import { words } from '../words';
import { asking } from './signing-in';

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
  const [title, help] = told(failure);
  return (
    <div class="failed" role="alert">
      <strong>{title}</strong>
      {help !== '' && <span>{help}</span>}
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

function told(failure: Failure): [string, string] {
  const said = words.value.states;
  switch (failure.kind) {
    case 'unreachable': return [said.unreachable, said.unreachableHelp];
    case 'refused': return [said.refused, failure.code === '' ? failure.message : `${failure.message} (${failure.code})`];
    case 'internal': return [said.internal, said.internalHelp(failure.incident)];
    case 'unreadable': return [said.unreadable(failure.status), said.unreachableHelp];
  }
}

/** What an address points at is not there, or not on this day. */
export function NotFound() {
  const said = words.value.states;
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

/** What stands where an answer will be: waiting, why there is none, or the answer with what failed of it. */
export function Answered<Data>({ asked, children }: { asked: Asked<Data>; children: (data: Data) => ComponentChildren }) {
  const { data, failure, loading, again } = asked;
  if (data === null) return failure !== null && !loading ? <Failed failure={failure} again={again} /> : <Loading />;
  return (
    <>
      {failure !== null && <Failed failure={failure} again={again} />}
      {children(data)}
    </>
  );
}
