import { useRef, useState } from 'preact/hooks';
import { change as changeAddress, state } from '../../address';
import { useFrame } from '../../parts/frame';
import { type Picked, Pick } from '../../parts/pick';
import { CommitmentOf } from './commitment';
import { type Draft, EMPTY, type Field, drafted, wrongIn } from './draft';
import { Chosen, type FieldsProps } from './fields';
import { PledgeFields } from './pledge';
import { type ChangeKind, MOST, written } from './scenario';
import { texts } from './words';

const KINDS: readonly ChangeKind[] = ['leaves', 'pledges', 'joins', 'ratifies', 'withdraws', 'drops', 'adopts', 'funded'];

/** One change more. It is tried when the form is sent; before that nothing of it stands in the address. */
export function Add() {
  const said = texts.value;
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [told, setTold] = useState<Partial<Record<Field, string>>>({});
  const [added, setAdded] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const { assume } = state.value;
  const set = (changed: Partial<Draft>) => {
    setDraft((was) => ({ ...was, ...changed }));
    setTold({});
  };
  const fields: FieldsProps = { draft, set, wrong: (field) => told[field] ?? '' };

  const submit = (event: Event) => {
    event.preventDefault();
    const wrong = wrongIn(draft);
    const one = drafted(draft);
    const text = one === null ? null : written(one);
    if (text !== null && assume.includes(text)) wrong.kind = said.wrong.twice;
    setTold(wrong);
    if (text === null || Object.keys(wrong).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    changeAddress({ assume: [...assume, text] });
    setDraft({ ...EMPTY, kind: draft.kind, line: draft.line });
    setAdded((count) => count + 1);
  };

  if (assume.length >= MOST) return <p class="help">{said.full}</p>;
  return (
    <form ref={form} class="form add" onSubmit={submit} noValidate aria-label={said.add}>
      <div class="fields">
        <Chosen
          id="change-kind" label={said.kind} value={draft.kind} wrong={fields.wrong('kind')} set={(kind) => set({ kind: kind as ChangeKind })}
          options={KINDS.map((kind) => [kind, said.kinds[kind]])}
        />
        <Fields key={added} {...fields} />
        <button type="submit" class="primary">
          {said.tryIt}
        </button>
      </div>
      <span class="hidden-visually" role="status">
        {added > 0 ? said.added : ''}
      </span>
    </form>
  );
}

/** What a kind of change wants to know. */
function Fields(props: FieldsProps) {
  const said = texts.value;
  const { draft, set, wrong } = props;
  const who = (
    <Pick label={said.who} types={['ORGANISATION']} picked={draft.who} pick={(one: Picked | null) => set({ who: one, commitment: '' })} wrong={wrong('who')} />
  );
  switch (draft.kind) {
    case 'funded': return null;
    case 'leaves':
    case 'joins': return who;
    case 'adopts':
      return (
        <>
          <Pick label={said.body} types={['BODY']} picked={draft.body} pick={(body) => set({ body })} wrong={wrong('body')} />
          <LineField {...props} />
        </>
      );
    case 'pledges':
      return (
        <>
          {who}
          <LineField {...props} />
          <PledgeFields {...props} />
        </>
      );
    default:
      return (
        <>
          {who}
          {draft.who !== null && <CommitmentOf key={draft.who.slug} {...props} slug={draft.who.slug} />}
        </>
      );
  }
}

function LineField({ draft, set, wrong }: FieldsProps) {
  const said = texts.value;
  const lines = useFrame().data?.network.programmeLines.filter(({ kind }) => kind === 'CONTENT') ?? [];
  return (
    <Chosen
      id="change-line" label={said.line} value={draft.line} wrong={wrong('line')} set={(line) => set({ line })}
      options={[['', said.choose], ...lines.map(({ slug, name }): [string, string] => [slug, name])]}
    />
  );
}
