/** Why there is no answer, or not all of one. A view shows it in words; nothing else is made of it. */
export type Failure =
  /** Nobody answered: no network, or the server is gone. */
  | { kind: 'unreachable' }
  /** The server refused and says why, in the language that was asked for; and where in what was asked, when it could not read that. */
  | { kind: 'refused'; code: string; message: string; argument?: string[] }
  /** Something went wrong on the side of the server; its people find it by the incident. */
  | { kind: 'internal'; incident: string | null }
  /** What came back is no answer of this API, as when a proxy answers instead. */
  | { kind: 'unreadable'; status: number };

interface Told {
  message?: unknown;
  extensions?: { code?: unknown; incident?: unknown; argument?: unknown };
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
  return { kind: 'refused', code, message, ...(Array.isArray(argument) && { argument: argument.map(String) }) };
}

/** Whether asking again later may help without anybody doing something. */
export function passes(failure: Failure): boolean {
  return failure.kind === 'unreachable' || (failure.kind === 'refused' && failure.code === 'UNAVAILABLE');
}
