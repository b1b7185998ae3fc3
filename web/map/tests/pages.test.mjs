// The pages of a coalition and of an organisation.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, start } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const section = (page, name) => page.getByRole('region', { name: new RegExp(`^${name}`) }).first();

test('a coalition tells who is in, on what evidence and what is missing', async () => {
  const page = await open(browser, `${server.url}/line/wonen-en-bereikbaarheid?day=2026-11-26`);
  await page.getByRole('heading', { level: 1, name: 'Wonen en Bereikbaarheid' }).waitFor();
  const core = section(page, 'Kern');
  await core.getByRole('link', { name: 'Gemeente Waterbroek' }).waitFor();
  await core.getByText('TOEZEGGINGEN').first().waitFor();
  const willing = section(page, 'Willend');
  await willing.getByRole('listitem').filter({ hasText: 'Gemeente Wolmersdijk' }).getByText(/raadsbesluit|besluit/).first().waitFor();
  await section(page, 'Daarbuiten').getByRole('listitem').filter({ hasText: "Gemeente 's-Heerenwold" }).getByText('Afgezegd').first().waitFor();
  assert.deepEqual(page.wrong, []);
});

test('conditional offers say who waits for whom and who would unlock them', async () => {
  const page = await open(browser, `${server.url}/line/werk-en-innovatie?day=2026-11-26`);
  const offers = page.getByRole('region', { name: 'Voorwaardelijke toezeggingen' });
  const blocked = offers.getByRole('listitem').filter({ hasText: 'Provincie Zuiderlanden' }).first();
  await blocked.getByText('Maakt 2 partijen los').waitFor();
  await offers.getByText('2 partijen, € 300.000').waitFor();
});

test('a coalition is compared with the day that one chooses, and the address keeps it', async () => {
  const page = await open(browser, `${server.url}/line/wonen-en-bereikbaarheid?day=2026-11-26`);
  const changes = page.getByRole('region', { name: 'Wie kwam en ging' });
  await changes.getByLabel('Vergelijk met de coalitie op').fill('2025-11-01');
  await page.waitForURL(/since=2025-11-01/);
  await changes.getByRole('listitem').filter({ hasText: 'Gemeente Vaartmeden' }).first().waitFor();
});

test('a long tier comes a page at a time, and everybody comes once', async () => {
  const page = await open(browser, `${server.url}/line/public-affairs?day=2026-11-26`);
  const willing = section(page, 'Willend');
  await willing.locator('.standings > li').first().waitFor();
  for (const more = willing.getByRole('button', { name: /^Toon meer/ }); await more.count();) {
    await more.click();
    await page.waitForTimeout(200);
  }
  const names = await willing.locator('.standings > li .named').allInnerTexts();
  assert.equal(new Set(names).size, names.length);
  const said = /\((\d+)\)/.exec(await willing.getByRole('heading').first().innerText())?.[1];
  assert.equal(String(names.length), said);
});

test('an organisation tells where it takes part and where it stood', async () => {
  const page = await open(browser, `${server.url}/organisation/gemeente-vaartmeden?day=2026-11-26`);
  await page.getByRole('heading', { level: 1, name: 'Gemeente Vaartmeden' }).waitFor();
  const participations = page.getByRole('region', { name: /^Deelname/ }).first();
  await participations.getByText('beëindigd', { exact: true }).first().waitFor();
  const all = await participations.getByRole('row').count();
  await participations.getByRole('checkbox').uncheck();
  await participations.getByText('beëindigd', { exact: true }).first().waitFor({ state: 'detached' });
  assert.ok((await participations.getByRole('row').count()) < all);
  await page.getByRole('link', { name: 'Toon op de kaart' }).click();
  await page.waitForURL(/\/\?day=2026-11-26&select=organisation\/gemeente-vaartmeden/);
  assert.deepEqual(page.wrong, []);
});

test('who is not there on that day gets a way out', async () => {
  const page = await open(browser, `${server.url}/organisation/nobody-at-all?day=2020-01-01`);
  await page.getByText('Hier is niets.').waitFor();
  await page.getByRole('link', { name: 'Naar de kaart' }).click();
  await page.waitForURL(/\/\?day=2020-01-01$/);
  await page.goto(`${server.url}/no/such/view`);
  await page.getByText('Hier is niets.').waitFor();
});

test('a refusal of the server is shown in its words', async () => {
  const page = await open(browser, `${server.url}/line/werk-en-innovatie?known=1999-01-01T00:00:00Z`);
  const failed = page.getByRole('alert').first();
  await failed.waitFor();
  assert.match(await failed.innerText(), /BAD_USER_INPUT/);
});

test('English has words for everything', async () => {
  const page = await open(browser, `${server.url}/line/werk-en-innovatie?lang=en&day=2026-11-26`);
  await page.getByRole('heading', { name: 'Who takes part' }).waitFor();
  await page.getByLabel('Language').selectOption('nl');
  await page.getByRole('heading', { name: 'Wie doen mee' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'nl');
});
