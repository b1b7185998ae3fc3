// The pages of a coalition and of an organisation.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changing, launch, open, start } from './support.mjs';

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
  await section(page, 'Daarbuiten').getByRole('button', { name: /^Toon/ }).click();
  await section(page, 'Daarbuiten').getByRole('listitem').filter({ hasText: "Gemeente 's-Heerenwold" }).getByText('Afgezegd').first().waitFor();
  assert.deepEqual(page.wrong, []);
});

test('conditional offers say who waits for whom and who would unlock them', async () => {
  const page = await open(browser, `${server.url}/line/werk-en-innovatie?day=2026-11-26`);
  const offers = page.getByRole('region', { name: 'Voorwaardelijke toezeggingen' });
  const blocked = offers.getByRole('listitem').filter({ hasText: 'Provincie Zuiderlanden' }).first();
  await blocked.getByText('Maakt 2 partijen los').waitFor();
  await offers.getByText('2 partijen, € 300.000').waitFor();
  for (const offer of await offers.locator('.offers > li').all()) assert.match(await offer.innerText(), /(voorgenomen|toegezegd|bekrachtigd|geleverd): \S/, 'it says which promise it is');
  await page.goto(`${server.url}/line/wonen-en-bereikbaarheid?day=2026-11-26`);
  const part = offers.getByRole('listitem').filter({ hasText: 'Gemeente Aldermeer' }).first();
  assert.match(await part.innerText(), /€\s36\.000[\s\S]*hier telt een deel van Geld €\s40\.000/);
});

test('the bar of the three O\'s holds what its percentages are of', async () => {
  const page = await open(browser, `${server.url}/line/werk-en-innovatie?day=2026-11-26`);
  const balance = page.getByRole('region', { name: "Balans van de drie O's" });
  await balance.getByText(/%/).first().waitFor();
  assert.equal(await balance.locator('.shares > span').count(), await balance.locator('li').filter({ hasText: /[1-9]\d*%/ }).count());
});

test('an organisation of which nothing is known says so', async () => {
  const page = await open(browser, `${server.url}/icon.svg`);
  page.wrong.length = 0;
  await changing(page, 'Organisation', (answer) => {
    answer.data.network.organisation.standings = [];
    return answer;
  });
  await page.goto(`${server.url}/organisation/gemeente-waterbroek`);
  await page.getByRole('region', { name: 'Stand per programmalijn' }).getByText('er is niets over vastgelegd').waitFor();
  assert.deepEqual(page.wrong, []);
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
  await page.waitForURL(/\/\?day=2026-11-26&lang=nl&select=organisation\/gemeente-vaartmeden/);
  assert.deepEqual(page.wrong, []);
});

test('bodies lead to governance and initiatives to the programme, from where one takes part and from evidence', async () => {
  const page = await open(browser, `${server.url}/organisation/gemeente-waterbroek?day=2026-11-26`);
  const participations = page.getByRole('region', { name: /^Deelname/ }).first();
  await participations.getByRole('row').nth(2).waitFor();
  const venues = await participations.getByRole('rowheader').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const steps = await page.locator('.reasons a[href*="select="]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const told = /^\/(governance\?day=2026-11-26&lang=nl&select=body|programme\?day=2026-11-26&lang=nl&select=(initiative|agreement)|line|\?day=2026-11-26&lang=nl&select=group)\//;
  assert.deepEqual([...venues, ...steps].filter((href) => !told.test(href)), []);
  for (const links of [venues, steps]) assert.ok(links.some((href) => href.startsWith('/governance')) && links.some((href) => href.startsWith('/programme')), links.join(' '));
  const body = participations.locator('th a[href^="/governance"]').first();
  const name = await body.innerText();
  await body.click();
  await page.getByRole('region', { name, exact: true }).getByRole('row').nth(1).waitFor();
  assert.deepEqual(page.wrong, []);
});

test('who is not there on that day gets a way out', async () => {
  const page = await open(browser, `${server.url}/organisation/nobody-at-all?day=2020-01-01`);
  await page.getByText('Hier is niets.').waitFor();
  await page.getByRole('link', { name: 'Naar de kaart' }).click();
  await page.waitForURL(/\/\?day=2020-01-01&lang=nl$/);
  await page.goto(`${server.url}/no/such/view`);
  await page.getByText('Hier is niets.').waitFor();
  assert.match(await page.title(), /^Hier is niets · /);
  await page.goto(`${server.url}/what-if/`);
  await page.getByRole('heading', { level: 1, name: 'Wat als' }).waitFor();
});

test('a refusal of the server is shown in its words, the code in small print', async () => {
  const page = await open(browser, `${server.url}/icon.svg`);
  page.wrong.length = 0;
  await page.route('**/graphql', (route) => route.fulfill({ json: { errors: [{ message: 'minConfidence: zo zeker is niets', extensions: { code: 'BAD_USER_INPUT' } }] } }));
  await page.goto(`${server.url}/line/werk-en-innovatie`);
  const failed = page.getByRole('alert').first();
  await failed.getByText('zo zeker is niets', { exact: true }).waitFor();
  assert.match(await failed.locator('small').innerText(), /BAD_USER_INPUT/);
  assert.deepEqual(page.wrong, []);
});

test('an address says its language from the start, so that who gets it reads the same', async () => {
  const page = await open(browser, `${server.url}/programme?day=2026-11-26#ambitions`);
  assert.match(page.url(), /day=2026-11-26&lang=nl#ambitions$/);
  const other = await open(browser, page.url(), { locale: 'en-GB' });
  await other.getByRole('heading', { level: 1, name: 'Programma' }).waitFor();
  const english = await open(browser, `${server.url}/programme`, { locale: 'en-GB' });
  const steps = await english.evaluate(() => history.length);
  assert.match(english.url(), /lang=en$/);
  await english.reload();
  assert.equal(await english.evaluate(() => history.length), steps);
});

test('English has words for everything', async () => {
  const page = await open(browser, `${server.url}/line/werk-en-innovatie?lang=en&day=2026-11-26`);
  await page.getByRole('heading', { name: 'Who takes part' }).waitFor();
  await page.getByLabel('Language').selectOption('nl');
  await page.getByRole('heading', { name: 'Wie doen mee' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'nl');
});

test('what was recorded is told in words', async () => {
  const page = await open(browser, `${server.url}/icon.svg`);
  await changing(page, 'OrganisationHistory', (answer) => {
    const change = (noun, kind, fields) => ({
      id: `${noun} ${fields.length}`, kind, noun, revision: fields.length + 2, recordedAt: '2026-11-26T10:00:00Z', actor: 'editor', reason: null, fields,
    });
    answer.data.network.organisation.history = {
      totalCount: 2, pageInfo: { hasNextPage: false, endCursor: null },
      nodes: [
        change('seats', 'CHANGED', [{ name: 'role', before: 'MEMBER', after: 'CHAIR' }, { name: 'until', before: null, after: '2026-03~' }]),
        change('some_new_noun', 'CHANGED', [{ name: 'a_field', before: 'true', after: 'x' }]),
      ],
    };
    return answer;
  });
  await page.goto(`${server.url}/organisation/gemeente-vaartmeden`);
  const history = page.getByRole('region', { name: 'Wat is vastgelegd' });
  await history.getByText('Zetel gewijzigd').waitFor();
  const told = await history.innerText();
  for (const part of ['Rol: Lid → Voorzitter', 'Tot en met: – → omstreeks maart 2026', 'Some new noun gewijzigd', 'A field: ja → x']) {
    assert.ok(told.includes(part), `${part} in ${told}`);
  }
});

test('that only what is sure enough is shown stands on every page, on paper too, with a way back', async () => {
  const page = await open(browser, `${server.url}/line/wonen-en-bereikbaarheid?day=2026-11-26&confidence=HIGH`);
  const notice = page.getByRole('region', { name: 'Meldingen' });
  await notice.getByText('Zekerheid: alleen hoog').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.locator('p.printed', { hasText: 'Zekerheid: alleen hoog' }).waitFor();
  await page.emulateMedia({ media: 'screen' });
  await notice.getByRole('link', { name: 'Toon alles' }).click();
  await page.waitForFunction(() => !location.search.includes('confidence'));
  assert.deepEqual(page.wrong, []);
});

test('a coalition on paper holds everything, with addresses and without what one presses', async () => {
  const page = await open(browser, `${server.url}/line/wonen-en-bereikbaarheid?day=2026-11-26`);
  await section(page, 'Kansrijk').locator('.standings > li').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.locator('p.printed', { hasText: 'Het netwerk op 26 nov 2026' }).waitFor();
  assert.ok(await page.getByText('Regio Voorbeeld (verzonnen)').first().isVisible(), 'whose network it is');
  for (const gone of ['.menu', '.search', '.time', '.actions', 'summary']) assert.ok(!(await page.locator(gone).first().isVisible()), gone);
  const folded = section(page, 'Kansrijk').locator('.reasons').first();
  assert.ok((await folded.boundingBox())?.height > 10, 'evidence that is folded on the screen is there');
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.length > 10_000);
});
