import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { language } from '../address';
import { type Failure, failureOf, wantsSignIn } from './failure';
import { authorization, lapse } from './session';

/** What came of a question. With both, only a part could be answered. */
export interface Answer<Data> {
  data: Data | null;
  failure: Failure | null;
}

/** The hash by which the server knows a document; the bundle holds no text of it. */
export function documentId(document: TypedDocumentNode<any, any>): string {
  return (document as unknown as { __meta__: { hash: string } }).__meta__.hash;
}

/** Headers of every request. */
export function headers(who = authorization()): Record<string, string> {
  return { 'accept-language': language.value, ...who };
}

/**
 * Sends a trusted document.
 *
 * Fails only when it is told to stop by the signal; everything else is a `Failure` of the answer.
 */
export async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  who = authorization(),
): Promise<Answer<Data>> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        ...headers(who),
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ documentId: documentId(document), variables }),
      credentials: 'same-origin',
      ...(signal && { signal }),
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof TypeError) return { data: null, failure: { kind: 'unreachable' } };
    throw error;
  }
  const answer = await read<Data>(response, signal);
  if (answer.failure !== null && wantsSignIn(answer.failure)) lapse(who);
  return answer;
}

async function read<Data>(response: Response, signal?: AbortSignal): Promise<Answer<Data>> {
  let body: { data?: Data | null; errors?: unknown[] };
  try {
    body = (await response.json()) as typeof body;
  } catch (error) {
    signal?.throwIfAborted();
    // Text that ends halfway is a broken connection; anything else is somebody else's answer.
    const broken = error instanceof TypeError;
    return { data: null, failure: broken ? { kind: 'unreachable' } : { kind: 'unreadable', status: response.status } };
  }
  const errors = Array.isArray(body?.errors) ? body.errors : [];
  if (errors.length > 0) return { data: body.data ?? null, failure: failureOf(errors) };
  if (body?.data === undefined || body.data === null) {
    return { data: null, failure: { kind: 'unreadable', status: response.status } };
  }
  return { data: body.data, failure: null };
}
