import { useState } from 'preact/hooks';
import { viewArguments } from '../../address';
import { usePages } from '../../api/pages';
import { type CoalitionTier, CoalitionStandingsDocument } from '../../generated/graphql';
import { More } from '../../parts/more';
import { Organisation } from '../../parts/named';
import { Standing } from '../../parts/standing';
import { Failed, Loading } from '../../parts/states';
import { codes, words } from '../../words';
import { number } from '../../words/format';
import { texts } from './words';

/** Who stands in one tier, 25 at a time. Who stands outside is many and matters least, so they wait behind their number. */
export function Tier({ tier, line }: { tier: CoalitionTier; line: string }) {
  const said = texts.value;
  const [open, setOpen] = useState(tier !== 'OUTSIDE');
  const pages = usePages(
    CoalitionStandingsDocument,
    { line, tier, ...viewArguments.value },
    (data) => data.network.programmeLine?.coalition.standings ?? null,
  );
  const total = pages.totalCount;
  return (
    <section aria-labelledby={`tier-${tier}`}>
      <h3 id={`tier-${tier}`}>
        {codes.value.tier[tier]} {total !== null && <span class="count">({number(total)})</span>}
      </h3>
      <p class="help">{codes.value.tierHelp[tier]}</p>
      {pages.failure !== null && <Failed failure={pages.failure} again={pages.again} />}
      {total === null && pages.failure === null && <Loading />}
      {total === 0 && <p class="soft">{said.noneInTier}</p>}
      {!open && total !== null && total > 0 && (
        <button type="button" onClick={() => setOpen(true)}>
          {said.showTier(total)}
        </button>
      )}
      {!open && total !== null && total > 0 && <p class="printed">{words.value.moreOnScreen(total)}</p>}
      {open && (
        <>
          <ul class="plain standings">
            {pages.nodes.map((one) => (
              <Standing
                key={one.organisation.slug}
                of={one}
                name={<Organisation of={one.organisation} />}
                note={codes.value.kind[one.organisation.kind]}
                open={tier === 'CORE' || tier === 'WILLING'}
              />
            ))}
          </ul>
          <More of={pages} />
        </>
      )}
    </section>
  );
}
