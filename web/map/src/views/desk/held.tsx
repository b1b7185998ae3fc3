import { useState } from 'preact/hooks';
import { type DeskTalkFragment, DeskHoldContactDocument } from '../../generated/graphql';
import { NotAnswered } from '../../parts/not-answered';
import { Field, PositionField, Refused, refusedAt } from './field';
import { texts } from './words';
import { useWriting } from './writing';

/** Says of a talk that was planned that it was held, and what came of it. */
export function Held({ of, tell }: { of: DeskTalkFragment; tell: (what: string) => void }) {
  const said = texts.value;
  const [outcome, setOutcome] = useState('');
  const [position, setPosition] = useState('');
  const { send, waiting, refusals, failure } = useWriting(DeskHoldContactDocument, (data) => data.holdContact);
  const submit = async (event: Event) => {
    event.preventDefault();
    const done = await send({
      input: { id: of.id, ...(outcome !== '' && { outcome }), ...(position !== '' && { position: Number(position) }) },
    });
    if (done) tell(said.saved);
  };
  return (
    <form class="form record" onSubmit={(event) => void submit(event)}>
      <Field label={said.fields.outcome} wrong={refusedAt(refusals, 'outcome')}>
        {(at) => <textarea {...at} rows={2} value={outcome} onInput={(event) => setOutcome(event.currentTarget.value)} />}
      </Field>
      <PositionField value={position} set={setPosition} wrong={refusedAt(refusals, 'position')} />
      <Refused of={refusals.filter(({ path }) => path[0] !== 'outcome' && path[0] !== 'position')} />
      {failure !== null && <NotAnswered failure={failure} />}
      <div class="actions">
        <button aria-disabled={waiting}>{said.held}</button>
      </div>
    </form>
  );
}
