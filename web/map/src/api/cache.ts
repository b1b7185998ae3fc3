import { effect } from '@preact/signals';
import { asker } from './session';

/** Answers that may be shown again, the latest used last. */
const LIMIT = 80;

const answers = new Map<string, unknown>();

// What was answered to one is not kept for the next.
effect(() => {
  void asker.value;
  answers.clear();
});

export function remembered<Data>(key: string): Data | undefined {
  const found = answers.get(key);
  if (found !== undefined) {
    answers.delete(key);
    answers.set(key, found);
  }
  return found as Data | undefined;
}

/** Forgets an answer that is to be asked anew. */
export function forget(key: string): void {
  answers.delete(key);
}

export function remember(key: string, data: unknown): void {
  answers.delete(key);
  answers.set(key, data);
  for (const oldest of answers.keys()) {
    if (answers.size <= LIMIT) break;
    answers.delete(oldest);
  }
}
