/** Answers that may be shown again, the latest used last. */
const LIMIT = 80;

const answers = new Map<string, unknown>();

export function remembered<Data>(key: string): Data | undefined {
  const found = answers.get(key);
  if (found !== undefined) {
    answers.delete(key);
    answers.set(key, found);
  }
  return found as Data | undefined;
}

export function remember(key: string, data: unknown): void {
  answers.delete(key);
  answers.set(key, data);
  for (const oldest of answers.keys()) {
    if (answers.size <= LIMIT) break;
    answers.delete(oldest);
  }
}
