import { useState } from 'preact/hooks';
import { viewArguments } from '../../address';
import { usePages } from '../../api/pages';
import { type BodySeatsQuery, BodySeatsDocument } from '../../generated/graphql';
import { Period, Sources } from '../../parts/evidence';
import { Organisation } from '../../parts/named';
import { PagedTable } from '../../parts/paged-table';
import { codes, words } from '../../words';
import { number } from '../../words/format';
import { texts } from './words';

type AnsweredSeat = NonNullable<BodySeatsQuery['network']['body']>['seats']['nodes'][number];

/** Of so many organisations a seat names each; of more it tells how many, and lists them when asked. */
const NAMED = 3;

/** Who sits in a body, for whom, since when and on whose word. */
export function Seats({ slug }: { slug: string }) {
  const said = texts.value;
  const [includeEnded, setIncludeEnded] = useState(false);
  const pages = usePages(BodySeatsDocument, { slug, includeEnded, ...viewArguments.value }, (data) => data.network.body?.seats ?? null);
  const total = pages.totalCount;
  return (
    <div class="seats">
      <h3 id="seats">
        {said.who} {total !== null && <span class="count">({number(total)})</span>}
      </h3>
      <label class="inline">
        <input type="checkbox" checked={includeEnded} onChange={(event) => setIncludeEnded(event.currentTarget.checked)} />
        {said.includeEnded}
      </label>
      <PagedTable
        of={pages}
        none={said.noSeatsHelp}
        name={{ 'aria-labelledby': 'seats' }}
        heads={[said.holder, said.role, said.behalf, said.period, words.value.evidence.source, words.value.evidence.confidence]}
        row={(seat) => <Row key={seat.id} of={seat} />}
      />
    </div>
  );
}

function Row({ of }: { of: AnsweredSeat }) {
  const said = texts.value;
  return (
    <tr class={of.ended ? 'ended' : undefined}>
      <th scope="row">{of.holder === null ? <span class="soft">{said.unnamed}</span> : <bdi>{of.holder.name}</bdi>}</th>
      <td>{codes.value.role[of.role]}</td>
      <td>
        <Behalf of={of} />
      </td>
      <td>
        <Period since={of.since} until={of.until} ended={of.ended} />
      </td>
      <td>
        <Sources of={of.sources} />
      </td>
      <td>{codes.value.confidence[of.confidence]}</td>
    </tr>
  );
}

/** For whom somebody sits there: a group, or organisations by name. */
function Behalf({ of }: { of: AnsweredSeat }) {
  const said = texts.value;
  const many = of.organisations.length > NAMED;
  const names = (
    <ul class="plain">
      {of.organisations.map((organisation) => (
        <li key={organisation.slug}>
          <Organisation of={organisation} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {of.onBehalfOfGroup !== null && <bdi>{of.onBehalfOfGroup.name}</bdi>}
      {many || of.onBehalfOfGroup !== null ? (
        <details>
          <summary>{said.members(of.organisations.length)}</summary>
          {names}
        </details>
      ) : (
        names
      )}
      {of.suppliedBy !== null && (
        <div class="soft small">
          {said.supplied} <Organisation of={of.suppliedBy} />
        </div>
      )}
    </>
  );
}
