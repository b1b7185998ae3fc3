import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { language } from '../address';
import { forget, remembered } from './cache';
import { documentId } from './client';
import { type Failure, passes } from './failure';
import { changesSeen, recoveries } from './live';
import { asker, signedIn } from './session';
import { askOnce } from './shared';

/** What a view knows of the answer to its question. */
export interface Asked<Data> {
  /** The answer, or the one before while a new one is on its way, so that nothing jumps. */
  data: Data | null;
  /** What was answered before to another question, when nobody could be reached to answer this one. Who shows it says of when it is. */
  before: Data | null;
  failure: Failure | null;
  loading: boolean;
  again: () => void;
}

/** Under what an answer is kept: whoever else asks the same of the same network gets it. */
export function keyOf(document: TypedDocumentNode<any, any>, variables: unknown): string {
  return JSON.stringify([questionOf(document, variables), changesSeen.value]);
}

/** What is asked, of whichever revision of the network. */
function questionOf(document: TypedDocumentNode<any, any>, variables: unknown): string {
  return JSON.stringify([documentId(document), variables, language.value, asker.value]);
}

/** Asks ahead, so that the answer lies there when it is wanted. */
export async function prefetch<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<void> {
  const key = keyOf(document, variables);
  if (remembered(key) === undefined) await askOnce(key, document, variables);
}

/** A question that nobody answered is asked again after 2, 4, 8 … seconds. */
const LONGEST_PAUSE_MS = 30_000;

/** What is on the screen: the answer to which question, and who alone may see it; null: anybody. */
interface Shown<Data> {
  key: string | null;
  question: string | null;
  data: Data | null;
  before: Data | null;
  failure: Failure | null;
  only: number | null;
}

const NOTHING = { key: null, question: null, data: null, before: null, failure: null, only: null };

/**
 * The answer to a question, asked anew when its variables, the network, the language or the asker change, and when a
 * broken connection recovers. Variables that are null ask nothing.
 */
export function useAnswer<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
): Asked<Data> {
  const key = variables === null ? null : keyOf(document, variables);
  const question = variables === null ? null : questionOf(document, variables);
  const shown = useRef<Shown<Data>>(NOTHING);
  const [, redraw] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const failed = useRef(0);
  const recovered = recoveries.value;

  // What was answered to somebody goes with them, at once, and not only when the next answer is there.
  const only = signedIn.value ? asker.value : null;
  if (shown.current.only !== null && shown.current.only !== only) shown.current = NOTHING;

  // What is remembered is shown at once, without a moment of waiting in between.
  const kept = key === null ? undefined : remembered<Data>(key);
  if (kept !== undefined && shown.current.key !== key) shown.current = { key, question, data: kept, before: null, failure: null, only };

  const retry = shown.current.failure !== null && passes(shown.current.failure) ? recovered : 0;
  useEffect(() => {
    if (key === null || variables === null) return;
    if (remembered(key) !== undefined) {
      // It may have come since this was rendered.
      if (shown.current.key !== key) redraw((count) => count + 1);
      return;
    }
    const stop = new AbortController();
    let later: ReturnType<typeof setTimeout> | undefined;
    const settle = async () => {
      const { data, failure } = await askOnce(key, document, variables, stop.signal);
      if (stop.signal.aborted) return;
      const was = failure !== null && passes(failure) ? shown.current : NOTHING;
      // Data stay under the question that they answer, as when the network moved on and then nobody could be reached.
      const same = was.question === question ? was.data : null;
      shown.current = { key, question, data: data ?? same, before: was.data ?? was.before, failure, only };
      redraw((count) => count + 1);
      // It goes on by itself, also when the line over which changes come never broke.
      const passing = failure !== null && passes(failure);
      failed.current = passing ? failed.current + 1 : 0;
      if (passing) later = setTimeout(() => setAttempt((count) => count + 1), Math.min(2 ** failed.current * 1_000, LONGEST_PAUSE_MS));
    };
    settle().catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
    return () => {
      clearTimeout(later);
      stop.abort();
    };
  }, [key, attempt, retry]);

  const { data, before, failure } = key === null ? NOTHING : shown.current;
  return {
    data,
    before,
    failure,
    loading: key !== null && shown.current.key !== key,
    again: () => {
      if (key !== null) forget(key);
      shown.current = { ...shown.current, key: null };
      setAttempt((count) => count + 1);
    },
  };
}
