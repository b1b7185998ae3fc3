import { computed, signal } from '@preact/signals';

/** The token that somebody signed in with. It is kept in memory only: closing the page forgets it. */
const token = signal<string | null>(null);

/** Counts who is asking, so that nothing that was answered to one is shown to another. */
const turn = signal(0);

/** Tells answers to different people apart, without holding the token. */
export const asker = computed(() => turn.value);

export const signedIn = computed(() => token.value !== null);

export function signIn(value: string): void {
  token.value = value;
  turn.value += 1;
}

export function signOut(): void {
  token.value = null;
  turn.value += 1;
}

/** What a request says of who asks. */
export function authorization(of = token.value): Record<string, string> {
  return of === null ? {} : { authorization: `Bearer ${of}` };
}
