import type { Pages } from '../api/pages';
import { words } from '../words';

/** The next page of a list, when there is one. */
export function More<Node>({ of }: { of: Pages<Node> }) {
  if (!of.hasMore || of.totalCount === null) return null;
  const left = of.totalCount - of.nodes.length;
  return (
    <>
      <button type="button" onClick={of.more} aria-disabled={of.loading}>
        {words.value.more(left)}
      </button>
      <p class="printed">{words.value.moreOnScreen(left)}</p>
    </>
  );
}
