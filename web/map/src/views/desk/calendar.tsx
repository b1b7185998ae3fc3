import { state } from '../../address';
import { When } from '../../parts/evidence';
import { Answered } from '../../parts/states';
import { deskCodes } from '../../words/desk';
import { LeftOut } from './agenda';
import { type Agenda, useAgenda } from './asked';
import { monthOf } from './days';
import { Feeds } from './feeds';
import { Between } from './parts';
import { texts } from './words';

/** Talks and decisions by month, and the way to have them in one's own calendar. */
export function Calendar() {
  const said = texts.value;
  const asked = useAgenda();
  return (
    <>
      <section class="panel" aria-labelledby="months">
        <h2 id="months">{said.months}</h2>
        <Answered asked={asked}>
          {(agenda) => {
            const entries = entriesOf(agenda, state.value.topic);
            const month = agenda.today.slice(0, 7);
            const before = entries.filter((entry) => entry.day.slice(0, 7) < month).reverse();
            if (entries.length === 0) return <p>{said.calendarEmpty}</p>;
            return (
              <>
                <Months of={entries.filter((entry) => entry.day.slice(0, 7) >= month)} />
                {before.length > 0 && (
                  <details>
                    <summary>{said.earlier}</summary>
                    <Months of={before} />
                  </details>
                )}
                <LeftOut of={asked.talks} />
              </>
            );
          }}
        </Answered>
      </section>
      <Feeds />
    </>
  );
}

type Entry = ReturnType<typeof entriesOf>[number];

/** What stands on a day: decisions and talks that are to come, and talks that were held. */
function entriesOf({ items, held: talks }: Agenda, topic: string | null) {
  const coming = items.filter((item) => item.kind === 'stage' || item.kind === 'talk' || item.kind === 'unheld');
  const held = talks.flatMap((talk) => {
    const day = /\d{4}-\d{2}-\d{2}/.exec(talk.date)?.[0];
    return day === undefined || (topic !== null && talk.topic?.slug !== topic) ? [] : [{ kind: 'held' as const, key: talk.id, day, of: talk }];
  });
  return [...held, ...coming].sort((one, other) => one.day.localeCompare(other.day));
}

function Months({ of }: { of: readonly Entry[] }) {
  const months = new Map<string, Entry[]>();
  for (const entry of of) {
    const month = `${entry.day.slice(0, 7)}-01`;
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return (
    <>
      {[...months].map(([month, entries]) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <h3 id={`month-${month}`}>{monthOf(month)}</h3>
          <ol class="plain agenda">
            {entries.map((entry) => (
              <Row key={entry.key} of={entry} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Row({ of }: { of: Entry }) {
  const said = texts.value;
  const codes = deskCodes.value;
  if (of.kind === 'stage') {
    return (
      <li>
        <strong class="when">
          <When date={of.date} />
        </strong>
        <span class="tag stage">{said.kinds.stage}</span>
        <div>
          {codes.stage[of.stage]}: <bdi>{of.of.title}</bdi>
        </div>
      </li>
    );
  }
  return (
    <li>
      <strong class="when">
        <When date={of.of.date} />
      </strong>
      <span class={`tag ${of.of.status}`}>{codes.status[of.of.status]}</span>
      <div>
        {codes.channel[of.of.channel]}: <Between of={of.of} />
        {of.of.topic !== null && (
          <div class="soft">
            <bdi>{of.of.topic.title}</bdi>
          </div>
        )}
      </div>
    </li>
  );
}
