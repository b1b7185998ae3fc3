// Signing in with a token, and its refusal.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { provider } from './provider.mjs';
import { launch, open, signIn, start, until } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const signingInAt = ({ issuer }) => ['--oidc-issuer', issuer, '--oidc-audience', 'drieklank', '--oidc-client-id', 'map'];

/** The link to the forms, which only who may use them has. */
const edit = (page) => page.getByRole('navigation').getByRole('link', { name: 'Bewerken' });

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
  await edit(page).waitFor();
  assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie), '{}');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await edit(page).waitFor({ state: 'hidden' });
  await signIn(page, server.token);
  await page.reload();
  await page.getByRole('button', { name: 'Inloggen' }).waitFor();
  assert.deepEqual(page.wrong, []);
});

test('people of a provider go there, come back to where they were, and stay signed in while it renews their token', async () => {
  const known = await provider({ now: server.now, lasts: 300 });
  const there = await start({ settings: signingInAt(known) });
  try {
    const page = await open(browser, `${there.url}/line/werk-en-innovatie?day=2024-03-14&lang=nl`);
    const atProvider = () => page.getByRole('button', { name: 'Inloggen met uw organisatie' }).click();
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await atProvider();
    await page.getByTitle('Ingelogd als Noor <7>').waitFor();
    assert.equal(page.url(), `${there.url}/line/werk-en-innovatie?day=2024-03-14&lang=nl`);
    assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie), '{}');
    assert.deepEqual(known.given, { codes: 1, refreshed: 0 });

    // What is left over from the way back is worth nothing.
    await page.goto(`${there.url}/signed-in?code=stolen&state=stolen`);
    await page.getByRole('heading', { name: 'Inloggen is niet gelukt.' }).waitFor();
    assert.equal(page.url(), `${there.url}/signed-in`);

    known.refuse(true);
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await atProvider();
    await page.getByRole('heading', { name: 'Inloggen is niet gelukt.' }).waitFor();
    assert.deepEqual(page.wrong.filter((one) => one !== `asked ${known.issuer}`), []);
  } finally {
    await there.stop();
    await known.stop();
  }
});

test('who stays longer than a token lasts gets the next one', async () => {
  const known = await provider({ now: server.now, lasts: 4 });
  const there = await start({ settings: signingInAt(known) });
  try {
    const page = await open(browser, `${there.url}/line/werk-en-innovatie`);
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.getByRole('button', { name: 'Inloggen met uw organisatie' }).click();
    await page.getByTitle('Ingelogd als Noor <7>').waitFor();
    await until(() => known.given.refreshed >= 2);
    await page.getByTitle('Ingelogd als Noor <7>').waitFor();
  } finally {
    await known.stop();
    await there.stop();
  }
});

test('whose token is taken back is signed out, and told', async () => {
  const page = await open(browser, `${server.url}/line/werk-en-innovatie`);
  await signIn(page, server.tokenFor('leaver', '--role', 'editor'));
  server.revoke('leaver');
  // It counts for three seconds more at most.
  await until(async () => {
    await page.getByRole('button', { name: 'maand' }).first().click();
    return (await page.getByText('Uw aanmelding is verlopen.').count()) === 1;
  });
  await edit(page).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Inloggen' }).first().waitFor();
});
