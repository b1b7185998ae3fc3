import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { remember } from './cache';
import { type Answer, ask } from './client';

interface Underway {
  answer: Promise<Answer<any>>;
  stop: AbortController;
  waiting: number;
}

const underway = new Map<string, Underway>();

/**
 * Asks, or waits for the same question that is on its way, and keeps a whole answer under `key`.
 *
 * The request ends when nobody waits for it any more. Fails only when told to stop by the signal.
 */
export function askOnce<Data, Variables>(
  key: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  const one = underway.get(key) ?? begin(key, document, variables);
  one.waiting += 1;
  signal?.addEventListener('abort', () => {
    one.waiting -= 1;
    if (one.waiting > 0) return;
    end(key, one);
    one.stop.abort();
  });
  return one.answer;
}

function begin<Data, Variables>(key: string, document: TypedDocumentNode<Data, Variables>, variables: Variables): Underway {
  const stop = new AbortController();
  const settle = async () => {
    try {
      const answer = await ask(document, variables, stop.signal);
      if (answer.data !== null && answer.failure === null) remember(key, answer.data);
      return answer;
    } finally {
      end(key, one);
    }
  };
  const one: Underway = { answer: settle(), stop, waiting: 0 };
  underway.set(key, one);
  return one;
}

function end(key: string, one: Underway): void {
  if (underway.get(key) === one) underway.delete(key);
}
