import { useRef } from 'preact/hooks';
import { type DeskTalkFragment, DeskHoldContactDocument } from '../../generated/graphql';
import { NotAnswered } from '../../parts/not-answered';
import { Resumed } from '../../parts/resumed';
import { partialDate } from '../../words/format';
import { Field, PositionField, Refused, refusedAt } from './field';
import { useKept } from './kept';
import { talkWith } from './ways';
import { texts } from './words';
import { useWriting } from './writing';

const EMPTY = { outcome: '', position: '' };

/** Says of a talk that was planned that it was held, and what came of it. */
export function Held({ of, tell }: { of: DeskTalkFragment; tell: (what: string) => void }) {
  const said = texts.value;
  const { typed, type, resumed, begin, recorded } = useKept(`held ${of.id}`, EMPTY, ({ outcome, position }) => outcome !== '' || position !== '');
  const { outcome, position } = typed;
  const set = (changed: Partial<typeof EMPTY>) => type((was) => ({ ...was, ...changed }));
  const { send, waiting, refusals, failure } = useWriting(DeskHoldContactDocument, (data) => data.holdContact);
  const form = useRef<HTMLFormElement>(null);
  const about = `${talkWith(of)}, ${partialDate(of.date)}`;
  const submit = async (event: Event) => {
    event.preventDefault();
    const came = await send({
      input: { id: of.id, ...(outcome !== '' && { outcome }), ...(position !== '' && { position: Number(position) }) },
    });
    if (came !== 'recorded') return;
    recorded();
    tell(said.saved);
  };
  const anew = () => {
    begin(EMPTY);
    form.current?.querySelector('textarea')?.focus();
  };
  return (
    <form class="form record" ref={form} onSubmit={(event) => void submit(event)}>
      {resumed && <Resumed anew={anew} />}
      <Field label={said.fields.outcome} about={about} wrong={refusedAt(refusals, 'outcome')}>
        {(at) => <textarea {...at} rows={2} value={outcome} onInput={(event) => set({ outcome: event.currentTarget.value })} />}
      </Field>
      <PositionField about={about} value={position} set={(position) => set({ position })} wrong={refusedAt(refusals, 'position')} />
      <Refused of={refusals.filter(({ path }) => path[0] !== 'outcome' && path[0] !== 'position')} />
      {failure !== null && <NotAnswered failure={failure} />}
      <div class="actions">
        <button aria-label={`${said.held}: ${about}`} aria-disabled={waiting}>
          {said.held}
        </button>
      </div>
    </form>
  );
}
