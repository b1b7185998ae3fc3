// The day of the view: typed, stepped through, before and after today.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, start, until } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const day = (page) => new URL(page.url()).searchParams.get('day');

test('a day that is typed is one step, whatever it looks like on the way', async () => {
  const page = await open(browser, `${server.url}/programme?as=list&day=2026-11-26`);
  const asked = [];
  page.on('request', (request) => asked.push(request.postDataJSON()?.variables?.validAt));
  await page.locator('main h2').first().waitFor();
  const steps = await page.evaluate(() => history.length);
  await page.getByLabel('Kies een dag').focus();
  await page.keyboard.type('03032019', { delay: 60 });
  await page.keyboard.press('Enter');
  await until(() => day(page) === '2019-03-03');
  assert.equal(await page.evaluate(() => history.length), steps + 1);
  assert.ok(asked.every((one) => one === undefined || one === null || one > '1900'), String(asked));
  await page.keyboard.type('03030200', { delay: 60 });
  await page.getByLabel('Kies een dag').blur();
  assert.equal(day(page), '2019-03-03', 'nobody means the year 200');
  assert.equal(await page.getByLabel('Kies een dag').inputValue(), '2019-03-03');
  assert.deepEqual(page.wrong, []);
});

test('a day that no slider reaches is left aside', async () => {
  for (const far of ['0001-01-01', '0014-12-31', '9999-12-31', '1899-12-31', '2200-01-01']) {
    const page = await open(browser, `${server.url}/organisation/gemeente-waterbroek?day=${far}`);
    await page.getByRole('heading', { level: 1, name: 'Gemeente Waterbroek' }).waitFor();
    assert.equal(await page.getByLabel('Kies een dag').inputValue(), '2026-11-26', far);
    assert.ok((await page.locator('.years span').count()) < 12);
  }
  for (const near of ['1900-01-01', '2199-12-31']) {
    const page = await open(browser, `${server.url}/governance?day=${near}`);
    await page.locator('main h1').waitFor();
    assert.equal(await page.getByLabel('Kies een dag').inputValue(), near);
    assert.ok((await page.locator('.years span').count()) < 12);
  }
});

test('steps go on after today, and a button leads back to it', async () => {
  const page = await open(browser, `${server.url}/programme?day=2027-03-10`);
  await page.locator('main h2').first().waitFor();
  await page.getByRole('button', { name: 'Een maand later' }).click();
  await until(() => day(page) === '2027-04-01');
  await page.getByRole('button', { name: 'Een maand eerder' }).click();
  await until(() => day(page) === '2027-03-01');
  await page.getByRole('slider').press('PageUp');
  await until(() => day(page) === '2028-03-01');
  await page.getByRole('button', { name: 'Vandaag' }).click();
  await until(() => day(page) === null);
  await page.getByRole('button', { name: 'Een maand later' }).click();
  await until(() => day(page) === '2026-12-01');
  await page.getByRole('button', { name: 'Een maand eerder' }).click();
  await until(() => day(page) === null);
});
