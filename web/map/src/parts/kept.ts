import { batch, effect, signal, untracked } from '@preact/signals';
import { change, state } from '../address';
import { lapsed, signedIn } from '../api/session';
import { useFrame } from './frame';

/** What was typed and is not recorded, by who may see it and what it is, in memory only. */
const begun = signal<Readonly<Record<string, unknown>>>({});

let inside = signedIn.peek();

// What one typed and looked at goes along with who signs out, wherever they are then, and from the address too. Who was signed
// out by the server comes back to it: the next one finds it only with the same rights for the same organisation.
effect(() => {
  const left = inside && !signedIn.value && !lapsed.value;
  inside = signedIn.value;
  if (left) untracked(forgetAll);
});

function forgetAll(): void {
  const { select } = state.value;
  batch(() => {
    begun.value = {};
    // Topics and persons may be known to the desk alone, by whichever key they stand there.
    change({ topic: null, target: null, of: null, route: [], avoid: [], select: select?.startsWith('person/') ? null : select }, 'replace');
  });
}

/** Under what somebody with these rights keeps something. */
export function useKeeper(): (what: string) => string {
  const viewer = useFrame().data?.viewer;
  return (what) => JSON.stringify([viewer?.role, viewer?.organisation?.slug, what]);
}

export const kept = <Typed>(key: string): Typed | undefined => begun.value[key] as Typed | undefined;

/** Keeps it for who is signed in; what was under way when they signed out is not kept for the next. */
export function keep<Typed>(key: string, typed: Typed): void {
  if (!inside) return;
  begun.value = { ...begun.peek(), [key]: typed };
}

export function forget(key: string): void {
  const { [key]: _, ...others } = begun.peek();
  begun.value = others;
}
