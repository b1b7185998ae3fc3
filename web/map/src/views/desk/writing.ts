import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../api/client';
import type { Failure } from '../../api/failure';
import { madeHere } from '../../api/live';
import type { DeskRefusalFragment } from '../../generated/graphql';

/** How something that is being recorded stands. */
export interface Writing<Variables> {
  waiting: boolean;
  done: boolean;
  refusals: readonly DeskRefusalFragment[];
  failure: Failure | null;
  /** What came of it, also for who went elsewhere meanwhile. */
  send: (variables: Variables) => Promise<'recorded' | 'refused' | 'unanswered'>;
}

/** What comes of a change: why it was refused, or the revision that it made. */
interface Outcome {
  revision: number;
  userErrors: readonly DeskRefusalFragment[];
}

/**
 * Sends a mutation, one at a time. What came of it shows in the views, which ask anew; here it is known whether it was done.
 * A button that sends says by `aria-disabled` that it waits: one that is disabled loses the focus.
 */
export function useWriting<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  outcomeOf: (data: Data) => Outcome | null = () => null,
): Writing<Variables> {
  const [state, setState] = useState<Omit<Writing<Variables>, 'send'>>({ waiting: false, done: false, refusals: [], failure: null });
  const gone = useRef(false);
  const underway = useRef(false);
  useEffect(() => () => void (gone.current = true), []);
  const send: Writing<Variables>['send'] = async (variables) => {
    if (underway.current) return 'unanswered';
    underway.current = true;
    setState({ waiting: true, done: false, refusals: [], failure: null });
    const { data, failure } = await ask(document, variables);
    underway.current = false;
    const outcome = data === null ? null : outcomeOf(data);
    const refusals = outcome?.userErrors ?? [];
    const done = failure === null && refusals.length === 0;
    if (done && outcome !== null) madeHere(outcome.revision);
    if (!gone.current) setState({ waiting: false, done, refusals, failure });
    return done ? 'recorded' : failure === null ? 'refused' : 'unanswered';
  };
  return { ...state, send };
}
