// axe finds nothing, in light and dark and on a phone; the whole page works by keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { looks } from './looks.mjs';
import { arranged, fits, launch, open, start, until } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const VIEWS = {
  map: '/?select=organisation/gemeente-waterbroek',
  list: '/?as=list&line=werk-en-innovatie',
  coalition: '/line/werk-en-innovatie',
  organisation: '/organisation/gemeente-waterbroek',
  nothing: '/no/such/view',
  forbidden: '/edit',
  before: '/programme?known=2020-01-01T00:00:00Z',
  sure: '/line/werk-en-innovatie?confidence=HIGH',
};
for (const [name, path] of Object.entries(VIEWS)) {
  looks(name, () => server.url + path, { browser: () => browser, ready: async (page) => name === 'map' && arranged(page) });
}

test('the keyboard comes to the content first, and to the list from the map', async () => {
  const page = await open(browser, server.url);
  await arranged(page);
  await page.keyboard.press('Tab');
  await until(async () => (await page.evaluate(() => document.activeElement.textContent)) === 'Naar de inhoud');
  await page.keyboard.press('Enter');
  await until(async () => (await page.evaluate(() => document.activeElement.id)) === 'content');
  await page.locator('.canvas a').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('table').waitFor();
});

test('on a phone the menu and the day stand behind buttons, and nothing sticks out', async () => {
  const page = await open(browser, server.url, { viewport: { width: 360, height: 740 } });
  await arranged(page);
  const { height } = await page.locator('.header').boundingBox();
  assert.ok(height < 110, `the header takes ${height} px`);
  const menu = page.getByRole('button', { name: 'Menu' });
  const search = page.getByRole('combobox', { name: 'Zoek in het netwerk' });
  await search.fill('gemeente');
  await page.getByRole('option', { name: /Gemeente/ }).first().waitFor();
  await fits(page, 'the page with what was found');
  await search.press('Escape');
  await menu.click();
  await page.getByRole('button', { name: 'Inloggen' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Programma' }).waitFor({ state: 'hidden' });
  await menu.click();
  await page.getByRole('button', { name: /^Dag kiezen/ }).click();
  await page.getByRole('button', { name: 'Bekend op' }).click();
  await fits(page);
  if (process.env.SCREENSHOTS !== undefined) await page.screenshot({ path: `${process.env.SCREENSHOTS}/menu-phone.png` });
  await page.getByRole('link', { name: 'Programma' }).click();
  await page.getByRole('link', { name: 'Programma' }).waitFor({ state: 'hidden' });
  assert.deepEqual(page.wrong, []);
});

test('the network is shown as it was known, by a choice that the address keeps', async () => {
  const page = await open(browser, server.url);
  await arranged(page);
  await page.getByRole('button', { name: 'Bekend op' }).click();
  // Before the first revision nothing was known.
  const moment = page.getByLabel('Zoals het bekend was op');
  await moment.fill('2026-11-25T12:00');
  assert.ok(await moment.evaluate((field) => field.validity.rangeUnderflow && new Date(field.min) >= new Date('2026-11-26T12:00Z')));
  await moment.fill('2026-11-26T23:59');
  await page.getByRole('button', { name: 'Toon', exact: true }).click();
  await page.waitForURL(/known=2026-11-26T/);
  await page.getByText(/^Zoals het bekend was op 26 nov 2026/).waitFor();
  await page.getByRole('link', { name: 'Toon wat nu bekend is' }).click();
  await page.waitForFunction(() => !location.search.includes('known'));
  assert.deepEqual(page.wrong, []);
});

test('arrows move the map and plus and minus zoom it', async () => {
  const page = await open(browser, server.url);
  await arranged(page);
  const place = () => page.evaluate(() => {
    const { drawing } = document.querySelector('.drawn');
    return drawing.ids().slice(0, 2).map((id) => drawing.placeOf(id));
  });
  const apart = ([one, other]) => Math.hypot(one.x - other.x, one.y - other.y);
  const before = await place();
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((x) => document.querySelector('.drawn').drawing.placeOf(document.querySelector('.drawn').drawing.ids()[0]).x < x - 70, before[0].x);
  await page.keyboard.press('+');
  await until(async () => apart(await place()) > apart(before) * 1.2);
  await page.keyboard.press('0');
  await until(async () => Math.abs(apart(await place()) - apart(before)) < 1);
});
