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

test('who signs in by keyboard goes on in what they see, and a day that was chosen is left by keyboard too', async () => {
  const page = await open(browser, `${server.url}/?as=list&day=2024-03-14`);
  await page.getByRole('button', { name: 'Inloggen' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Token').waitFor();
  await page.keyboard.type(server.token);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Uitloggen' }).waitFor();
  await until(() => page.evaluate(() => document.activeElement.id === 'content'));
  const today = page.getByRole('button', { name: 'Vandaag' });
  await today.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.search.includes('day'));
  assert.equal(await today.getAttribute('aria-disabled'), 'true');
  await until(() => today.evaluate((one) => one === document.activeElement));
  assert.deepEqual(page.wrong, []);
});

test('what this program is stands one link away from every view, and who follows it stays signed in', async () => {
  const page = await open(browser, `${server.url}/governance`);
  await signIn(page, server.token);
  const [about] = await Promise.all([page.waitForEvent('popup'), page.getByRole('contentinfo').getByRole('link', { name: 'Over Drieklank' }).click()]);
  await about.getByRole('link', { name: '/schema.graphql' }).waitFor();
  assert.equal(new URL(about.url()).pathname, '/about');
  await page.getByRole('button', { name: 'Uitloggen' }).waitFor();
  assert.deepEqual(page.wrong, []);
});

test('people of a provider go there, come back to where they were, and stay signed in while it renews their token', async () => {
  const known = await provider({ now: server.now, lasts: 300 });
  const there = await start({ settings: signingInAt(known) });
  try {
    const page = await open(browser, `${there.url}/line/werk-en-innovatie?day=2024-03-14&lang=nl`);
    // The way there and back ends on a page that was loaded anew: what stood here before may look the same.
    const thereAndBack = async () => {
      await page.getByRole('button', { name: 'Inloggen' }).click();
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Inloggen met uw organisatie' }).click()]);
    };
    await thereAndBack();
    await page.getByTitle('Ingelogd als Noor <7>').waitFor();
    assert.equal(page.url(), `${there.url}/line/werk-en-innovatie?day=2024-03-14&lang=nl`);
    assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie), '{}');
    assert.deepEqual(known.given, { codes: 1, refreshed: 0, failed: 0 });

    // What is left over from the way back is worth nothing.
    await page.goto(`${there.url}/signed-in?code=stolen&state=stolen`);
    await page.getByRole('heading', { name: 'Inloggen is niet gelukt.' }).waitFor();
    assert.equal(page.url(), `${there.url}/signed-in`);

    known.refuse(true);
    await thereAndBack();
    await page.getByRole('heading', { name: 'Inloggen is niet gelukt.' }).waitFor();
    // Who tries again from there comes back to where they first came from.
    await page.goto(`${there.url}/line/werk-en-innovatie?day=2024-03-14`);
    await thereAndBack();
    await page.getByRole('heading', { name: 'Inloggen is niet gelukt.' }).waitFor();
    known.refuse(false);
    await thereAndBack();
    await page.getByTitle('Ingelogd als Noor <7>').waitFor();
    await page.waitForURL(`${there.url}/line/werk-en-innovatie?day=2024-03-14&lang=nl`);
    assert.deepEqual(page.wrong.filter((one) => one !== `asked ${known.issuer}`), []);
  } finally {
    await there.stop();
    await known.stop();
  }
});

/** Somebody who is signed in by a provider whose tokens last so many seconds. */
async function atProvider(t, lasts) {
  const known = await provider({ now: server.now, lasts });
  const there = await start({ settings: signingInAt(known) });
  t.after(async () => {
    await known.stop();
    await there.stop();
  });
  const page = await open(browser, `${there.url}/line/werk-en-innovatie`);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('button', { name: 'Inloggen met uw organisatie' }).click();
  await page.getByTitle('Ingelogd als Noor <7>').waitFor();
  return { known, page };
}

test('who stays longer than a token lasts gets the next one, also when the provider fails once', async (t) => {
  const { known, page } = await atProvider(t, 12);
  known.fail(1);
  await until(() => known.given.refreshed >= 2, 40_000);
  assert.equal(known.given.failed, 1);
  await page.getByTitle('Ingelogd als Noor <7>').waitFor();
});

test('a token that lasts for a month is not renewed at once', async (t) => {
  const { known, page } = await atProvider(t, 2_592_000);
  // Going on within the page takes long enough for a timer that is set for too long to ring.
  for (const name of ['Programma', 'Governance', 'Betrokkenheid']) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  }
  assert.equal(known.given.refreshed, 0);
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

test('who is not answered before signing in is asked to, and told where', async (t) => {
  const known = await provider({ now: server.now });
  const there = await start({ settings: [...signingInAt(known), '--anonymous', 'off'] });
  t.after(async () => {
    await known.stop();
    await there.stop();
  });
  const page = await open(browser, there.url);
  const main = page.getByRole('main');
  await main.getByText('Log in om dit te zien').waitFor();
  assert.equal(await page.getByRole('complementary').count(), 0);
  assert.equal(await page.getByText('Authorization').count(), 0);
  await main.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('button', { name: 'Inloggen met uw organisatie' }).click();
  await page.getByTitle('Ingelogd als Noor <7>').waitFor();
  await page.getByRole('complementary').waitFor();
});

test('who cancels is not signed in by what was on its way', async () => {
  const page = await open(browser, `${server.url}/line/werk-en-innovatie`);
  let go;
  const asked = new Promise((told) => {
    void page.route('**/graphql', async (route) => {
      if (route.request().headers().authorization === undefined) return route.fallback();
      told();
      await new Promise((on) => { go = on; });
      await route.continue().catch(() => {});
    });
  });
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByLabel('Token').fill(server.token);
  await page.getByRole('dialog').getByRole('button', { name: 'Inloggen' }).click();
  await asked;
  const ended = page.waitForEvent('requestfailed');
  await page.getByRole('button', { name: 'Annuleren' }).click();
  await ended;
  go();
  await page.getByRole('button', { name: 'Inloggen' }).waitFor();
  assert.deepEqual(page.wrong, []);
});
