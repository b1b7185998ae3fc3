// How the view edit looks.
import { after, before } from 'node:test';
import { looks } from './looks.mjs';
import { launch, signIn, start } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const editor = (ready = async () => {}) => ({
  browser: () => browser,
  ready: async (page) => {
    await signIn(page, server.token);
    await ready(page);
  },
});
looks('edit', () => `${server.url}/edit`, editor((page) => page.getByLabel('Zoek een handeling').waitFor()));
looks('edit-form', () => `${server.url}/edit?form=pledge-commitment&line=werk-en-innovatie`, editor(async (page) => {
  await page.getByRole('button', { name: 'Voeg toe: bijdrage' }).click();
  await page.getByRole('button', { name: 'Vastleggen', exact: true }).click();
  await page.locator('.field .wrong').first().waitFor();
}));
