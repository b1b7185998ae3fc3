/** What was sent, and the key that it went with. */
export interface Sent {
  sent: string;
  key: string;
}

/**
 * What was sent so far, with what is sent now in front. The same content has the same key for as long as it is not recorded, so
 * that nothing is recorded twice; other content has another one, as the API takes a key for one content only.
 */
export function keyed(before: readonly Sent[], input: unknown): [now: Sent, ...before: Sent[]] {
  const sent = JSON.stringify(input);
  const others = before.filter((one) => one.sent !== sent);
  return [before.find((one) => one.sent === sent) ?? { sent, key: freshKey() }, ...others];
}

/** Without `randomUUID`, which there is on secure origins only. */
function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
