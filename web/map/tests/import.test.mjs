// Reading a dataset: a trial first, what has to be mended, then applied and seen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, signedIn } from './editing.mjs';
import { looks } from './looks.mjs';
import { launch, open, signIn, start } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const row = (slug, more = {}) => ({ slug, name_nl: `Bedrijf ${slug}`, kind: 'COMPANY', helix: 'BUSINESS', confidence: 'HIGH', audience: 'PUBLIC', source: 'Proef', ...more });
const json = (organisations, name = 'proef.json') => ({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ organisations })) });
const BROKEN = json([row('Met spaties'), row('proef-kapot', { kind: 'ZZ' }), row('proef-goed'), row('proef-lang', { helix: 'NIETS' })]);
const choose = (page, file) => page.getByLabel('Kies een bestand').setInputFiles(file);

test('a broken file is told of line by line, mended, applied, seen by others, and taken back', async () => {
  const other = await open(browser, `${server.url}/organisation/proef-ingelezen`);
  await other.getByText('Hier is niets.').waitFor();
  const page = await signedIn(browser, server, '/edit');
  await page.getByRole('link', { name: 'Een bestand inlezen' }).click();
  await choose(page, BROKEN);
  await page.getByRole('heading', { name: 'Uitkomst van de proef' }).waitFor();
  const lines = page.locator('.problems tbody tr');
  assert.equal(await lines.count(), 3);
  await page.getByRole('row', { name: /lijst organisations 2 kind/ }).waitFor();
  await page.getByLabel('Zoek in de lijst').fill('helix');
  await page.getByText('1 van 3 regels').waitFor();
  assert.equal(await lines.count(), 1);
  assert.equal(await page.getByRole('button', { name: 'Pas toe' }).count(), 0, 'what is broken cannot be applied');

  await choose(page, json([row('proef-ingelezen')], 'verbeterd.json'));
  await page.getByText('Het bestand is in orde.').waitFor();
  await page.getByRole('row', { name: 'Organisaties 1 0 0 0' }).waitFor();
  await page.getByLabel('Reden').fill('proef');
  await page.getByRole('button', { name: 'Pas toe' }).click();
  await page.getByRole('heading', { name: 'Toegepast' }).waitFor();
  await page.getByText(/Revisie \d+ van het netwerk/).waitFor();
  await page.getByText('verbeterd.json').waitFor();
  await other.getByRole('heading', { level: 1, name: 'Bedrijf proef-ingelezen' }).waitFor();

  await page.getByRole('button', { name: 'Doe de proef opnieuw' }).click();
  await page.getByText('alles staat er al zo').waitFor();
  await remove('proef-ingelezen');
  await other.getByText('Hier is niets.').waitFor();
  assert.deepEqual([page.wrong.filter((told) => !told.includes('422')), other.wrong], [[], []]);
});

test('to replace is confirmed by a word, and who was overtaken is told so', async () => {
  const whole = await (await fetch(`${server.url}/export/network.json`, { headers: { authorization: `Bearer ${server.token}` } })).text();
  await merge(row('proef-vervangen'));
  const page = await signedIn(browser, server, '/edit?form=import');
  await page.getByLabel('Vervangen').check();
  await choose(page, { name: 'alles.json', mimeType: 'application/json', buffer: Buffer.from(whole) });
  await page.getByText('Hierdoor verdwijnt 1 rij.').waitFor();
  const apply = page.getByRole('button', { name: 'Vervang', exact: true });
  await apply.click();
  await page.getByText('Typ VERVANG, in hoofdletters.').waitFor();
  await page.getByLabel('Bevestiging').fill('VERVANG');
  await merge(row('proef-ander'));
  await page.getByText('Het netwerk is na uw proef gewijzigd.').waitFor();
  await apply.click();
  await page.getByText('Er is niets toegepast.').waitFor();
  await page.getByRole('button', { name: 'Doe de proef opnieuw' }).click();
  await page.getByText('Hierdoor verdwijnen 2 rijen.').waitFor();
  await page.getByLabel('Bevestiging').fill('VERVANG');
  await apply.click();
  await page.getByRole('heading', { name: 'Toegepast' }).waitFor();
  const { network } = await ask(server, 'EditBySlug', { slug: 'proef-vervangen', organisation: true, group: false, body: false, line: false, initiative: false, agreement: false, person: false });
  assert.equal(network.organisation, null);
  assert.deepEqual(page.wrong.filter((told) => !told.includes('409')), []);
});

test('what was exported is all right and there already, as workbook, zip and JSON', async () => {
  const page = await signedIn(browser, server, '/edit?form=import');
  for (const name of ['network.xlsx', 'network.zip', 'network.json']) {
    const file = await fetch(`${server.url}/export/${name}`, { headers: { authorization: `Bearer ${server.token}` } });
    await choose(page, { name, mimeType: 'application/octet-stream', buffer: Buffer.from(await file.arrayBuffer()) });
    await page.getByText(name).waitFor();
    await page.getByText('alles staat er al zo').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Pas toe' }).count(), 0);
  }
  assert.deepEqual(page.wrong, []);
});

test('lists have their names in the language of the page, and one that the page does not know its own', async () => {
  const page = await signedIn(browser, server, '/edit?form=import');
  const file = await fetch(`${server.url}/export/network.json`, { headers: { authorization: `Bearer ${server.token}` } });
  const text = await file.text();
  await page.route('**/import?*', async (route) => {
    const response = await route.fetch();
    const report = await response.json();
    await route.fulfill({ response, json: { ...report, counts: [...report.counts, { noun: 'constructor', added: 1, changed: 0, removed: 0, same: 0 }] } });
  });
  for (const [lang, seats] of [['nl', 'Zetels'], ['en', 'Seats']]) {
    await page.getByRole('combobox', { name: /^(Taal|Language)/ }).selectOption(lang);
    await page.getByLabel(/^(Kies een bestand|Choose a file)/).setInputFiles({ name: 'alles.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByRole('rowheader', { name: seats, exact: true }).waitFor();
    const names = await page.locator('tbody th').allTextContents();
    assert.equal(names.at(-1), 'constructor');
    assert.deepEqual(names.slice(0, -1).filter((name) => !/^[A-Z]/.test(name)), [], 'each list of the file has words');
    assert.equal(new Set(names).size, names.length);
  }
  assert.deepEqual(page.wrong, []);
});

test('what the server does not take is told in words, and the file stays chosen', async () => {
  const page = await signedIn(browser, server, '/edit?form=import');
  await choose(page, { name: 'foto.png', mimeType: 'image/png', buffer: Buffer.from('x') });
  await page.getByText('Dit is geen bestand dat hier ingelezen kan worden.').waitFor();
  await choose(page, { name: 'leeg.json', mimeType: 'application/json', buffer: Buffer.alloc(0) });
  await page.getByText('Het bestand is leeg.').waitFor();
  await choose(page, { name: 'kapot.xlsx', mimeType: '', buffer: Buffer.from('geen werkmap') });
  await page.getByText('Dit bestand is geen werkmap (xlsx). Is het beschadigd?').waitFor();
  for (const [status, headers, said] of [
    [413, {}, 'Het bestand is te groot voor deze server.'],
    [415, {}, 'Dit bestand is geen JSON.'],
    [400, {}, 'De server neemt dit bestand niet aan.'],
    [503, { 'retry-after': '7' }, 'Probeer het over 7 seconden opnieuw.'],
    [403, {}, 'U mag niet inlezen.'],
  ]) {
    await page.route('**/import?*', (route) => route.fulfill({ status, headers, contentType: 'text/plain', body: 'De reden in woorden.' }));
    await choose(page, json([row('proef-nooit')], `${status}.json`));
    await page.getByText(said).waitFor();
    await page.getByText(`${status}.json`).waitFor();
    await page.unroute('**/import?*');
  }
  await page.route('**/import?*', (route) => route.abort());
  await page.getByRole('button', { name: 'Doe de proef opnieuw' }).click();
  await page.getByText('Uw bestand staat nog klaar.').waitFor();
  await page.unroute('**/import?*');
  await page.getByRole('button', { name: 'Doe de proef opnieuw' }).click();
  await page.getByText('Het bestand is in orde.').waitFor();
});

async function merge(organisation) {
  const response = await fetch(`${server.url}/import?mode=merge`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ organisations: [organisation] }),
  });
  assert.equal(response.status, 200, await response.text());
}

async function remove(slug) {
  const { network } = await ask(server, 'EditBySlug', { slug, organisation: true, group: false, body: false, line: false, initiative: false, agreement: false, person: false });
  await ask(server, 'EditRemoveOrganisation', { input: { id: network.organisation.id, reason: 'proef' } });
}

looks('edit-import', () => `${server.url}/edit?form=import`, {
  browser: () => browser,
  ready: async (page) => {
    await signIn(page, server.token);
    await choose(page, BROKEN);
    await page.locator('.problems tbody tr').first().waitFor();
  },
});
