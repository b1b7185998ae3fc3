import type { ReasonFragment, SourceFragment } from '../generated/graphql';
import { codes, words } from '../words';
import { isApproximate, partialDate, period } from '../words/format';
import { Named } from './named';

/** A partial date, with a mark of its own when it is not known to the day. */
export function When({ date }: { date: string }) {
  if (!isApproximate(date)) return <time dateTime={date}>{partialDate(date)}</time>;
  return (
    <span class="approximate" title={words.value.dates.imprecise}>
      {partialDate(date)}
    </span>
  );
}

/** That something is over on the day that is shown. */
export function Ended({ when }: { when: boolean }) {
  return when ? <span class="tag">{words.value.dates.ended}</span> : null;
}

/** From when until when, and whether that is over. */
export function Period({ since, until, ended = false }: { since: string | null; until: string | null; ended?: boolean }) {
  const vague = [since, until].some((date) => date !== null && isApproximate(date));
  return (
    <>
      <span class={vague ? 'approximate' : undefined} title={vague ? words.value.dates.imprecise : undefined}>
        {period(since, until)}
      </span>
      {ended && ' '}
      <Ended when={ended} />
    </>
  );
}

/** Addresses that may be linked to. Others come from data that nobody checked, `javascript:` included. */
export function safeLink(address: string | null): string | null {
  if (address === null) return null;
  try {
    const { protocol, href } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}

export function Outside({ href, children }: { href: string; children: preact.ComponentChildren }) {
  return (
    <a href={href} rel="noopener noreferrer" target="_blank">
      {children}
    </a>
  );
}

/** Who says so. */
export function Sources({ of }: { of: readonly SourceFragment[] }) {
  if (of.length === 0) return <span class="soft">{words.value.evidence.none}</span>;
  return (
    <ul class="plain sources small">
      {of.map((source, index) => {
        const href = safeLink(source.url);
        const title = <bdi>{source.title}</bdi>;
        return (
          <li key={index}>
            {href === null ? title : <Outside href={href}>{title}</Outside>}
            {source.locator !== null && (
              <span class="soft">
                , <bdi>{source.locator}</bdi>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Why somebody is said to stand where they stand. */
export function Reasons({ of }: { of: readonly ReasonFragment[] }) {
  const said = words.value.evidence;
  return (
    <ul class="plain reasons">
      {of.map((reason, index) => (
        <li key={index}>
          <Way of={reason} />
          <div class="facts">
            <Period since={reason.since} until={reason.until} />
            <span>
              {said.confidence}: {codes.value.confidence[reason.confidence].toLowerCase()}
            </span>
            <Sources of={reason.sources} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The way from what they did to the line. */
function Way({ of }: { of: ReasonFragment }) {
  const steps = of.path.flatMap((step): preact.ComponentChildren[] => {
    switch (step.__typename) {
      // That a promise was pledged is no news.
      case 'Commitment': return of.route === 'DIRECT' && step.commitment === 'PLEDGED' ? [] : [codes.value.commitment[step.commitment]];
      case 'Seat': return [codes.value.role[step.role].toLowerCase()];
      case 'Body': return [<Named noun="body" of={{ slug: step.bodySlug, name: step.bodyName }} />];
      case 'Initiative': return [<Named noun="initiative" of={{ slug: step.initiativeSlug, name: step.initiativeName }} />];
      case 'Agreement': return [<Named noun="agreement" of={{ slug: step.agreementSlug, name: step.agreementName }} />];
      case 'StakeholderGroup': return [<Named noun="group" of={{ slug: step.groupSlug, name: step.groupName }} />];
      default: return [];
    }
  });
  return (
    <div>
      {codes.value.route[of.route]}
      {steps.map((step, index) => (
        <span key={index}>
          {index === 0 ? ': ' : ' → '}
          {step}
        </span>
      ))}
    </div>
  );
}
