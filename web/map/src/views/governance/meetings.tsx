import { When } from '../../parts/evidence';
import { partialDate } from '../../words/format';
import type { ChosenBody } from './selected';
import { texts } from './words';

/** When a body meets and met. */
export function Meetings({ of }: { of: ChosenBody }) {
  const said = texts.value;
  return (
    <>
      <h3>{said.meetings}</h3>
      {of.next.totalCount + of.last.totalCount === 0 && <p class="soft">{said.noMeetings}</p>}
      <Some title={said.next} of={of.next.nodes} />
      <Some title={said.last} of={[...of.last.nodes].reverse()} />
    </>
  );
}

function Some({ title, of }: { title: string; of: ChosenBody['next']['nodes'] }) {
  if (of.length === 0) return null;
  return (
    <>
      <h4 class="small soft">{title}</h4>
      <ul class="plain">
        {of.map((meeting) => (
          <li key={meeting.id}>
            <When date={meeting.date} />
            {meeting.name !== null && (
              <>
                {' · '}
                <bdi>{meeting.name}</bdi>
              </>
            )}
            {meeting.papersSent !== null && <span class="soft small"> ({texts.value.papers(partialDate(meeting.papersSent))})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
