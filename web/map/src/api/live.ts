import { computed, effect, signal } from '@preact/signals';
import { createClient, type RequestParams } from 'graphql-sse';
import { type NetworkChangedSubscription, NetworkChangedDocument } from '../generated/graphql';
import { documentId, headers } from './client';
import { asker } from './session';

/** The newest revision that somebody told us of; null before the first answer. */
export const revision = signal<number | null>(null);

/** Counts the changes that others made while one looked. */
export const byOthers = signal(0);

/** Revisions that were made here. */
const ours = new Set<number>();
/** So long at most the line may be ahead of the answer to who made a change here. */
const AHEAD_MS = 1_000;

/** Counts the changes that came while the page was open: answers from before the last one are not shown as those of now. */
export const changesSeen = signal(0);

/** How the line over which the server tells of changes is. */
export const connection = signal<'connecting' | 'live' | 'broken'>('connecting');

/** Counts recoveries, for those whose question failed meanwhile. */
export const recoveries = signal(0);

// A network that is back tells it before the line notices that it was gone.
addEventListener('online', () => (recoveries.value += 1));

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** The server gives a sign of life every 20 seconds; after two that did not come the line is dead. */
const SILENCE_MS = 45_000;

let stop: (() => void) | null = null;

const begun = computed(() => revision.value !== null);

/** Follows the network from a revision on, for as long as the page is open. Called again, it does nothing, unless somebody else asks now. */
export function follow(from: number): void {
  if (revision.peek() === null) revision.value = from;
  if (stop !== null) return;
  let of = asker.peek();
  stop = effect(() => {
    // Who signs in may see other changes than who did not: they begin at the network that they are answered about.
    if (asker.value !== of) revision.value = null;
    of = asker.value;
    if (!begun.value) return;
    const over = new AbortController();
    void keepFollowing(over.signal);
    return () => over.abort();
  });
}

/** Tells of a change that was made here, before the line does: what is asked next is asked of the network as it is now. */
export function madeHere(made: number): void {
  ours.add(made);
  if (made <= (revision.peek() ?? 0)) return;
  revision.value = made;
  changesSeen.value += 1;
}

async function keepFollowing(over: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!over.aborted) {
    const lived = await followOnce(over);
    if (over.aborted) return;
    connection.value = 'broken';
    if (lived) pause = FIRST_PAUSE_MS;
    await quiet(pause, over);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** Follows until the line breaks; tells whether it ever stood. */
async function followOnce(over: AbortSignal): Promise<boolean> {
  let lived = false;
  const line = new AbortController();
  const end = () => line.abort();
  over.addEventListener('abort', end);
  const client = createClient({
    url: '/graphql/sse',
    headers: () => headers(),
    retryAttempts: 0,
    fetchFn: async (url: string, options: RequestInit) => {
      const response = await fetch(url, options);
      if (!response.ok || response.body === null) return response;
      lived = true;
      stands();
      return new Response(response.body.pipeThrough(watched(end)), response);
    },
  });
  line.signal.addEventListener('abort', () => client.dispose());
  const request = { documentId: documentId(NetworkChangedDocument), variables: { since: revision.peek() } };
  try {
    const events = client.iterate<NetworkChangedSubscription>(request as unknown as RequestParams);
    for await (const event of events) {
      const told = event.data?.networkChanged.revision ?? null;
      // Without a revision the server refused to go on from ours, as when its data were put back: begin anew.
      if (told !== revision.peek()) {
        revision.value = told;
        changesSeen.value += 1;
        if (told !== null) setTimeout(() => !ours.has(told) && (byOthers.value += 1), AHEAD_MS);
      }
      if (told === null) break;
    }
  } catch {
    // Whatever broke it, the answer is the same: pause, and come again with the last revision.
  } finally {
    over.removeEventListener('abort', end);
    client.dispose();
  }
  return lived;
}

function stands(): void {
  if (connection.peek() === 'broken') recoveries.value += 1;
  connection.value = 'live';
}

/** Lets bytes pass, and ends the line when none came for too long: a cable that was pulled tells nobody. */
function watched(end: () => void): TransformStream<Uint8Array, Uint8Array> {
  let timer = setTimeout(end, SILENCE_MS);
  return new TransformStream({
    transform(chunk, out) {
      clearTimeout(timer);
      timer = setTimeout(end, SILENCE_MS);
      out.enqueue(chunk);
    },
    flush: () => clearTimeout(timer),
  });
}

/** Waits, but no longer than until the browser has a network again. */
function quiet(ms: number, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      over.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    over.addEventListener('abort', done);
  });
}
