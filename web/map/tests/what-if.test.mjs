// Scenarios: what falls or joins beside today, in an address that can be shared.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { looks } from './looks.mjs';
import { blank, changing, HOSTILE, launch, open, PHONE, start, stayNames, until } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const at = (assume = '') => `${server.url}/what-if?day=2026-11-26${assume === '' ? '' : `&assume=${assume}`}`;
const line = (page, name) => page.getByRole('region', { name, exact: true }).first();
/** With plain blanks where amounts have hard ones. */
const plain = (text) => text.replace(/\s+/g, ' ').trim();
/** The cells of a row of the table of a line: today, in the scenario, difference. */
const row = (page, name, head) => line(page, name).getByRole('row').filter({ has: page.getByRole('rowheader', { name: head, exact: true }) }).getByRole('cell').allInnerTexts().then((texts) => texts.map(plain));
const items = (page) => page.locator('.changes > li');

test('an empty scenario says what one can try, and begins with whose leaving cuts most', async () => {
  const page = await open(browser, at());
  const ideas = page.getByRole('region', { name: 'Om te beginnen' });
  const first = ideas.getByRole('listitem').first();
  await first.getByRole('link', { name: 'Gemeente Waterbroek stapt eruit' }).waitFor();
  assert.match(plain(await first.innerText()), /2 leden minder, 6 toezeggingen komen niet meer uit, € 900\.000 minder, 5 overleggen zonder voorzitter/);
  await ideas.getByRole('link', { name: /Provincie Zuiderlanden stelt geen voorwaarde meer: Werk en Innovatie/ }).click();
  await page.waitForURL(/assume=drops:/);
  await items(page).getByText('Provincie Zuiderlanden').waitFor();
  await line(page, 'Werk en Innovatie').locator('.moves').getByRole('link', { name: 'Provincie Zuiderlanden' }).waitFor();
  assert.deepEqual(page.wrong, []);
});

test('who leaves takes others along: the same address shows it to others', async () => {
  const page = await open(browser, at());
  const who = page.getByRole('combobox', { name: 'Organisatie' });
  await who.fill('zuiderl');
  await page.getByRole('option', { name: /Provincie Zuiderlanden/ }).waitFor();
  await who.press('ArrowDown');
  await who.press('Enter');
  assert.equal(await who.inputValue(), 'Provincie Zuiderlanden');
  await who.press('Enter');
  await page.waitForURL(/assume=leaves:provincie-zuiderlanden$/);
  const other = await open(browser, page.url());
  for (const seen of [page, other]) {
    const mobility = line(seen, 'Wonen en Bereikbaarheid');
    await mobility.getByRole('heading', { name: 'Wie verandert van stand' }).waitFor();
    assert.deepEqual(await row(seen, 'Wonen en Bereikbaarheid', 'Leden'), ['16', '15', '▼ −1']);
    assert.deepEqual(await row(seen, 'Wonen en Bereikbaarheid', 'Geld, toegezegd'), ['€ 6.825.000', '€ 6.150.000', '▼ −€ 675.000']);
    await mobility.locator('.moves li.falls', { hasText: 'Provincie Zuiderlanden' }).getByText('stapt in dit scenario uit').waitFor();
    await mobility.locator('.conditional', { hasText: 'Raken geblokkeerd' }).getByText('Spoorbeheer Voorbeeld').waitFor();
    await seen.getByRole('region', { name: 'Overleggen en verbinding' }).getByRole('link', { name: 'PHO Bereikbaarheid' }).waitFor();
  }
  await line(page, 'Wonen en Bereikbaarheid').getByText('Alle leden, per kring naast elkaar').click();
  await line(page, 'Wonen en Bereikbaarheid').locator('.differs', { hasText: 'Provincie Zuiderlanden' }).getByText('gaat weg').waitFor({ state: 'attached' });
  await line(page, 'Wonen en Bereikbaarheid').getByText('Wie het meest tussen anderen staat').click();
  await line(page, 'Wonen en Bereikbaarheid').locator('ol > li').nth(9).waitFor();
  await items(page).first().getByRole('link', { name: 'Haal weg 1' }).click();
  await page.getByRole('region', { name: 'Om te beginnen' }).waitFor();
  assert.ok(!page.url().includes('assume'));
  await until(async () => (await page.evaluate(() => document.activeElement.id)) === 'scenario');
  assert.deepEqual([...page.wrong, ...other.wrong], []);
});

test('a pledge with means and a condition is put in by the form, which says what is wrong at the field', async () => {
  const page = await open(browser, at());
  await page.getByLabel('Verandering').selectOption('pledges');
  await page.getByRole('button', { name: 'Probeer dit' }).click();
  const who = page.getByRole('combobox', { name: 'Organisatie' });
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  assert.equal(await who.getAttribute('aria-invalid'), 'true');
  await who.fill('wolmersd');
  await page.getByRole('option', { name: /Gemeente Wolmersdijk/ }).click();
  await page.getByLabel('Programmalijn', { exact: true }).selectOption('werk-en-innovatie');
  await page.getByLabel('Bedrag in euro').fill('honderd');
  await page.getByLabel('Voorwaarde').selectOption('parties');
  await page.getByLabel('Hoeveel partijen').fill('3');
  await page.getByRole('button', { name: 'Probeer dit' }).click();
  await page.getByText('Vul een getal in, met een punt voor decimalen.').waitFor();
  await page.getByLabel('Bedrag in euro').fill('100000');
  await page.getByRole('button', { name: 'Probeer dit' }).click();
  await page.waitForURL(/assume=pledges:gemeente-wolmersdijk:werk-en-innovatie:budget-100000:if-parties-3$/);
  await items(page).getByRole('link', { name: 'Gemeente Wolmersdijk' }).waitFor();
  assert.equal(plain(await items(page).first().locator('.change > span').innerText()), 'Gemeente Wolmersdijk (Overheid) zegt toe: Werk en Innovatie, geld € 100.000, als 3 partijen meedoen');
  await line(page, 'Werk en Innovatie').locator('.moves li.joins', { hasText: 'Gemeente Oostveld aan de Aa' }).getByText(/voorwaarde is nu vervuld/).waitFor();
  assert.deepEqual(await row(page, 'Werk en Innovatie', 'Leden'), ['10', '13', '▲ +3']);
  assert.deepEqual(page.wrong, []);
});

test('what the server refuses is told at the change, and the others are tried without it', async () => {
  const page = await open(browser, at('leaves:gemeente-nergens,leaves:provincie-zuiderlanden,joins:gemeente-waterbroek,nonsense:x,pledges'));
  await items(page).nth(2).getByText('deze organisatie is al deelnemer').waitFor();
  assert.equal(await items(page).count(), 3, 'nonsense is left aside');
  assert.equal(plain(await items(page).nth(0).getByRole('alert').innerText()), 'Telt niet mee: deze organisatie is er niet op deze dag');
  assert.equal(await items(page).nth(1).getByRole('alert').count(), 0);
  await line(page, 'Wonen en Bereikbaarheid').getByRole('heading', { name: 'Wie verandert van stand' }).waitFor();
  assert.deepEqual(await row(page, 'Wonen en Bereikbaarheid', 'Leden'), ['16', '15', '▼ −1']);
  // The browser tells its console of each answer that refuses.
  assert.deepEqual(page.wrong.filter((text) => !/status of 400/.test(text)), []);
  await page.goto(at('leaves:gemeente-nergens'));
  await page.getByText('Niets hiervan kan op deze dag.').waitFor();
});

test('more changes than the server tries are told of, and there is no room for another', async () => {
  const many = Array.from({ length: 21 }, (_, n) => `pledges:gemeente-waterbroek:werk-en-innovatie:budget-${n + 1}`);
  const page = await open(browser, at(many.join(',')));
  await items(page).nth(20).getByRole('alert').waitFor();
  assert.equal(await page.locator('.changes [role="alert"]').count(), 1);
  await page.getByText('Twintig veranderingen is het meeste.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Probeer dit' }).count(), 0);
  await page.locator('.compare').first().waitFor();
  assert.deepEqual(page.wrong, []);
});

test('a promise that is there is ratified', async () => {
  const page = await open(browser, at());
  await page.getByLabel('Verandering').selectOption('ratifies');
  await page.getByRole('combobox', { name: 'Organisatie' }).fill('wolmersdijk');
  await page.getByRole('option', { name: /Gemeente Wolmersdijk/ }).click();
  const which = page.getByLabel('Welke toezegging');
  await which.waitFor();
  await which.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Probeer dit' }).click();
  await page.waitForURL(/assume=ratifies:/);
  await line(page, 'Wonen en Bereikbaarheid').locator('.moves li', { hasText: 'Gemeente Wolmersdijk' }).getByText('bekrachtigt in dit scenario').waitFor();
  assert.deepEqual(page.wrong, []);
});

test('a change that changes nothing says so, and a failure says what to do', async () => {
  const page = await open(browser, at('funded:plus'));
  await page.getByText('Dit verandert niets aan wie meedoet.').waitFor();
  await page.getByText('Geen overleg verliest zijn voorzitter en niemand raakt los.').waitFor();
  assert.deepEqual(page.wrong, []);
  await page.goto(`${server.url}/what-if?known=1999-01-01T00:00:00Z&assume=funded:plus`);
  await page.getByRole('alert').first().waitFor();
});

test('English has words for everything', async () => {
  const page = await open(browser, `${at('pledges:gemeente-wolmersdijk:werk-en-innovatie:capacity-1.5:if-budget-100000,adopts:gs-noordermarke:werk-en-innovatie')}&lang=en`);
  await items(page).first().getByText(/people's time 1.5 fte, if €100,000 comes together/).waitFor();
  await items(page).nth(1).getByText('adopts:').waitFor();
  assert.equal(await items(page).getByRole('alert').count(), 0);
  await page.getByRole('heading', { name: 'What changes' }).waitFor();
  await page.getByRole('columnheader', { name: 'In this scenario' }).first().waitFor();
});

test('hostile names stay names', async () => {
  const page = await blank(browser, server);
  let turn = 0;
  const name = () => HOSTILE[turn++ % HOSTILE.length];
  await changing(page, 'WhatIf', (answer) => {
    for (const { organisation } of answer.data.network.assuming.changesSince.standings) organisation.name = name();
    return answer;
  });
  await changing(page, 'WhatIfNames', (answer) => {
    for (const organisation of answer.data.network.organisations.nodes) organisation.name = HOSTILE[3];
    return answer;
  });
  await changing(page, 'Search', (answer) => {
    answer.data.network.search.nodes[0].name = HOSTILE[0];
    return answer;
  });
  await page.setViewportSize(PHONE);
  await page.goto(at('leaves:gemeente-waterbroek'));
  await page.locator('.moves bdi').first().waitFor();
  await items(page).getByText(HOSTILE[3].slice(0, 50)).waitFor();
  await page.getByRole('combobox', { name: 'Organisatie' }).fill('gemeente');
  await page.getByRole('option', { name: /<img src=x/ }).click();
  assert.equal(await page.getByRole('combobox', { name: 'Organisatie' }).inputValue(), HOSTILE[0]);
  await stayNames(page);
});

const ready = (page) => page.locator('.ideas li').nth(4).waitFor();
looks('what-if-empty', () => at(), { browser: () => browser, ready });
looks('what-if', () => at('leaves:provincie-zuiderlanden,pledges:gemeente-wolmersdijk:werk-en-innovatie:budget-100000:if-parties-3'), {
  browser: () => browser,
  ready: async (page) => {
    await page.locator('.compare').nth(1).waitFor();
    for (const summary of await page.locator('.what-if summary').all()) await summary.click();
    await page.locator('.column ol li').last().waitFor();
  },
});
