// The programme: lines with their money and initiatives, ambitions, agreements, and the filter over all of it.
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

const at = (more = '') => `${server.url}/programme?day=2026-11-26${more}`;
const part = (page, name) => page.getByRole('region', { name, exact: true });
const row = (page, text) => page.getByRole('table', { name: 'Tijdlijn' }).getByRole('row').filter({ hasText: text });
/** Text with plain spaces: amounts are written with those that do not break. */
const plain = (text) => text.replaceAll('\u00a0', ' ');

test('a line and a reach filter the page, and the address keeps both', async () => {
  const first = await open(browser, at());
  await first.getByLabel('Programmalijn').selectOption({ label: 'Werk en Innovatie' });
  await first.waitForURL(/line=werk-en-innovatie/);
  await first.getByRole('link', { name: '1 jaar om de dag' }).click();
  await first.waitForURL(/span=year/);
  const page = await open(browser, first.url());
  await row(page, 'Tussenbalans').waitFor();
  // Signed more than a year ago, and of another line.
  assert.equal(await row(page, 'Ondertekening intentieverklaring').count(), 0);
  // Within the year, but of a deal that no source ties to this line.
  assert.equal(await row(page, 'Aanvraag tweede Regio Deal').count(), 0);
  await page.getByText(/mijlpalen horen bij geen lijn in het bijzonder/).waitFor();
  await part(page, 'Ambities en het geld erachter').getByRole('heading', { name: 'Leren en Werken' }).waitFor();
  assert.equal(await part(page, 'Ambities en het geld erachter').getByRole('heading', { name: 'Spoor en Weg' }).count(), 0);
  assert.equal(await part(page, 'Wonen en Bereikbaarheid').count(), 0);
  // A deal that pays for a project of the line is about the line.
  await part(page, 'Afspraken').getByRole('heading', { name: 'Regio Deal Aa en Meden' }).waitFor();
  await page.getByLabel('Programmalijn').selectOption({ label: 'Alle lijnen' });
  await part(page, 'Wonen en Bereikbaarheid').waitFor();
});

test('a line tells exactly what is promised, ratified and delivered, and what has no amount', async () => {
  const page = await open(browser, at());
  const line = part(page, 'Wonen en Bereikbaarheid');
  const cells = (name) => line.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) }).first().getByRole('cell').allInnerTexts();
  await line.getByRole('row').first().waitFor();
  assert.deepEqual((await cells('Geld')).map(plain), ['7', '€ 6.825.000', '€ 6.060.000', '€ 5.460.000', '0']);
  assert.deepEqual(await cells('In natura'), ['2', '–', '–', '–', '2']);
});

test('an initiative stands in each of its places, with who carries it and who promised what', async () => {
  const page = await open(browser, at());
  await part(page, 'Werk en Innovatie').getByText('Project, telt hier voor 60%').waitFor();
  const second = part(page, 'Wonen en Bereikbaarheid').locator('.initiatives .initiatives > li').filter({ hasText: 'Werken waar je woont' });
  assert.match(await second.innerText(), /telt hier voor 40%[\s\S]*Dragers:[\s\S]*Gemeente Waterbroek/);
  await page.goto(at('&select=initiative/wonen-in-de-kernen'));
  const chosen = page.locator('.chosen-item');
  const money = chosen.getByRole('row').filter({ hasText: 'Rijk (verzonnen)' });
  assert.match(plain(await money.innerText()), /bekrachtigd: 14 nov 2025[\s\S]*€ 3\.500\.000 \(geleverd: februari 2026\)[\s\S]*TOEZEGGINGEN/);
  await until(() => page.evaluate(() => document.activeElement?.classList.contains('chosen-item')));
  assert.deepEqual(page.wrong, []);
});

test('ambitions stand on both levels, with the one that the money reaches and whose it is', async () => {
  const page = await open(browser, at());
  const ambitions = part(page, 'Ambities en het geld erachter');
  const table = ambitions.getByRole('region', { name: 'Spoor en Weg' });
  await table.waitFor();
  const heads = await table.getByRole('columnheader').allInnerTexts();
  assert.match(heads[1], /Basisniveau\s+✓\s+bekostigd/);
  assert.match(heads[2], /Plusniveau\s+○\s+nog niet bekostigd/);
  const [base, plus] = await table.getByRole('row').filter({ hasText: 'Het geld' }).getByRole('cell').allInnerTexts();
  assert.match(plain(base), /Gemeente Waterbroek[\s\S]*€ 600\.000[\s\S]*bekrachtigd: 16 mrt 2026/);
  assert.match(plus, /Geen geld bekend/);
  await ambitions.getByText('Het geld reikt tot het plusniveau.').waitFor();
});

test('a milestone leads to its agreement, which tells its parties, its period and its money', async () => {
  const page = await open(browser, at());
  await row(page, 'Ondertekening Regio Deal').getByRole('link', { name: 'Regio Deal Aa en Meden' }).click();
  await page.waitForURL(/select=agreement\/regio-deal-aa-en-meden/);
  const chosen = page.locator('.chosen-item');
  await chosen.getByText('1 jun 2023 – 31 dec 2027').waitFor();
  await chosen.getByText('€ 24.000.000').waitFor();
  await chosen.getByText('Volgens de bron 7 projecten van de Regio Deal, bekend: 4.').waitFor();
  const state = chosen.getByRole('row').filter({ hasText: 'Rijk (verzonnen)' });
  await state.filter({ hasText: '€ 12.000.000' }).waitFor();
  await state.filter({ hasText: 'Ondertekenaar' }).waitFor();
  await row(page, 'Tussenbalans').getByRole('link', { name: 'Algemeen Bestuur' }).click();
  await page.waitForURL(/\/governance\?day=2026-11-26&lang=nl&select=body\/algemeen-bestuur/);
});

test('what is not there is said, and a refusal is shown beside what could be answered', async () => {
  const page = await open(browser, `${server.url}/icon.svg`);
  page.wrong.length = 0;
  let refuse = true;
  await changing(page, 'Milestones', (answer) =>
    refuse ? { data: null, errors: [{ message: 'Te druk.', extensions: { code: 'QUERY_TIMEOUT' } }] } : { data: { network: { milestones: { ...answer.data.network.milestones, nodes: [], totalCount: 0 } } } });
  await page.goto(at('&select=initiative/nothing'));
  await page.getByText('Wat het adres aanwijst, is er op deze dag niet.').waitFor();
  const timeline = part(page, 'Tijdlijn');
  await timeline.getByRole('alert').filter({ hasText: 'Te druk.Voor wie u helpt: QUERY_TIMEOUT' }).waitFor();
  await part(page, 'Afspraken').getByRole('heading', { name: 'Regio Deal Aa en Meden' }).waitFor();
  refuse = false;
  await timeline.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await timeline.getByText('In deze tijd zijn er geen mijlpalen.').waitFor();
  await page.goto(at('&line=nowhere'));
  await page.getByText('Deze lijn is er niet op deze dag.').waitFor();
});

test('names that want to be something else stay names, on a phone too', async () => {
  const page = await blank(browser, server, { viewport: PHONE });
  const named = (items, key = 'name') => items.forEach((item, index) => { item[key] = HOSTILE[index % HOSTILE.length]; });
  await changing(page, 'Milestones', (answer) => (named(answer.data.network.milestones.nodes, 'text'), answer));
  await changing(page, 'ProgrammeLines', (answer) => (named(answer.data.network.programmeLines), answer));
  await changing(page, 'ProgrammeInitiatives', (answer) => (named(answer.data.network.initiatives.nodes), answer));
  await changing(page, 'ProgrammeAgreements', (answer) => {
    named(answer.data.network.agreements.nodes);
    for (const agreement of answer.data.network.agreements.nodes) agreement.website = 'javascript:alert(1)';
    return answer;
  });
  await page.goto(at());
  for (const where of ['.timeline', '.of-line h3', '.initiatives', '.agreements']) {
    for (const name of HOSTILE) await page.locator(`${where} bdi`, { hasText: name.slice(0, 20) }).first().waitFor();
  }
  await stayNames(page);
});

// One line: axe takes its time for every link of a page.
looks('programme', () => at('&line=wonen-en-bereikbaarheid&select=initiative/wonen-in-de-kernen'), {
  browser: () => browser,
  ready: (page) => page.locator('.chosen-item').getByRole('row').nth(2).waitFor(),
});
