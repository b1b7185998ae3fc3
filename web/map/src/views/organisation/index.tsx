import { linkTo, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { type OrganisationQuery, OrganisationDocument } from '../../generated/graphql';
import { EditLink } from '../../parts/edit-link';
import { Sources } from '../../parts/evidence';
import { Mark } from '../../parts/mark';
import { Line } from '../../parts/named';
import { Printed } from '../../parts/printed';
import { Standing } from '../../parts/standing';
import { Answered, NotFound } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { codes } from '../../words';
import { number } from '../../words/format';
import { Facts } from './facts';
import { History } from './history';
import { Participations } from './participations';
import { texts } from './words';

export type AnsweredOrganisation = NonNullable<OrganisationQuery['network']['organisation']>;

/** An organisation on a day: what it is, where it takes part, on whose word, and its place in the network. */
export function OrganisationView({ slug }: { slug: string }) {
  const asked = useAnswer(OrganisationDocument, { slug, ...viewArguments.value });
  useTitle(asked.data?.network.organisation?.name ?? codes.value.noun.organisation);
  return (
    <Answered asked={asked} title={codes.value.noun.organisation}>
      {({ network }) =>
        network.organisation === null ? (
          <NotFound />
        ) : (
          <Page of={network.organisation} day={network.validAt} stale={asked.loading} />
        )
      }
    </Answered>
  );
}

function Page({ of, day, stale }: { of: AnsweredOrganisation; day: string; stale: boolean }) {
  const said = texts.value;
  return (
    <article class={stale ? 'page stale' : 'page'} aria-busy={stale}>
      <header>
        <p class="soft">
          <Mark of={of.helix} /> {codes.value.helix[of.helix]} · {codes.value.kind[of.kind]}
        </p>
        <h1>
          <bdi>{of.name}</bdi>
        </h1>
        <Printed day={day} />
        <div class="actions">
          <a class="button" href={linkTo({ name: 'network' }, { select: `organisation/${of.slug}` })}>
            {said.onMap}
          </a>
          <EditLink of={`organisation/${of.slug}`} />
        </div>
      </header>
      <div class="beside">
        <div>
          <Standings of={of.standings} />
          <Participations slug={of.slug} />
        </div>
        <div>
          <section class="panel" aria-labelledby="facts">
            <h2 id="facts">{said.facts}</h2>
            <Facts of={of} />
          </section>
          <Place of={of} />
        </div>
      </div>
      <History slug={of.slug} />
      <section class="panel" aria-labelledby="sources">
        <h2 id="sources">{said.sources}</h2>
        <Sources of={of.sources} />
      </section>
    </article>
  );
}

/** Where it stands in the network as a whole. */
function Place({ of }: { of: AnsweredOrganisation }) {
  const said = texts.value;
  const { position } = of;
  return (
    <section class="panel" aria-labelledby="place">
      <h2 id="place">{said.place}</h2>
      <dl class="facts-list">
        <dt>{said.ties}</dt>
        <dd>{number(position.degree ?? 0)}</dd>
        <dt>{said.neighbours}</dt>
        <dd>{number(position.partners ?? 0)}</dd>
        {position.betweenness !== null && (
          <>
            <dt>{said.rank}</dt>
            <dd>
              {number(position.betweenness, 3)} <span class="help">{said.rankHelp}</span>
            </dd>
          </>
        )}
        {position.coreNumber !== null && (
          <>
            <dt>{said.core}</dt>
            <dd>
              {number(position.coreNumber)} <span class="help">{said.coreHelp}</span>
            </dd>
          </>
        )}
      </dl>
      {position.articulationPoint === true && <p>{said.holds}</p>}
    </section>
  );
}

/** Where it stands towards each content line, and why. */
function Standings({ of }: { of: AnsweredOrganisation['standings'] }) {
  const said = texts.value;
  return (
    <section class="panel" aria-labelledby="standings">
      <h2 id="standings">{said.standings}</h2>
      {of.length === 0 && <p class="soft">{said.noStandings}</p>}
      <ul class="plain standings">
        {of.map((standing) => (
          <Standing
            key={standing.programmeLine.slug}
            of={standing}
            name={
              <span class="named">
                <Line of={standing.programmeLine} />
              </span>
            }
            note={codes.value.tier[standing.tier]}
            open
          />
        ))}
      </ul>
    </section>
  );
}
