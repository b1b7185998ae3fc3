import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect } from 'preact/hooks';
import { type Page, type Pages, usePages } from './pages';

/** More than so many nobody reads in one view; what lies beyond comes when it is asked for. */
const MOST = 1_000;

/** A list as a whole, for what can only be drawn when all of it is there: its pages are asked for one after the other. */
export function useWhole<Data, Variables extends { after?: string | null | undefined }, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
  pageOf: (data: Data) => Page<Node> | null,
): Pages<Node> & { first: Data | null } {
  const pages = usePages(document, variables, pageOf);
  const wanted = pages.hasMore && !pages.loading && pages.failure === null && pages.nodes.length < MOST;
  useEffect(() => {
    if (wanted) pages.more();
  }, [wanted, pages.nodes.length]);
  return pages;
}
