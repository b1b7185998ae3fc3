// What was typed and is not recorded: it waits for who was signed out by the server, and goes with who signs out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goTo } from './editing.mjs';
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

const partner = (name, of) => server.tokenFor(name, '--role', 'public-affairs', '--organisation', `gemeente-${of}`);
const resumed = (page) => page.getByText('U was hiermee bezig; wat u typte staat er nog.');

/** The server takes a token back, and the page hears of it at its next question. */
async function lapse(page, name) {
  server.revoke(name);
  await until(async () => {
    await page.getByRole('button', { name: 'maand' }).first().click();
    return (await page.getByText('Uw aanmelding is verlopen.').count()) === 1;
  });
}

test('a form waits for another token with the same rights, says so, and is begun anew when one wants', async () => {
  const page = await open(browser, `${server.url}/edit?form=register-organisation`);
  await signIn(page, server.tokenFor('one', '--role', 'editor'));
  const name = page.getByLabel('Naam (Nederlands)');
  await name.fill('Bedrijf in wording');
  assert.equal(await resumed(page).count(), 0);
  await lapse(page, 'one');
  await name.waitFor({ state: 'detached' });
  await signIn(page, server.tokenFor('two', '--role', 'editor'));
  await name.waitFor();
  assert.equal(await name.inputValue(), 'Bedrijf in wording');
  await resumed(page).waitFor();
  await page.getByRole('button', { name: 'Begin opnieuw' }).click();
  await resumed(page).waitFor({ state: 'detached' });
  assert.equal(await name.inputValue(), '');
});

test('what one typed is forgotten wherever one signs out', async () => {
  const page = await open(browser, `${server.url}/edit?form=register-organisation`);
  await signIn(page, server.token);
  await page.getByLabel('Naam (Nederlands)').fill('Bedrijf in wording');
  await page.getByRole('link', { name: 'Netwerk', exact: true }).click();
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await signIn(page, server.token);
  await goTo(page, '/edit?form=register-organisation');
  await page.getByLabel('Naam (Nederlands)').waitFor();
  assert.equal(await page.getByLabel('Naam (Nederlands)').inputValue(), '');
  assert.equal(await resumed(page).count(), 0);
  assert.deepEqual(page.wrong, []);
});

test('what the desk of one partner typed is not shown to that of another, and waits for its own', async () => {
  const page = await open(browser, `${server.url}/desk?part=follow-ups`);
  await signIn(page, partner('daan', 'waterbroek'));
  const outcome = page.getByRole('region', { name: 'Leg een gesprek vast' }).getByLabel('Wat kwam eruit');
  await outcome.fill('Zij denken erover na.');
  await lapse(page, 'daan');
  await outcome.waitFor({ state: 'detached' });
  await signIn(page, partner('jasper', 'oostveld'));
  await outcome.waitFor();
  assert.equal(await outcome.inputValue(), '');
  await lapse(page, 'jasper');
  await outcome.waitFor({ state: 'detached' });
  await signIn(page, partner('sanne', 'waterbroek'));
  await outcome.waitFor();
  assert.equal(await outcome.inputValue(), 'Zij denken erover na.');
  await resumed(page).waitFor();
});

test('the address forgets whom one looked at, wherever one signs out, and goes on with what everybody may know', async () => {
  const page = await open(browser, `${server.url}/desk`);
  const looked = [
    ['/?route=UGVyc29uOjE,UGVyc29uOjI&select=person/gerda-potsma', '/'],
    ['/?select=organisation/gemeente-waterbroek&day=2026-01-01', '/?day=2026-01-01&select=organisation/gemeente-waterbroek'],
    ['/desk?part=targets&topic=zoetwaterbuffer&target=VGFyZ2V0OjE&avoid=UGVyc29uOjE', '/desk?part=targets'],
    ['/edit?form=correct-person&of=gerda-potsma&topic=zoetwaterbuffer', '/edit?form=correct-person'],
  ];
  for (const [from, to] of looked) {
    await signIn(page, server.token);
    await goTo(page, from);
    const before = await page.evaluate(() => history.length);
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.waitForURL((url) => `${url.pathname}${url.search}` === to);
    assert.equal(await page.evaluate(() => history.length), before, 'it takes the place of what stood there');
  }
});
