// Two who change the same at once: both are told, and nothing that was typed is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, organisation, signedIn } from './editing.mjs';
import { looks } from './looks.mjs';
import { launch, signIn, start } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await left.pop()?.remove();
  await browser.close();
  await server.stop();
});

test('somebody else was first: a gentle mark, then both side by side, and the editor decides', async () => {
  const own = await organisation(server, 'proef-tegelijk');
  const page = await signedIn(browser, server, '/edit?form=correct-organisation&of=proef-tegelijk');
  await page.getByLabel('Naam (Nederlands)').fill('Mijn naam');
  await page.getByLabel('Titel van de bron').fill('Mijn bron');
  await own.correct({ nameNl: 'Naam van een ander', nameEn: 'By another', reason: 'hun reden' });
  const mark = page.locator('.meanwhile');
  await mark.getByText('Naam (Nederlands)').waitFor();
  await mark.getByText('hun reden').waitFor();
  assert.equal(await page.getByLabel('Naam (Nederlands)').inputValue(), 'Mijn naam', 'what was typed stays');

  await page.getByRole('button', { name: 'Wijziging vastleggen' }).click();
  await page.getByRole('heading', { name: 'Iemand anders was u voor' }).waitFor();
  const row = page.getByRole('row', { name: /^Naam \(Nederlands\)/ });
  for (const text of ['Bedrijf proef-tegelijk', 'Naam van een ander', 'Mijn naam']) await row.getByText(text).waitFor();
  assert.equal(await page.getByLabel('Naam (Nederlands)').inputValue(), 'Mijn naam');
  assert.equal(await page.getByLabel('Naam (Engels)').inputValue(), 'By another', 'what one left alone follows');
  await row.getByRole('button', { name: 'Neem over' }).click();
  assert.equal(await page.getByLabel('Naam (Nederlands)').inputValue(), 'Naam van een ander');
  await row.getByRole('button', { name: 'Houd het mijne' }).click();
  await page.getByRole('button', { name: 'Wijziging vastleggen' }).click();
  await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor();
  const { network } = await ask(server, 'EditReadOrganisation', { id: own.id });
  assert.deepEqual([network.fact.nameNl, network.fact.nameEn], ['Mijn naam', 'By another']);
  await own.remove();
  assert.deepEqual(page.wrong, []);
});

test('what is about to go changed meanwhile: it goes only after a second look', async () => {
  const own = await organisation(server, 'proef-weg');
  const page = await signedIn(browser, server, '/edit?form=remove-organisation&of=proef-weg');
  await page.getByLabel('Reden').fill('dubbel');
  await own.correct({ note: 'toch niet dubbel', reason: 'nagekeken' });
  await page.locator('.meanwhile').getByText('nagekeken').waitFor();
  const go = page.getByRole('button', { name: 'Verwijderen' });
  await go.click();
  await page.getByRole('heading', { name: 'Iemand anders was u voor' }).waitFor();
  await page.locator('.meanwhile').getByText('Opmerking').waitFor();
  assert.equal(await page.getByLabel('Reden').inputValue(), 'dubbel');
  const other = await signedIn(browser, server, '/edit?form=correct-organisation&of=proef-weg');
  await other.getByLabel('Naam (Nederlands)').fill('Dit typte ik');
  await go.click();
  await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor();
  await other.getByText('Wat u typte staat er nog.').waitFor();
  assert.equal(await other.getByLabel('Naam (Nederlands)').inputValue(), 'Dit typte ik');
  assert.deepEqual([page.wrong, other.wrong], [[], []]);
});

const slug = `proef-beide-${Date.now()}`;
const left = [];
looks('edit-conflict', () => `${server.url}/edit?form=correct-organisation&of=${slug}`, {
  browser: () => browser,
  ready: async (page) => {
    await left.pop()?.remove();
    const own = await organisation(server, slug);
    await signIn(page, server.token);
    await page.getByLabel('Naam (Nederlands)').fill('Mijn naam');
    await page.getByLabel('Titel van de bron').fill('Mijn bron');
    await own.correct({ nameNl: 'Naam van een ander', since: '1890~', reason: 'nagekeken' });
    await page.locator('.meanwhile').waitFor();
    await page.getByRole('button', { name: 'Toon wat er nu staat' }).click();
    await page.getByRole('heading', { name: 'Iemand anders was u voor' }).waitFor();
    left.push(own);
  },
});
