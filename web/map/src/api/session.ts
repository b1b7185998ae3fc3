import { batch, computed, signal } from '@preact/signals';

/** The token that somebody signed in with. It is kept in memory only: closing the page forgets it. */
export const token = signal<string | null>(null);

/** Whether the token stopped working while the page was open. */
export const lapsed = signal(false);

/** Counts who is asking, so that nothing that was answered to one is shown to another. */
const turn = signal(0);

/** Tells answers to different people apart, without holding the token. */
export const asker = computed(() => turn.value);

export const signedIn = computed(() => token.value !== null);

export function signIn(value: string): void {
  become(value, false);
}

/** The same person, with a token that lasts longer. */
export function renew(value: string): void {
  token.value = value;
}

export function signOut(): void {
  become(null, false);
}

/** The server says that a token counts no longer: if it is still the one in use, whoever had it is signed out. */
export function lapse(refused: Record<string, string>): void {
  if (token.peek() === null || refused['authorization'] !== authorization()['authorization']) return;
  become(null, true);
}

/** At once, so that nobody takes being signed out by the server for signing out. */
function become(value: string | null, byServer: boolean): void {
  batch(() => {
    token.value = value;
    lapsed.value = byServer;
    turn.value += 1;
  });
}

/** What a request says of who asks. */
export function authorization(of = token.value): Record<string, string> {
  return of === null ? {} : { authorization: `Bearer ${of}` };
}
