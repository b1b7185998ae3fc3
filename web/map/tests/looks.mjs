// What holds of the looks of every view: axe finds nothing, in light and dark and on a phone, and nothing sticks out of the window.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { PHONE, close, fits, open } from './support.mjs';

const DESKTOP = { width: 1280, height: 800 };
const WAYS = { light: ['light', DESKTOP], dark: ['dark', DESKTOP], phone: ['light', PHONE] };

/**
 * Tests a view in three ways, and keeps a picture of each in the folder of SCREENSHOTS.
 *
 * `url` and `browser` are functions, as there is no server yet when tests are named; `ready` waits for, or does, what the view needs.
 */
export function looks(name, url, { browser, ready = async () => {} }) {
  for (const [how, [colorScheme, viewport]] of Object.entries(WAYS)) {
    test(`axe finds nothing: ${name}, ${how}`, async () => {
      const page = await open(browser(), url(), { colorScheme, viewport });
      await ready(page);
      // The live line never ends, so there is no idle network to wait for.
      await page.locator('h1').first().waitFor();
      await page.waitForTimeout(600);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
      assert.deepEqual(told, []);
      await fits(page);
      if (process.env.SCREENSHOTS !== undefined) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${how}.png`, fullPage: name !== 'map' });
      await close(page.context());
    });
  }
}
