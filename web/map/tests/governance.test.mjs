// The chart of bodies, and who sits in each.
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

const at = (more = '') => `${server.url}/governance?day=2026-11-26${more}`;
const chartOf = (page) => page.getByRole('region', { name: 'Organogram', exact: true });
/** The item of a body in the nested lists, without those below it. */
const card = (page, name) => page.locator('.tree .card').filter({ has: page.getByRole('link', { name, exact: true }) });
const above = (page, name) =>
  card(page, name).evaluate((one) => one.closest('ul.tree').parentElement.querySelector('.card a')?.textContent ?? null);

test('the chart nests each body in what it reports to', async () => {
  const page = await open(browser, at());
  await card(page, 'PHO Wonen').waitFor();
  assert.equal(await above(page, 'PHO Wonen'), 'Stuurgroep Wonen en Bereikbaarheid');
  assert.equal(await above(page, 'Stuurgroep Wonen en Bereikbaarheid'), 'Dagelijks Bestuur');
  assert.equal(await above(page, 'Dagelijks Bestuur'), 'Algemeen Bestuur');
  const executive = card(page, 'Dagelijks Bestuur');
  assert.match(await executive.innerText(), /plek afgeleid/);
  assert.doesNotMatch(await card(page, 'PHO Wonen').innerText(), /plek afgeleid/);
  const board = await card(page, 'Algemeen Bestuur').innerText();
  assert.match(board, /Voorzitter: Hanneke Terwolde \(Gemeente Waterbroek\)/);
  assert.match(board, /21 zetels, voor \d+ organisaties/);
  assert.match(board, /Overheid: ?\s*15/);
  assert.match(board, /Volgende vergadering: 3 dec 2026/);
  // Organs of participants and of others do not crowd it.
  assert.equal(await card(page, 'Gemeenteraad van Waterbroek').count(), 0);
  await chartOf(page).getByText('15 organen van deelnemers').click();
  await chartOf(page).getByRole('link', { name: 'Gemeenteraad van Waterbroek' }).waitFor();
  assert.deepEqual(page.wrong, []);
});

test('what stands in the chart or in the schedule only is told apart', async () => {
  const page = await open(browser, at());
  const stands = page.getByRole('region', { name: 'Organogram en vergaderschema' });
  const only = async (title) => {
    const part = stands.locator('.two > div').filter({ has: page.getByRole('heading', { name: title }) });
    return part.getByRole('link').allInnerTexts();
  };
  await stands.getByRole('link').first().waitFor();
  assert.deepEqual(await only(/Alleen in het organogram/), ['Raden, Staten en waterschapsbestuur']);
  assert.deepEqual(await only(/Alleen in het vergaderschema/), ['Overleg van secretarissen', 'Regiodag', 'Stuurgroep Regio Deal']);
  assert.match(await card(page, 'Regiodag').innerText(), /Alleen in het vergaderschema/);
});

test('a body is chosen by keyboard, tells who sits there for whom, and gives the focus back', async () => {
  const page = await open(browser, at());
  const link = card(page, 'Stuurgroep Regio Deal').getByRole('link', { name: 'Stuurgroep Regio Deal' });
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/select=body\/stuurgroep-regio-deal/);
  const chosen = page.getByRole('region', { name: 'Stuurgroep Regio Deal' });
  const row = chosen.getByRole('row').filter({ hasText: 'Klaas Jan Stobbe' });
  assert.match(await row.innerText(), /12 gemeenten[\s\S]*Bestuurder van[\s\S]*Gemeente Elsmeerveld[\s\S]*sinds juni 2023[\s\S]*ZETELS[\s\S]*Hoog/);
  await row.getByText('12 organisaties').click();
  await row.getByRole('link', { name: /Gemeente Vaartmeden/ }).waitFor();
  await until(() => page.evaluate(() => document.activeElement?.closest('.selected') !== null));
  await chosen.getByRole('link', { name: 'Sluiten' }).click();
  await chosen.waitFor({ state: 'detached' });
  await until(async () => (await page.evaluate(() => document.activeElement?.textContent)) === 'Stuurgroep Regio Deal');
  assert.deepEqual(page.wrong, []);
});

test('the same address shows the same body, on its day, with who sat there before', async () => {
  const first = await open(browser, at());
  await card(first, 'PHO Bereikbaarheid').getByRole('link', { name: 'PHO Bereikbaarheid' }).click();
  await first.waitForURL(/select=/);
  const page = await open(browser, first.url());
  const chosen = page.getByRole('region', { name: 'PHO Bereikbaarheid' });
  const chair = chosen.getByRole('row').filter({ hasText: 'Voorzitter' });
  await chair.filter({ hasText: 'Pieter Kroondijk' }).waitFor();
  assert.equal(await chair.count(), 1);
  await chosen.getByLabel('Toon ook wie er eerder zaten').check();
  await chair.filter({ hasText: /Evert Lammertsen[\s\S]*beëindigd/ }).waitFor();
  await page.goto(`${server.url}/governance?day=2025-06-02&select=body/pho-bereikbaarheid`);
  await chair.filter({ hasText: 'Evert Lammertsen' }).waitFor();
  assert.equal(await chair.count(), 1);
});

test('a body that is searched for is chosen here', async () => {
  const page = await open(browser, at());
  await page.getByRole('combobox', { name: 'Zoek in het netwerk' }).fill('pho wonen');
  await page.getByRole('option', { name: /PHO Wonen/ }).click();
  await page.waitForURL(/\/governance\?day=2026-11-26&lang=nl&select=body\/pho-wonen/);
  await page.getByRole('region', { name: 'PHO Wonen' }).getByRole('row').filter({ hasText: 'Klaas Jan Stobbe' }).waitFor();
});

test('a body that is not there, and a day with none, say so', async () => {
  const page = await open(browser, at('&select=body/nobody-at-all'));
  await page.getByText('Dit overleg is er op deze dag niet.').waitFor();
  await card(page, 'Algemeen Bestuur').waitFor();
  const empty = await open(browser, `${server.url}/icon.svg`);
  empty.wrong.length = 0;
  await changing(empty, 'GovernanceChart', (answer) => {
    answer.data.network.bodies = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] };
    return answer;
  });
  await empty.goto(at());
  await empty.getByText('Op deze dag zijn er geen overleggen.').waitFor();
});

test('a refusal is shown, and asking again helps', async () => {
  const page = await open(browser, `${server.url}/icon.svg`);
  page.wrong.length = 0;
  let refuse = true;
  await changing(page, 'GovernanceChart', (answer) =>
    refuse ? { data: null, errors: [{ message: 'Te druk.', extensions: { code: 'QUERY_TIMEOUT' } }] } : answer);
  await page.goto(at());
  await page.getByRole('alert').filter({ hasText: 'Te druk.Voor wie u helpt: QUERY_TIMEOUT' }).waitFor();
  refuse = false;
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await card(page, 'Algemeen Bestuur').waitFor();
});

test('bodies beyond a page come by themselves', async () => {
  const page = await open(browser, `${server.url}/icon.svg`);
  page.wrong.length = 0;
  let asked = 0;
  await changing(page, 'GovernanceChart', (answer) => {
    const { bodies } = answer.data.network;
    const half = Math.ceil(bodies.nodes.length / 2);
    bodies.nodes = asked === 0 ? bodies.nodes.slice(0, half) : bodies.nodes.slice(half);
    bodies.pageInfo = { hasNextPage: asked === 0, endCursor: asked === 0 ? bodies.pageInfo.endCursor : null };
    asked += 1;
    return answer;
  });
  // The second page is asked after the true end, which the server answers with nothing, so it is given the rest.
  await page.route('**/graphql', async (route) => {
    const body = route.request().postDataJSON();
    if (body?.variables?.after === undefined) return route.fallback();
    return route.fallback({ postData: JSON.stringify({ ...body, variables: { ...body.variables, after: null } }) });
  });
  await page.goto(at());
  await page.getByText('14 overleggen van de samenwerking').waitFor();
  await page.getByText('28 van deelnemers en anderen').waitFor();
  assert.equal(await above(page, 'Stuurgroep Wonen en Bereikbaarheid'), 'Dagelijks Bestuur');
});

test('names that want to be something else stay names, on a phone too', async () => {
  const page = await blank(browser, server, { viewport: PHONE });
  await changing(page, 'GovernanceChart', (answer) => {
    answer.data.network.bodies.nodes.forEach((body, index) => { body.name = HOSTILE[index % HOSTILE.length]; });
    return answer;
  });
  await changing(page, 'GovernanceBody', (answer) => {
    answer.data.network.body.name = HOSTILE[3];
    answer.data.network.body.sources = [{ title: HOSTILE[0], locator: HOSTILE[1], url: 'javascript:alert(1)' }];
    return answer;
  });
  await changing(page, 'BodySeats', (answer) => {
    answer.data.network.body.seats.nodes.forEach((seat, index) => { if (seat.holder) seat.holder.name = HOSTILE[index % HOSTILE.length]; });
    return answer;
  });
  await page.goto(at('&select=body/algemeen-bestuur'));
  await page.getByRole('row').nth(5).waitFor();
  for (const name of HOSTILE) await page.locator('.tree .card bdi', { hasText: name.slice(0, 20) }).first().waitFor();
  await stayNames(page);
});

looks('governance', () => at('&select=body/stuurgroep-regio-deal'), {
  browser: () => browser,
  ready: (page) => page.getByRole('row').nth(2).waitFor(),
});
