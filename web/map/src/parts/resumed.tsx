import { keeping } from '../words/keeping';
import './resumed.css';

/** Says that what stands in a form was typed before, or what else it is, and begins it anew. */
export function Resumed({ said = keeping.value.there, anew }: { said?: string | undefined; anew: () => void }) {
  return (
    <p class="resumed" role="status">
      {said}{' '}
      <button type="button" onClick={anew}>
        {keeping.value.anew}
      </button>
    </p>
  );
}
