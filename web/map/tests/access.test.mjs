// axe finds nothing, in light and dark and on a phone; the whole page works by keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { looks } from './looks.mjs';
import { arranged, launch, open, start } from './support.mjs';

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
};
for (const [name, path] of Object.entries(VIEWS)) {
  looks(name, () => server.url + path, { browser: () => browser, ready: async (page) => name === 'map' && arranged(page) });
}

test('the keyboard comes to the content first, and to the list from the map', async () => {
  const page = await open(browser, server.url);
  await arranged(page);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Naar de inhoud');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
  await page.locator('.canvas a').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('table').waitFor();
});
