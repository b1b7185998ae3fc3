import type { ComponentChildren } from 'preact';
import { linkHere } from '../../address';
import { Line, Organisation } from '../../parts/named';
import { codes } from '../../words';
import { amount, euros } from '../../words/format';
import { type Names, venueName } from './names';
import { type Change, type Condition, type Means } from './scenario';
import { texts } from './words';

interface ItemsProps {
  /** The changes as they stand in the address. */
  kept: readonly string[];
  changes: readonly Change[];
  names: Names;
  refused: ReadonlyMap<number, string>;
}

/** The scenario: each change in words, with a way to take it out and what the server says when it cannot be. */
export function Items({ kept, changes, names, refused }: ItemsProps) {
  const said = texts.value;
  return (
    <ol class="changes">
      {changes.map((change, at) => (
        <li key={kept[at]} class={refused.has(at) ? 'refused' : undefined}>
          <div class="change">
            <span>
              <Sentence of={change} names={names} />
            </span>
            <a class="button quiet" href={linkHere({ assume: kept.filter((_, other) => other !== at) })} onClick={toScenario}>
              <span aria-hidden="true">✕</span>
              <span class="hidden-visually">
                {said.remove} {at + 1}
              </span>
            </a>
          </div>
          {refused.has(at) && (
            <p class="wrong" role="alert">
              <strong>{said.notCounted}</strong> {refused.get(at)}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What was clicked goes away with what it stood for; who works by keyboard goes on at the scenario. */
export function toScenario(): void {
  requestAnimationFrame(() => document.getElementById('scenario')?.focus());
}

function Sentence({ of, names }: { of: Change; names: Names }): ComponentChildren {
  const said = texts.value;
  switch (of.kind) {
    case 'funded': return said.said.funded;
    case 'leaves':
    case 'joins':
      return (
        <>
          <Who slug={of.who} names={names} /> {said.said[of.kind]}
        </>
      );
    case 'adopts':
      return (
        <>
          <bdi>{names.bodies.get(of.body) ?? of.body}</bdi> {said.said.adopts} <OfLine slug={of.line} names={names} />
        </>
      );
    case 'pledges':
      return (
        <>
          <Who slug={of.who} names={names} /> {said.said.pledges} <OfLine slug={of.line} names={names} />
          {of.means !== null && `, ${meansText(of.means)}`}
          {of.condition !== null && (
            <>
              , <If of={of.condition} names={names} />
            </>
          )}
        </>
      );
    default: {
      const commitment = names.commitments.get(of.commitment);
      if (commitment === undefined) return `${said.kinds[of.kind]}${names.known ? ` (${said.gone})` : ''}`;
      return (
        <>
          {commitment.organisations.map((one) => (
            <Organisation key={one.slug} of={one} />
          ))}{' '}
          {said.said[of.kind]} <bdi>{venueName(commitment.venue)}</bdi>
          {commitment.condition !== null && (
            <span class="soft">
              {' '}
              (<bdi>{commitment.condition.text}</bdi>)
            </span>
          )}
        </>
      );
    }
  }
}

function Who({ slug, names }: { slug: string; names: Names }) {
  const organisation = names.organisations.get(slug);
  return organisation === undefined ? <bdi>{slug}</bdi> : <Organisation of={organisation} />;
}

function OfLine({ slug, names }: { slug: string; names: Names }) {
  const name = names.lines.get(slug);
  return name === undefined ? <bdi>{slug}</bdi> : <Line of={{ slug, name }} />;
}

function meansText({ kind, amount: value }: Means): string {
  const name = codes.value.contribution[kind].toLowerCase();
  return value === null ? name : `${name} ${amount(value, texts.value.units[kind])}`;
}

function If({ of, names }: { of: Condition; names: Names }): ComponentChildren {
  const { ifs } = texts.value;
  if ('parties' in of) return ifs.parties(of.parties);
  if ('budget' in of) return ifs.budget(euros(of.budget));
  if ('inhabitants' in of) return ifs.inhabitants(of.inhabitants);
  if ('level' in of) return ifs.level;
  return (
    <>
      {ifs.includes} <Who slug={of.includes} names={names} />
    </>
  );
}
