// Changes by others, a line that breaks, and servers that answer something else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arranged, close, launch, line, open, signIn, start, until } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const nodes = async (page) => Number.parseInt(await page.locator('.stage .top [role=status]').innerText(), 10);

const SOURCE = 'verzonnen:PARTIJEN';

/** An organisation more, by somebody else. Where only trusted documents are executed, by a dataset. */
async function register(slug) {
  const response = await fetch(`${server.url}/import?mode=merge`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      organisations: [{
        slug, name_nl: `Bedrijf ${slug}`, kind: 'COMPANY', helix: 'BUSINESS', confidence: 'HIGH', audience: 'PUBLIC', source: SOURCE,
      }],
    }),
  });
  const told = await response.text();
  assert.equal(response.status, 200, told);
}

test('what somebody else changes appears by itself, with a gentle mark', async () => {
  const page = await open(browser, server.url);
  await arranged(page);
  const before = await nodes(page);
  await register('nieuw-bedrijf');
  await page.getByText('Bijgewerkt: iemand heeft het netwerk gewijzigd.').waitFor();
  await until(async () => (await nodes(page)) === before + 1);
  assert.deepEqual(page.wrong, []);
});

test('nobody is said to have changed anything to who signs in, nor to who did it themselves', async () => {
  const page = await open(browser, `${server.url}/desk?part=follow-ups`);
  const said = () => page.getByText('Bijgewerkt: iemand heeft het netwerk gewijzigd.');
  await page.getByText('Log in om dit te zien.').waitFor();
  await page.evaluate(() => {
    window.said = 0;
    new MutationObserver(() => { if (document.querySelector('.told:not(p)') !== null) window.said += 1; }).observe(document.body, { childList: true, subtree: true });
  });
  await signIn(page, server.tokenFor('bureau', '--role', 'public-affairs'));
  const done = page.getByRole('button', { name: /^Gedaan/ });
  await done.first().waitFor();
  const before = await done.count();
  await done.first().click();
  await until(async () => (await done.count()) === before - 1);
  for (const change of [() => page.getByRole('button', { name: 'Uitloggen' }).click(), () => signIn(page, server.token)]) {
    const follows = page.waitForRequest('**/graphql/sse');
    await change();
    await follows;
  }
  assert.equal(await page.evaluate(() => window.said), 0);
  await register('later-bedrijf');
  await said().waitFor();
});

test('a broken line is told of, and what was missed is caught up with', async (t) => {
  const cable = await line(server.url);
  t.after(() => cable.stop());
  const page = await open(browser, cable.url);
  await arranged(page);
  const before = await nodes(page);
  cable.cut();
  await page.getByText('Verbinding verbroken.').waitFor();
  await register('gemist-bedrijf');
  await page.locator('input[type=date]').fill('2019-05-05');
  await page.getByText('De server is niet te bereiken.').waitFor();
  cable.restore();
  await page.getByText('Verbinding verbroken.').waitFor({ state: 'detached' });
  await page.getByText('De server is niet te bereiken.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Vandaag' }).click();
  await until(async () => (await nodes(page)) === before + 1);
  assert.deepEqual(page.wrong.filter((told) => !told.includes('Failed to load resource')), []);
});

test('when the server is away, nothing of another day stands under the chosen one', async (t) => {
  const cable = await line(server.url);
  t.after(() => cable.stop());
  for (const path of ['/organisation/gemeente-waterbroek', '/line/wonen-en-bereikbaarheid', '/governance', '/programme', '/involvement']) {
    const page = await open(browser, cable.url + path);
    await page.locator('main :is(.panel, table, .chart)').first().waitFor();
    await page.locator('.stale').first().waitFor({ state: 'detached' });
    cable.cut();
    await page.getByText('Verbinding verbroken.').waitFor();
    await page.getByRole('button', { name: 'Een maand eerder' }).click();
    const told = () => page.getByRole('alert').filter({ hasText: 'niet te bereiken' }).count();
    await until(async () => (await told()) === 1 && (await page.locator('main :is(.panel, table, .chart)').count()) === 0);
    assert.match(await page.locator('.region').innerText(), /./);
    cable.restore();
    await page.locator('main :is(.panel, table, .chart)').first().waitFor();
    assert.equal(await told(), 0, path);
    await close(page.context());
  }
});

test('when the server is away, the map keeps its drawing and says of which day it is', async (t) => {
  const cable = await line(server.url);
  t.after(() => cable.stop());
  const page = await open(browser, `${cable.url}/?day=2026-11-26&select=organisation/gemeente-waterbroek`);
  await arranged(page);
  await page.locator('.drawn').evaluate((one) => Object.assign(one, { same: true }));
  cable.cut();
  await page.locator('input[type=date]').fill('2019-05-05');
  await page.getByText('Wat u nog ziet is het netwerk op 26 nov 2026').waitFor();
  assert.equal(await page.locator('.drawn').evaluate((one) => one.same), true);
  assert.equal(await page.locator('.selection').count(), 0);
});

test('an incident is told with its number, and asking again helps', async () => {
  const page = await open(browser, `${server.url}/icon.svg`);
  let broken = true;
  await page.route('**/graphql', (route) => (broken
    ? route.fulfill({ status: 500, json: { errors: [{ message: 'Something', extensions: { code: 'INTERNAL', incident: 'abc-123' } }] } })
    : route.continue()));
  await page.goto(server.url);
  const failed = page.getByRole('alert').first();
  await failed.getByText('abc-123').waitFor();
  broken = false;
  await failed.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await arranged(page);
});

test('a proxy that answers in its own words is no answer', async () => {
  const page = await open(browser, `${server.url}/icon.svg`);
  let broken = true;
  await page.route('**/graphql', (route) => (broken
    ? route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' })
    : route.continue()));
  await page.goto(`${server.url}/line/werk-en-innovatie`);
  await page.getByText('status 502').first().waitFor();
  assert.equal(await page.locator('h1').count(), 1);
  // The line over which changes come never broke; it goes on by itself all the same.
  broken = false;
  await page.getByRole('heading', { level: 1, name: 'Werk en Innovatie' }).waitFor();
});

test('what is asked again while one waits is greyed, as it is of another day', async () => {
  const page = await open(browser, server.url);
  await arranged(page);
  let release;
  const released = new Promise((done) => { release = done; });
  await page.route('**/graphql', async (route) => {
    await released;
    await route.continue();
  });
  await page.getByRole('slider').press('PageDown');
  await page.locator('.stage.waiting[aria-busy=true]').waitFor();
  await until(async () => Number(await page.locator('.drawn').evaluate((drawn) => getComputedStyle(drawn).opacity)) < 0.5);
  release();
  await page.locator('.stage:not(.waiting)').waitFor();
});

test('a view whose part does not come is told of, and comes when the line is back', async (t) => {
  const cable = await line(server.url);
  t.after(() => cable.stop());
  const page = await open(browser, cable.url);
  await arranged(page);
  cable.cut();
  await page.getByText('Verbinding verbroken.').waitFor();
  await page.getByRole('button', { name: 'Lijnen' }).click();
  await page.getByRole('link', { name: 'Werk en Innovatie' }).click();
  await page.locator('main').getByText('De server is niet te bereiken.').waitFor();
  assert.equal(await page.locator('h1').count(), 1);
  cable.restore();
  await page.getByRole('heading', { level: 1, name: 'Werk en Innovatie' }).waitFor();
  await page.locator('main').getByText('De server is niet te bereiken.').waitFor({ state: 'detached' });
});

test('a map whose library does not come is told of, and asking again brings it', async () => {
  const page = await open(browser, `${server.url}/icon.svg`);
  let broken = true;
  await page.route('**/assets/drawing-*.js', (route) => (broken ? route.abort() : route.continue()));
  await page.goto(server.url);
  const failed = page.locator('main').getByRole('alert');
  await failed.waitFor();
  broken = false;
  await failed.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await arranged(page);
});
