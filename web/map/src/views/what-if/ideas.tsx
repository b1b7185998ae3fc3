import { linkHere, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { type CutFragment, type WhatIfBetweenQuery, type WhatIfIdeasQuery, WhatIfBetweenDocument, WhatIfIdeasDocument, WhatIfLeavingDocument } from '../../generated/graphql';
import type { NamedOrganisation } from '../../parts/named';
import { Answered } from '../../parts/states';
import { euros } from '../../words/format';
import { toScenario } from './items';
import { written } from './scenario';
import { texts } from './words';

type AnsweredLine = WhatIfIdeasQuery['network']['programmeLines'][number];
/** How many leaving one compares: as many as the document asks about. */
const LEAVING = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
/** Of how many of them it is told. */
const TOLD = 3;

/** Where an empty scenario begins: steps that matter most on this day, each of them one click. */
export function Ideas() {
  const said = texts.value;
  const asked = useAnswer(WhatIfIdeasDocument, viewArguments.value);
  return (
    <section class="panel" aria-labelledby="ideas">
      <h2 id="ideas">{said.ideas}</h2>
      <p class="help">{said.ideasHelp}</p>
      <Answered asked={asked}>{({ network }) => <Steps lines={network.programmeLines} />}</Answered>
    </section>
  );
}

function Steps({ lines }: { lines: readonly AnsweredLine[] }) {
  const said = texts.value;
  const between = useAnswer(WhatIfBetweenDocument, viewArguments.value);
  const brokers = between.data === null ? [] : inTurn(between.data.network.programmeLines);
  const blocked = lines.flatMap(({ slug, name, coalition }) => coalition.closure.blocked.nodes.map((offer) => ({ line: { slug, name }, ...offer })));
  const funded = lines.filter(({ coalition }) => coalition.closure.unlockedBy.parties > 0);
  if (brokers.length + blocked.length + funded.length === 0 && !between.loading) return <p class="soft">{said.noIdeas}</p>;
  return (
    <ul class="plain ideas">
      {brokers.length > 0 && <Leaving of={brokers} />}
      {blocked.map(({ line, organisation, commitment, unlock }) => (
        <Idea key={commitment.id} change={written({ kind: 'drops', commitment: commitment.id })} brings={said.unlocks(unlock.parties, some(unlock.amount))}>
          <bdi>{organisation.name}</bdi> {said.said.drops} <bdi>{line.name}</bdi>
          {commitment.condition !== null && (
            <span class="small">
              {' '}
              (<bdi>{commitment.condition.text}</bdi>)
            </span>
          )}
        </Idea>
      ))}
      {funded.map(({ slug, name, coalition }) => (
        <Idea key={slug} change={written({ kind: 'funded' })} brings={said.unlocks(coalition.closure.unlockedBy.parties, some(coalition.closure.unlockedBy.amount))}>
          {said.said.funded}: <bdi>{name}</bdi>
        </Idea>
      ))}
    </ul>
  );
}

/** Whose leaving cuts most, among those who stand most between others. */
function Leaving({ of }: { of: readonly NamedOrganisation[] }) {
  const said = texts.value;
  const slugs = Object.fromEntries(LEAVING.map((key, at) => [key, (of[at] ?? of[0])!.slug])) as Record<(typeof LEAVING)[number], string>;
  const { validAt, knownAt, minConfidence } = viewArguments.value;
  const network = useAnswer(WhatIfLeavingDocument, { ...slugs, validAt, knownAt, minConfidence }).data?.network;
  if (network === undefined) return null;
  const cuts = of.slice(0, LEAVING.length).map((organisation, at) => ({ organisation, ...cutOf(network[LEAVING[at]!].changesSince) }));
  cuts.sort((one, other) => other.members + other.offers - one.members - one.offers || other.amount - one.amount || other.chairs - one.chairs);
  return (
    <>
      {cuts.slice(0, TOLD).map(({ organisation, members, offers, amount, chairs }) => (
        <Idea
          key={organisation.slug}
          change={written({ kind: 'leaves', who: organisation.slug })}
          brings={said.cut(members, offers, amount > 0 ? euros(amount.toFixed(2)) : '', chairs)}
        >
          <bdi>{organisation.name}</bdi> {said.said.leaves}
        </Idea>
      ))}
    </>
  );
}

function Idea({ change, brings, children }: { change: string; brings: string; children: preact.ComponentChildren }) {
  return (
    <li>
      <a href={linkHere({ assume: [change] })} onClick={toScenario}>
        {children}
      </a>{' '}
      <span class="soft">{brings}</span>
    </li>
  );
}

/** Those who stand most between others, of each line in turn, each once. */
function inTurn(lines: WhatIfBetweenQuery['network']['programmeLines']): NamedOrganisation[] {
  const found = new Map<string, NamedOrganisation>();
  for (let rank = 0; rank < LEAVING.length; rank += 1) {
    for (const { coalition } of lines) {
      const organisation = coalition.brokers.nodes[rank]?.organisation;
      if (organisation !== undefined) found.set(organisation.slug, organisation);
    }
  }
  return [...found.values()];
}

function cutOf({ coalitions, bodiesWithoutChair }: CutFragment) {
  const sum = (of: (shift: CutFragment['coalitions'][number]) => number) => coalitions.reduce((total, shift) => total + of(shift), 0);
  return {
    members: sum(({ sizeBefore, sizeAfter }) => sizeBefore - sizeAfter),
    offers: sum(({ offersBefore, offersAfter }) => Math.max(offersBefore.parties - offersAfter.parties, 0)),
    amount: sum(({ amountBefore, amountAfter }) => Number(amountBefore) - Number(amountAfter)),
    chairs: bodiesWithoutChair.length,
  };
}

/** An amount in words, when there is one. */
function some(amount: string): string {
  return Number(amount) === 0 ? '' : euros(amount);
}
