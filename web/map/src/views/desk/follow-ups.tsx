import { state } from '../../address';
import { DeskCompleteFollowUpDocument } from '../../generated/graphql';
import { When } from '../../parts/evidence';
import { NotAnswered } from '../../parts/not-answered';
import { Answered } from '../../parts/states';
import { number } from '../../words/format';
import { LeftOut } from './agenda';
import type { Item } from './agenda-items';
import { useAgenda } from './asked';
import { away, daysBetween } from './days';
import { useMayChange } from './may-change';
import { Between, People, Talk } from './parts';
import { Refused } from './field';
import { Held } from './held';
import { Record } from './record';
import { Aimed } from './aimed';
import { Told, useTold } from './told';
import { TalkWays, Ways } from './ways';
import { texts } from './words';
import { useWriting } from './writing';

type Action = Extract<Item, { kind: 'action' }>;

/** What was promised and is not done, talks that were planned and are over, and the form for a talk that was held. */
export function FollowUps() {
  const said = texts.value;
  const asked = useAgenda();
  const mayChange = useMayChange();
  const form = (
    <section class="panel" aria-labelledby="log">
      <h2 id="log">{said.log}</h2>
      <Record key={state.value.target ?? ''} />
    </section>
  );
  const [told, tell] = useTold();
  // Who comes from a target wants the form.
  const formFirst = state.value.target !== null;
  return (
    <>
      {formFirst && form}
      <Answered asked={asked}>
        {({ items, today }) => {
          const actions = items.filter((item) => item.kind === 'action');
          const over = items.filter((item) => item.kind === 'unheld');
          return (
            <>
              {over.length > 0 && (
                <section class="panel" aria-labelledby="unheld">
                  <h2 id="unheld">
                    {said.unheldTalks} <span class="count">({number(over.length)})</span>
                  </h2>
                  <ul class="plain standings">
                    {over.map((item) => (
                      <Aimed key={item.key} at={item.key}>
                        <Talk of={item.of}>
                          {mayChange(item.of.holder) && <Held of={item.of} tell={tell} />}
                          <TalkWays of={item.of} />
                        </Talk>
                      </Aimed>
                    ))}
                  </ul>
                </section>
              )}
              <section class="panel" aria-labelledby="actions">
                <h2 id="actions">
                  {said.actions} <span class="count">({number(actions.length)})</span>
                </h2>
                <Told of={told} />
                {actions.length === 0 && <p>{said.actionsNone}</p>}
                <ol class="plain standings">
                  {actions.map((item) => (
                    <Promised key={item.key} of={item} today={today} tell={tell} />
                  ))}
                </ol>
                <LeftOut of={asked.talks} />
              </section>
            </>
          );
        }}
      </Answered>
      {!formFirst && form}
    </>
  );
}

function Promised({ of, today, tell }: { of: Action; today: string; tell: (what: string) => void }) {
  const said = texts.value;
  const { send, waiting, refusals, failure } = useWriting(DeskCompleteFollowUpDocument, (data) => data.completeFollowUp);
  const days = daysBetween(today, of.day);
  const ours = useMayChange()(of.of.holder);
  return (
    <Aimed at={of.key} class="promised">
      <div class="standing-head">
        <strong>
          <bdi>{of.of.text}</bdi>
        </strong>
        <span>
          <When date={of.of.due} />
        </span>
        <span class={days < 0 ? 'late' : 'soft'}>{days < 0 ? said.overdue(-days) : away(today, of.day)}</span>
        <span>
          <People of={of.of.owner === null ? [] : [of.of.owner]} />
        </span>
      </div>
      <div class="soft small">
        {said.after} <When date={of.talk.date} />: <Between of={of.talk} />
      </div>
      <Ways about={of.of.text} theirs={ours ? null : of.of.holder} of={ours ? [{ verb: 'correctFollowUp', of: of.of.id, said: said.ways.change }] : []} />
      {ours && (
        <div class="done">
          <button
            type="button"
            aria-label={`${said.markDone}: ${of.of.text}`}
            aria-disabled={waiting}
            onClick={() => void send({ id: of.of.id }).then((came) => came === 'recorded' && tell(said.doneNow(of.of.text)))}
          >
            {said.markDone}
          </button>
        </div>
      )}
      <Refused of={refusals} />
      {failure !== null && <NotAnswered failure={failure} />}
    </Aimed>
  );
}
