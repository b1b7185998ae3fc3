import type { ComponentChildren } from 'preact';
import { type Failure, mayBeDone } from '../api/failure';
import { words } from '../words';
import { keeping } from '../words/keeping';
import { Failed } from './states';

/** Why what was sent has no answer. Nothing goes on by itself, and it may have been done all the same: `children` lead to where one sees that. */
export function NotAnswered({ failure, children }: { failure: Failure; children?: ComponentChildren }) {
  if (!mayBeDone(failure)) return <Failed failure={failure} />;
  const said = words.value.states;
  return (
    <div class="failed" role="alert">
      <strong>{failure.kind === 'unreadable' ? said.unreadable(failure.status) : said.unreachable}</strong>
      <span>{keeping.value.lost}</span>
      {children !== undefined && <div class="actions">{children}</div>}
    </div>
  );
}
