import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keyOf, useAnswer } from './answer';
import { ask } from './client';
import type { Failure } from './failure';

/** A page of a connection. */
export interface Page<Node> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Node[];
}

/** What has been asked of a list so far. */
export interface Pages<Node> {
  /** Null as long as nobody knows. */
  totalCount: number | null;
  nodes: Node[];
  failure: Failure | null;
  loading: boolean;
  hasMore: boolean;
  more: () => void;
  again: () => void;
}

/**
 * A list, a page at a time. The cursor of the last one leads to the next, so everybody comes once, also when somebody
 * joins in between. Another question, or a change of the network, begins anew. Variables that are null ask nothing; `first`
 * is the whole answer that the list began with.
 */
export function usePages<Data, Variables extends { after?: string | null | undefined }, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
  pageOf: (data: Data) => Page<Node> | null,
): Pages<Node> & { first: Data | null } {
  const first = useAnswer(document, variables);
  const key = keyOf(document, variables);
  const [later, setLater] = useState<{ key: string; pages: Page<Node>[] }>({ key, pages: [] });
  const [state, setState] = useState<{ failure: Failure | null; loading: boolean }>({ failure: null, loading: false });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), [key]);

  const begun = first.data === null ? null : pageOf(first.data);
  const pages = begun === null ? [] : [begun, ...(later.key === key ? later.pages : [])];
  const last = pages.at(-1);

  const more = async () => {
    if (variables === null || last?.pageInfo.endCursor == null || state.loading) return;
    stop.current = new AbortController();
    const { signal } = stop.current;
    setState({ failure: null, loading: true });
    try {
      const { data, failure } = await ask(document, { ...variables, after: last.pageInfo.endCursor }, signal);
      const page = data === null ? null : pageOf(data);
      if (page !== null) setLater((was) => ({ key, pages: [...(was.key === key ? was.pages : []), page] }));
      setState({ failure, loading: false });
    } catch (error) {
      setState({ failure: null, loading: false });
      if (!signal.aborted) throw error;
    }
  };
  return {
    first: first.data,
    totalCount: begun?.totalCount ?? null,
    nodes: pages.flatMap((page) => page.nodes),
    failure: first.failure ?? state.failure,
    loading: first.loading || state.loading,
    hasMore: last?.pageInfo.hasNextPage ?? false,
    more: () => void more(),
    again: first.failure === null ? () => void more() : first.again,
  };
}
