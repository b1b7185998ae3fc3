import { computed, effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { state, viewArguments } from '../address';
import { prefetch, useAnswer } from '../api/answer';
import { byOthers, connection, follow } from '../api/live';
import { FrameDocument } from '../generated/graphql';

const asks = computed(() => {
  const { validAt, knownAt, lang } = viewArguments.value;
  return { validAt, knownAt, lang };
});

/** Asks for the frame before anything is rendered. */
export function askForFrame(): void {
  void prefetch(FrameDocument, asks.peek());
}

/** What stands around every view: whose network this is and its lines. The same question from many parts is asked once. */
export function useFrame() {
  const { validAt } = viewArguments.value;
  const asked = useAnswer(FrameDocument, asks.value);
  if (asked.data !== null && !asked.loading && asked.failure === null) follow(asked.data.network.revision);
  const told = validAt === null && !asked.loading ? (asked.data?.network.validAt ?? null) : null;
  useEffect(() => {
    // Only the server knows which day it is; without a day it says.
    if (told !== null) today.value = told;
  }, [told]);
  // The name, the lines and who asks stay when nobody can be reached: without them there is no way on.
  return { ...asked, data: asked.data ?? asked.before };
}

/** Which day it is; null as long as nobody has said. */
export const today = signal<string | null>(null);

/** The day that is shown; null as long as nobody has said which day today is. */
export function useShownDay(): string | null {
  useFrame();
  return state.value.day ?? today.value;
}

/** Says for a while that somebody changed the network. */
export function whenChanged(say: (changed: boolean) => void): () => void {
  let timer = 0;
  return effect(() => {
    if (byOthers.value === 0 || connection.peek() !== 'live') return;
    say(true);
    clearTimeout(timer);
    timer = setTimeout(() => say(false), 6_000) as unknown as number;
  });
}
