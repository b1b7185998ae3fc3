/** Talks that are being recorded, by who may see them and which target they came from, in memory only. */
const begun = new Map<string, unknown>();

export const kept = <Talk>(key: string): Talk | undefined => begun.get(key) as Talk | undefined;

export function keep<Talk>(key: string, talk: Talk): void {
  begun.set(key, talk);
}

export function forget(key: string): void {
  begun.delete(key);
}

export function forgetAll(): void {
  begun.clear();
}
