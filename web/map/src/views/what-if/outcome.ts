import { useEffect, useState } from 'preact/hooks';
import { viewArguments } from '../../address';
import { type Asked, keyOf, useAnswer } from '../../api/answer';
import { type AssumptionInput, type WhatIfQuery, WhatIfDocument } from '../../generated/graphql';
import { type Change, MOST, input } from './scenario';

export type Difference = WhatIfQuery['network']['assuming']['changesSince'];

export interface Outcome {
  asked: Asked<WhatIfQuery>;
  /** What the server took, in order. */
  taken: AssumptionInput[];
  /** Why a change was not taken, by its place. The others are tried without it. */
  refused: ReadonlyMap<number, string>;
}

/**
 * What becomes of the network. The server refuses a scenario by the first change that it cannot make; that one is put aside
 * with what the server says of it, and the others are asked for again.
 */
export function useOutcome(changes: readonly Change[], tooMany: string): Outcome {
  const key = keyOf(WhatIfDocument, { changes, ...viewArguments.value });
  const [told, setTold] = useState<{ key: string; of: ReadonlyMap<number, string> }>({ key, of: new Map() });
  const refused = new Map(told.key === key ? told.of : []);
  changes.forEach((_, at) => at >= MOST && refused.set(at, tooMany));
  const places = changes.map((_, at) => at).filter((at) => !refused.has(at));
  const taken = places.map((at) => input(changes[at]!));
  const asked = useAnswer(WhatIfDocument, taken.length === 0 ? null : { changes: taken, ...viewArguments.value });
  const refusal = asked.loading ? null : refusalOf(asked);
  const at = refusal === null ? undefined : places[refusal.at];
  useEffect(() => {
    if (refusal !== null && at !== undefined) setTold({ key, of: new Map([...refused, [at, refusal.why]]) });
  }, [key, at, refusal?.why]);
  return { asked: at === undefined ? asked : { ...asked, failure: null, loading: true }, taken, refused };
}

/** The place and the words of `changes.0.commitmentPledged.organisation: this organisation is not there`. */
function refusalOf({ failure }: Asked<unknown>): { at: number; why: string } | null {
  const [, at, why] = (failure?.kind === 'refused' && /^changes\.(\d+)\b[^:]*: (.+)$/s.exec(failure.message)) || [];
  // Advice that names fields of the API is for those who write queries.
  return at === undefined || why === undefined ? null : { at: Number(at), why: why.replace(/: [^:]*\b(organisations|participations)\b.*$/s, '') };
}
