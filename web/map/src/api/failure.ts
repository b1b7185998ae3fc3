import type { SignInQuery } from '../generated/graphql';

/** Where people sign in, besides by a token. */
export type Provider = NonNullable<SignInQuery['server']['signIn']>;

/** Why there is no answer, or not all of one. A view shows it in words; nothing else is made of it. */
export type Failure =
  /** Nobody answered: no network, or the server is gone. */
  | { kind: 'unreachable' }
  /** The server refused and says why, in the language that was asked for; and where in what was asked, when it
   *  could not read that. Who has to sign in first is told where. */
  | { kind: 'refused'; code: string; message: string; argument?: string[]; signIn?: Provider }
  /** Something went wrong on the side of the server; its people find it by the incident. */
  | { kind: 'internal'; incident: string | null }
  /** What came back is no answer of this API, as when a proxy answers instead. */
  | { kind: 'unreadable'; status: number };

interface Told {
  message?: unknown;
  extensions?: { code?: unknown; incident?: unknown; argument?: unknown; signIn?: unknown };
}

/** The failure that the first error of an answer tells. */
export function failureOf(errors: readonly unknown[]): Failure {
  const told = errors[0] as Told;
  const code = typeof told.extensions?.code === 'string' ? told.extensions.code : '';
  if (code === 'INTERNAL') {
    const incident = told.extensions?.incident;
    return { kind: 'internal', incident: typeof incident === 'string' ? incident : null };
  }
  const argument = told.extensions?.argument;
  const message = typeof told.message === 'string' ? told.message : code;
  const signIn = providerOf(told.extensions?.signIn);
  return { kind: 'refused', code, message, ...(Array.isArray(argument) && { argument: argument.map(String) }), ...(signIn !== null && { signIn }) };
}

function providerOf(told: unknown): Provider | null {
  const { issuer, clientId, scope } = (told ?? {}) as Record<keyof Provider, unknown>;
  const whole = typeof issuer === 'string' && typeof clientId === 'string' && typeof scope === 'string';
  return whole ? ({ issuer, clientId, scope } as Provider) : null;
}

/** Whether one has to sign in first. */
export function wantsSignIn(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.code === 'UNAUTHENTICATED';
}

/** Whether asking again later may help without anybody doing something: nobody was there, or somebody else answered instead. */
export function passes(failure: Failure): boolean {
  return failure.kind === 'unreachable' || failure.kind === 'unreadable' || (failure.kind === 'refused' && failure.code === 'UNAVAILABLE');
}

/** Whether what was sent may have been done all the same, as nobody of this API answered. */
export function mayBeDone(failure: Failure): boolean {
  return failure.kind === 'unreachable' || failure.kind === 'unreadable';
}
