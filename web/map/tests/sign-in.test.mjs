// Signing in with a token, and its refusal.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, signIn, start } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

test('a token that is none is refused in words, and nothing is kept', async () => {
  const page = await open(browser, `${server.url}/line/werk-en-innovatie`);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel('Token');
  const go = dialog.getByRole('button', { name: 'Inloggen' });
  await go.click();
  await dialog.getByText('Vul een token in.').waitFor();
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  for (const mistaken of ['no-token-of-ours', 'é\u2028 with spaces']) {
    await field.fill(mistaken);
    await go.click();
    await dialog.getByText('Dit token is niet (meer) geldig.').waitFor();
    await field.fill('x');
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await page.getByRole('button', { name: 'Uitloggen' }).count(), 0);
});

test('somebody who signs in is told who they are, and is forgotten when they leave', async () => {
  const page = await open(browser, `${server.url}/line/werk-en-innovatie`);
  await signIn(page, server.token);
  await page.getByTitle('Ingelogd als editor').waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Bewerken' }).waitFor();
  assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie), '{}');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Bewerken' }).waitFor({ state: 'hidden' });
  await signIn(page, server.token);
  await page.reload();
  await page.getByRole('button', { name: 'Inloggen' }).waitFor();
  assert.deepEqual(page.wrong, []);
});
