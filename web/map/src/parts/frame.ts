import { effect } from '@preact/signals';
import { state, viewArguments } from '../address';
import { useAnswer } from '../api/answer';
import { byOthers, connection, follow } from '../api/live';
import { FrameDocument } from '../generated/graphql';

/** What stands around every view: whose network this is and its lines. The same question from many parts is asked once. */
export function useFrame() {
  const { validAt, knownAt, lang } = viewArguments.value;
  const asked = useAnswer(FrameDocument, { validAt, knownAt, lang });
  if (asked.data !== null && !asked.loading && asked.failure === null) follow(asked.data.network.revision);
  return asked;
}

/** The day that is shown; null as long as nobody has said which day today is. */
export function useShownDay(): string | null {
  const today = useFrame().data?.network.validAt ?? null;
  return state.value.day ?? today;
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
