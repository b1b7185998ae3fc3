// axe finds nothing, in light and dark and on a phone; the whole page works by keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
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
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

for (const [name, path] of Object.entries(VIEWS)) {
  for (const [how, colorScheme, viewport] of [['light', 'light', DESKTOP], ['dark', 'dark', DESKTOP], ['phone', 'light', PHONE]]) {
    test(`axe finds nothing: ${name}, ${how}`, async () => {
      const page = await open(browser, server.url + path, { colorScheme, viewport });
      if (name === 'map') await arranged(page);
      // The live line never ends, so there is no idle network to wait for.
      await page.locator('h1').first().waitFor();
      await page.waitForTimeout(600);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
      assert.deepEqual(told, []);
      const { scroll, width } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: innerWidth }));
      assert.ok(scroll <= width, `the page is ${scroll} wide`);
      if (process.env.SCREENSHOTS !== undefined) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${how}.png`, fullPage: name !== 'map' });
    });
  }
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
