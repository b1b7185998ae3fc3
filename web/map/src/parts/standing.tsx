import type { ComponentChildren } from 'preact';
import type { CoalitionStatus, ReasonFragment } from '../generated/graphql';
import { words } from '../words';
import { number } from '../words/format';
import { Period, Reasons } from './evidence';
import { type Brought, Contributions, Status } from './status';

/** Where somebody stands towards a line, as answers tell it. */
export interface AnsweredStanding {
  status: CoalitionStatus;
  since: string | null;
  until: string | null;
  contributions?: readonly Brought[];
  missing: readonly { message: string }[];
  evidence: readonly ReasonFragment[];
}

interface Props {
  of: AnsweredStanding;
  /** Who, or towards what. */
  name: ComponentChildren;
  note: string;
  /** Whether its evidence is there at once. */
  open: boolean;
}

/** One standing in a list: how far it is, since when, what it brings, what is missing and why it is said. */
export function Standing({ of, name, note, open }: Props) {
  const said = words.value.standing;
  return (
    <li>
      <div class="standing-head">
        {name}
        <Status of={of.status} />
        <span class="soft">{note}</span>
        {(of.since !== null || of.until !== null) && (
          <span class="soft">
            <Period since={of.since} until={of.until} />
          </span>
        )}
        <Contributions of={of.contributions ?? []} />
      </div>
      <Missing of={of.missing} />
      {of.evidence.length > 0 && (
        <details open={open}>
          <summary>
            {said.evidence} ({number(of.evidence.length)})
          </summary>
          <p class="printed">{said.evidence}</p>
          <Reasons of={of.evidence} />
        </details>
      )}
    </li>
  );
}

/** What stands between somebody and taking part. */
export function Missing({ of }: { of: AnsweredStanding['missing'] }) {
  if (of.length === 0) return null;
  return (
    <p class="missing">
      <strong>{words.value.standing.missing}:</strong>
      <span>{of.map((one) => one.message).join('; ')}</span>
    </p>
  );
}
