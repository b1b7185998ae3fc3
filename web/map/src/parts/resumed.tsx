import { keeping } from '../words/keeping';
import './resumed.css';

/** Says that what stands in a form was typed before, and begins it anew. */
export function Resumed({ anew }: { anew: () => void }) {
  const said = keeping.value;
  return (
    <p class="resumed" role="status">
      {said.there}{' '}
      <button type="button" onClick={anew}>
        {said.anew}
      </button>
    </p>
  );
}
