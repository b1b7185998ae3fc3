import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { linkHere, linkTo, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { type GovernanceBodyQuery, type GovernanceChartQuery, GovernanceBodyDocument } from '../../generated/graphql';
import { Period, Sources } from '../../parts/evidence';
import { addDays } from '../../parts/months';
import { Organisation } from '../../parts/named';
import { Answered } from '../../parts/states';
import { Balance } from '../../parts/status';
import { codes, words } from '../../words';
import { kinds } from '../../words/kinds';
import { Name, StandTag } from './chart';
import { Meetings } from './meetings';
import { Seats } from './seats';
import { Steered } from './steered';
import { standOf } from './tree';
import { texts } from './words';

export type ChosenBody = NonNullable<GovernanceBodyQuery['network']['body']>;
type Completeness = GovernanceChartQuery['network']['completeness'];

/** The body that the address selects: who sits there and on whose word, when it meets, what it is. */
export function Selected({ slug, day, completeness }: { slug: string; day: string; completeness: Completeness }) {
  const said = texts.value;
  const asked = useAnswer(GovernanceBodyDocument, { slug, from: day, before: addDays(day, -1), ...viewArguments.value });
  const body = asked.data?.network.body ?? null;
  return (
    <section class="panel selected" aria-labelledby="selected" aria-busy={asked.loading}>
      <div class="top">
        <h2 id="selected" tabIndex={-1}>
          {body === null ? said.selected : <bdi>{body.name}</bdi>}
        </h2>
        <div class="actions">
          {body !== null && (
            <a class="button" href={linkTo({ name: 'network' }, { select: `body/${slug}` })}>
              {said.onMap}
            </a>
          )}
          <a class="button" href={linkHere({ select: null })}>
            {said.close}
          </a>
        </div>
      </div>
      <Answered asked={asked}>
        {({ network }) => (network.body === null ? <p role="status">{said.gone}</p> : <Chosen of={network.body} completeness={completeness} />)}
      </Answered>
    </section>
  );
}

/** Whoever chooses a body on this page is brought to it, and to its place in the chart when it is closed. */
export function useArrival(slug: string | null): void {
  const before = useRef(slug);
  useEffect(() => {
    const left = before.current;
    before.current = slug;
    if (left === slug) return;
    const to = slug === null ? document.querySelector<HTMLElement>(`.tree [data-body="${CSS.escape(left ?? '')}"]`) : document.getElementById('selected');
    to?.focus({ preventScroll: true });
    to?.scrollIntoView({ block: slug === null ? 'center' : 'start' });
  }, [slug]);
}

function Chosen({ of, completeness }: { of: ChosenBody; completeness: Completeness }) {
  const said = texts.value;
  return (
    <>
      <Seats slug={of.slug} />
      <div class="two">
        <div>
          <h3>{said.balance}</h3>
          <Balance of={of.helixBalance} />
          <Meetings of={of} />
        </div>
        <div>
          <h3>{said.facts}</h3>
          <Facts of={of} />
          {completeness
            .filter(({ subject }) => subject?.__typename === 'Body' && subject.slug === of.slug)
            .map(({ what, declared, known }) => (
              <p key={what}>{said.declared(what, declared, known)}</p>
            ))}
          <h3>{said.sources}</h3>
          <Sources of={of.sources} />
        </div>
      </div>
    </>
  );
}

function Facts({ of }: { of: ChosenBody }) {
  const said = texts.value;
  const names = of.otherNames.filter((other) => other.name !== of.name);
  return (
    <dl class="facts-list">
      <Fact name={said.kind}>{kinds.value.body[of.kind]}</Fact>
      {of.level !== null && <Fact name={said.level}>{kinds.value.bodyLevel[of.level]}</Fact>}
      <Fact name={said.democratic}>{of.democratic ? said.democraticYes : said.democraticNo}</Fact>
      <Fact name={said.stand}>
        <StandTag of={standOf(of)} />
      </Fact>
      {(of.since !== null || of.until !== null) && (
        <Fact name={said.existed}>
          <Period since={of.since} until={of.until} ended={of.ended} />
        </Fact>
      )}
      {of.parent !== null && (
        <Fact name={said.reportsTo}>
          <Name of={of.parent} /> {of.parentBasis === 'INFERRED' && <span class="soft">({said.inferred})</span>}
        </Fact>
      )}
      {of.children.length > 0 && (
        <Fact name={said.reports}>
          <ul class="plain">
            {of.children.map((child) => (
              <li key={child.slug}>
                <Name of={child} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {of.organisation !== null && (
        <Fact name={said.organOf}>
          <Organisation of={of.organisation} />
        </Fact>
      )}
      {of.steers.length > 0 && (
        <Fact name={said.steers}>
          <Steered of={of.steers} />
        </Fact>
      )}
      {names.length > 0 && <Fact name={said.otherNames}>{names.map((other) => <div key={other.id}><bdi>{other.name}</bdi></div>)}</Fact>}
      {of.relations.map((relation) => (
        <Fact key={relation.id} name={said.related}>
          <Party of={relation.from} /> {kinds.value.relation[relation.kind]} <Party of={relation.to} />
        </Fact>
      ))}
      <Fact name={words.value.evidence.confidence}>{codes.value.confidence[of.confidence]}</Fact>
    </dl>
  );
}

function Party({ of }: { of: ChosenBody['relations'][number]['from'] }) {
  if (of === null) return <>…</>;
  if (of.__typename === 'Body') return <Name of={of} />;
  if (of.__typename === 'Organisation') return <Organisation of={of} />;
  return <bdi>{of.name}</bdi>;
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
