// What the parts of the desk look like.
import { after, before } from 'node:test';
import { looks } from './looks.mjs';
import { launch, signIn, start } from './support.mjs';

let server, browser, token;
before(async () => {
  server = await start();
  browser = await launch();
  token = server.tokenFor('bureau', '--role', 'public-affairs');
});
after(async () => {
  await browser.close();
  await server.stop();
});

const READY = { agenda: '.agenda li', targets: '.plane li', plan: '#planned', calendar: '.agenda li', warnings: '#stale', 'follow-ups': '.picker input' };
for (const [name, there] of Object.entries(READY)) {
  looks(`desk-${name}`, () => `${server.url}/desk?part=${name}`, {
    browser: () => browser,
    ready: async (page) => {
      await signIn(page, token);
      await page.locator(there).first().waitFor();
    },
  });
}
looks('desk-target', () => `${server.url}/desk?part=targets&topic=tweede-regio-deal`, {
  browser: () => browser,
  ready: async (page) => {
    await signIn(page, token);
    await page.locator('.plane a', { hasText: 'Wouter van Emmelkate' }).click();
    await page.locator('.hops').first().waitFor();
  },
});
