import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../api/client';
import type { Failure } from '../../api/failure';
import type { DeskRefusalFragment } from '../../generated/graphql';

/** How something that is being recorded stands. */
export interface Writing<Variables> {
  waiting: boolean;
  done: boolean;
  refusals: readonly DeskRefusalFragment[];
  failure: Failure | null;
  send: (variables: Variables) => Promise<boolean>;
}

/** Sends a mutation. What came of it shows in the views when the live line tells of it; here it is known whether it was done. */
export function useWriting<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  refusalsOf: (data: Data) => readonly DeskRefusalFragment[] = () => [],
): Writing<Variables> {
  const [state, setState] = useState<Omit<Writing<Variables>, 'send'>>({ waiting: false, done: false, refusals: [], failure: null });
  const gone = useRef(false);
  useEffect(() => () => void (gone.current = true), []);
  const send = async (variables: Variables) => {
    setState({ waiting: true, done: false, refusals: [], failure: null });
    const { data, failure } = await ask(document, variables);
    if (gone.current) return false;
    const refusals = data === null ? [] : refusalsOf(data);
    const done = failure === null && refusals.length === 0;
    setState({ waiting: false, done, refusals, failure });
    return done;
  };
  return { ...state, send };
}
