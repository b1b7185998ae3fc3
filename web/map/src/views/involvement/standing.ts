import { viewArguments } from '../../address';
import { type Asked, useAnswer } from '../../api/answer';
import { type StandingsOfQuery, StandingsOfDocument } from '../../generated/graphql';

export type Standing = NonNullable<StandingsOfQuery['network']['organisation']>['standings'][number];

/** Where the organisation of a cell stands towards its line, asked when somebody wants to know. One answer does for its whole row. */
export function useStanding(cell: string | null): { asked: Asked<StandingsOfQuery>; standing: Standing | null } {
  const [slug, line] = cell?.split('/') ?? [];
  const asked = useAnswer(StandingsOfDocument, slug === undefined ? null : { slug, ...viewArguments.value });
  const organisation = asked.data?.network.organisation;
  // The answer before it may be about somebody else.
  const standings = organisation?.slug === slug ? (organisation?.standings ?? []) : [];
  return { asked, standing: standings.find((one) => one.programmeLine.slug === line) ?? null };
}
