// Names that want to be something else, and sources that are no addresses.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HOSTILE, PHONE, arranged, blank, changing, fits, launch, open, start, stayNames } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

test('on the map and in its list a name stays a name', async () => {
  const page = await blank(browser, server);
  await changing(page, 'NetworkMap', (answer) => {
    let at = 0;
    for (const { node } of answer.data.network.graph.nodes) {
      if (node.__typename === 'Organisation') node.name = HOSTILE[at++ % HOSTILE.length];
    }
    return answer;
  });
  await page.goto(`${server.url}/?select=organisation/gemeente-waterbroek`);
  await arranged(page);
  await page.screenshot();
  await page.getByRole('link', { name: 'Lijst', exact: true }).click();
  for (const name of HOSTILE) await page.locator('.list bdi', { hasText: name.slice(0, 20) }).first().waitFor();
  await stayNames(page);
});

test('on its page too, on a phone, and a source that is no address is no link', async () => {
  const page = await blank(browser, server, { viewport: PHONE });
  let at = 0;
  await changing(page, 'Organisation', (answer) => {
    const { organisation } = answer.data.network;
    organisation.name = HOSTILE[at++ % HOSTILE.length];
    organisation.contacts = [{ id: '1', kind: 'WEBSITE', value: 'javascript:alert(1)' }];
    organisation.sources = [
      { title: HOSTILE[0], locator: null, url: 'javascript:alert(1)' },
      { title: 'data', locator: HOSTILE[1], url: 'data:text/html,<script>alert(1)</script>' },
      { title: 'good', locator: null, url: 'https://example.org/report' },
    ];
    return answer;
  });
  for (const name of HOSTILE) {
    await page.goto(`${server.url}/organisation/gemeente-waterbroek`);
    const heading = page.locator('article h1');
    await heading.waitFor();
    assert.equal((await heading.textContent())?.trim(), name.trim());
    await fits(page, `the page with ${name.slice(0, 20)}`);
  }
  const hrefs = await page.locator('#page a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.deepEqual(hrefs.filter((href) => !href.startsWith('/') && !href.startsWith('#')), ['https://example.org/report']);
  const link = page.getByRole('link', { name: 'good' });
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  assert.deepEqual(page.wrong, []);
});

test('the bundle holds no document, and the page keeps nothing', async () => {
  const page = await open(browser, server.url);
  await arranged(page);
  const scripts = await page.evaluate(async () => {
    const urls = performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.endsWith('.js'));
    return (await Promise.all(urls.map(async (url) => (await fetch(url)).text()))).join('\n');
  });
  assert.ok(!/query NetworkMap|subscription NetworkChanged/.test(scripts));
  assert.ok(!/\.innerHTML\s*=\s*[a-z.]*name/.test(scripts));
  assert.deepEqual(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]), [[], [], '']);
});
