// What tests of editing share: another editor who works beside the page, and going on within it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { open, signIn } from './support.mjs';

export const documents = fileURLToPath(new URL('../dist/documents/', import.meta.url));

/** Asks as another editor does, by a document that the page brings. */
export async function ask(server, name, variables) {
  const text = readFileSync(`${documents}${name}.graphql`, 'utf8');
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ documentId: `sha256:${createHash('sha256').update(text).digest('hex')}`, variables }),
  });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  assert.deepEqual(data.answer?.userErrors ?? [], []);
  return data;
}

/** An organisation of the test's own, so that a server that others use too stays as it is for them. */
export async function organisation(server, slug) {
  const source = { title: 'Proef' };
  const { answer } = await ask(server, 'EditRegisterOrganisation', { input: { slug, nameNl: `Bedrijf ${slug}`, kind: 'COMPANY', helix: 'BUSINESS', source } });
  const { id } = answer.fact;
  return {
    id,
    correct: (input) => ask(server, 'EditCorrectOrganisation', { input: { id, source: { title: `Proef ${Math.random()}` }, ...input } }),
    remove: () => ask(server, 'EditRemoveOrganisation', { input: { id, reason: 'proef' } }),
  };
}

/** A page of somebody who signed in. */
export async function signedIn(browser, server, path, options) {
  const page = await open(browser, `${server.url}${path}`, options);
  await signIn(page, server.token);
  return page;
}

/** Goes on within the page, so that who signed in stays. */
export const goTo = (page, path) => page.evaluate((to) => {
  history.pushState(null, '', to);
  dispatchEvent(new PopStateEvent('popstate'));
}, path);
