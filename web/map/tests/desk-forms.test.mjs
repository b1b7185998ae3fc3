// What public affairs records by forms: from where one stands on the desk and back, for those who may and nobody else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { goTo } from './editing.mjs';
import { looks } from './looks.mjs';
import { blank, changing, launch, open, signIn, start, until } from './support.mjs';

let server, browser;
const tokens = {};
before(async () => {
  server = await start();
  browser = await launch();
  tokens.bureau = server.tokenFor('bureau', '--role', 'public-affairs');
  tokens.waterbroek = partner('waterbroek');
  tokens.oostveld = partner('oostveld');
});
after(async () => {
  await browser.close();
  await server.stop();
});

const partner = (of, name = of) => server.tokenFor(name, '--role', 'public-affairs', '--organisation', `gemeente-${of}`);

/** A page of somebody of the desk. */
async function member(path, who = 'waterbroek', options = {}) {
  const page = await open(browser, `${server.url}${path}`, options);
  await signIn(page, tokens[who]);
  return page;
}

/** The page of a target of the second deal. */
async function target(name, who) {
  const page = await member('/desk?part=targets&topic=tweede-regio-deal', who);
  await page.locator('tbody').getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 2, name }).waitFor();
  return page;
}

const form = (page) => page.locator('form.change');
const record = (page, name = 'Vastleggen') => form(page).getByRole('button', { name, exact: true }).click();

/** It is recorded, and what leads on stays on the desk. */
async function done(page) {
  await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor();
  const places = await page.locator('.came-of-it a').evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
  assert.ok(places.length > 1 && places.every((path) => path === '/desk' || path === '/edit'), places.join(' '));
}

/** Chooses by name in a field that searches. */
async function choose(page, label, name) {
  const field = form(page).getByRole('combobox', { name: label });
  await field.pressSequentially(name);
  await page.getByRole('option', { name }).first().click();
}

test('a target is judged from its page, by the keyboard, and the judgement stands there and in the table', async () => {
  const page = await target('Machteld Ouwendijk');
  await page.getByRole('link', { name: /^Beoordelen: Machteld Ouwendijk$/ }).press('Enter');
  await form(page).waitFor();
  assert.match(await page.locator('.picked').first().textContent(), /Machteld Ouwendijk · Een tweede Regio Deal/);
  assert.equal(await form(page).getByLabel('Namens').count(), 0, 'who acts for a partner records for it');
  for (const [label, value] of [['Invloed', '5'], ['Belang', '1'], ['Houding', '-2']]) await form(page).getByLabel(label).selectOption(value);
  await form(page).getByRole('button', { name: 'Vastleggen', exact: true }).press('Enter');
  await done(page);
  await until(async () => (await page.evaluate(() => document.activeElement?.id)) === 'done');
  await page.locator('.came-of-it').getByRole('link', { name: 'Terug naar het doelwit' }).click();
  const judged = page.locator('section', { has: page.locator('#judged') }).locator('tbody tr').first();
  await judged.getByText('26 nov 2026').waitFor();
  assert.match(await judged.textContent(), /5.*1.*Fel tegen/);
  await page.getByRole('link', { name: '← Alle doelwitten' }).click();
  assert.match(await page.locator('.judged-table tr', { hasText: 'Machteld Ouwendijk' }).textContent(), /Fel tegen/);
  await page.locator('.plane a', { hasText: 'Machteld Ouwendijk' }).waitFor();
  assert.deepEqual(page.wrong, []);
});

test('a topic is put on the agenda, with whom it has to reach, a decision and a stage of it', async () => {
  const page = await member('/desk');
  await page.getByRole('link', { name: 'Onderwerp op de agenda zetten' }).click();
  await form(page).getByLabel('Titel (Nederlands)').fill('Een nieuwe brug');
  await form(page).getByLabel('Sleutel in adressen').fill('nieuwe-brug');
  await form(page).getByLabel('Wat wij vragen (Nederlands)').fill('Tien miljoen');
  await form(page).getByLabel('Hoe ver het is').selectOption({ label: 'Loopt' });
  await record(page);
  await done(page);
  await page.locator('.came-of-it').getByRole('link', { name: 'Terug naar de desk' }).click();
  await page.getByLabel('Onderwerp').selectOption({ label: 'Een nieuwe brug (loopt)' });

  await page.getByRole('link', { name: 'Doelwit toevoegen' }).click();
  assert.match(await page.locator('.picked').textContent(), /Een nieuwe brug/, 'the topic of the desk is filled in');
  await form(page).getByLabel('Gewicht').selectOption('4');
  await form(page).getByLabel('Zeggenschap').selectOption({ label: 'Beslist' });
  await choose(page, 'Persoon', 'Pieter Kroondijk');
  await record(page);
  await done(page);
  await page.locator('.came-of-it').getByRole('link', { name: 'Bekijk Pieter Kroondijk' }).click();
  await page.getByRole('heading', { level: 2, name: 'Pieter Kroondijk' }).waitFor();

  await page.getByRole('link', { name: /^Besluit toevoegen/ }).click();
  await form(page).getByLabel('Titel (Nederlands)').fill('Raad over de brug');
  await choose(page, 'Wie beslist', 'Gemeenteraad van Waterbroek');
  await form(page).getByLabel('Datum').fill('1-3-2027');
  assert.match(await form(page).getByRole('group', { name: 'Onderwerpen' }).textContent(), /Een nieuwe brug/);
  await record(page);
  await done(page);
  await page.locator('.came-of-it').getByRole('link', { name: 'Terug naar het doelwit' }).click();
  await page.getByRole('link', { name: /^Stap toevoegen: Raad over de brug$/ }).click();
  await form(page).getByLabel('Wat er gebeurt').selectOption({ label: 'Commissie of inspraak' });
  await form(page).getByLabel('Datum').fill('15-2-2027');
  await record(page);
  await done(page);
  await page.locator('.came-of-it').getByRole('link', { name: 'Terug naar het doelwit' }).click();
  const moment = page.locator('section', { has: page.locator('#decisions') }).locator('li', { hasText: 'Raad over de brug' }).first();
  await moment.getByText('Commissie of inspraak').first().waitFor();
  assert.match(await moment.textContent(), /15 feb 2027/);
  assert.deepEqual(page.wrong, []);
});

test('a talk that is planned is called off from where it stands, and one that was held is corrected', async () => {
  const page = await target('Judith van Mars', 'bureau');
  const talks = page.locator('section', { has: page.locator('#talks') }).locator('.standings > li');
  const planned = talks.filter({ hasText: 'Gepland' });
  const [count, all] = [await planned.count(), await talks.count()];
  const offered = await talks.getByRole('link', { name: /^Afzeggen/ }).count();
  assert.ok(count > 0 && offered === count && all > count, 'only what is planned is called off');
  await planned.first().getByRole('link', { name: /^Afzeggen/ }).click();
  await record(page, 'Afzeggen');
  await done(page);
  await page.locator('.came-of-it').getByRole('link', { name: 'Terug naar het doelwit' }).click();
  await until(async () => (await planned.count()) === count - 1);

  await talks.filter({ hasText: 'Gevoerd' }).first().getByRole('link', { name: /^Verbeteren/ }).click();
  const outcome = form(page).getByLabel('Wat kwam eruit');
  await outcome.fill('Zij wil eerst cijfers zien.');
  await record(page, 'Wijziging vastleggen');
  await done(page);
  await page.locator('.came-of-it').getByRole('link', { name: 'Terug naar het doelwit' }).click();
  await talks.filter({ hasText: 'Zij wil eerst cijfers zien.' }).waitFor();
  assert.deepEqual(page.wrong, []);
});

test('how a person is reached is added and stands on the page, and a tie with somebody of ours is one of the ways', async () => {
  const page = await target('Olaf Krikke', 'bureau');
  await page.locator('.ways summary').first().click();
  await page.getByRole('link', { name: /^Contactgegeven toevoegen/ }).click();
  assert.equal(await form(page).getByRole('combobox', { name: 'Persoon' }).inputValue(), 'Olaf Krikke');
  await form(page).getByLabel('Soort').selectOption({ label: 'Telefoonnummer' });
  await form(page).getByLabel('Waarde').fill('038 000 00 00');
  await record(page);
  await done(page);
  await page.locator('.came-of-it').getByRole('link', { name: 'Terug naar het doelwit' }).click();
  await page.locator('.facts-list').getByText('038 000 00 00', { exact: true }).first().waitFor();
  await page.getByRole('link', { name: /^Band vastleggen/ }).click();
  await choose(page, 'De ander', 'Marit Kloosterhuis');
  await form(page).getByLabel('Hoe sterk').selectOption({ label: 'Sterk' });
  await form(page).getByLabel('Laatst bevestigd').fill('11-2026');
  await record(page);
  await done(page);
  await page.locator('.came-of-it').getByRole('link', { name: 'Terug naar het doelwit' }).click();
  await page.locator('section', { has: page.locator('#routes') }).getByText(/Marit Kloosterhuis → Olaf Krikke/).first().waitFor();
  assert.deepEqual(page.wrong, []);
});

test('a note in confidence begins as one for the holder only, and another partner does not see it', async () => {
  const page = await target('Judith van Mars');
  const held = page.locator('section', { has: page.locator('#talks') }).locator('.standings > li', { hasText: 'Gevoerd' }).filter({ hasText: 'Gemeente Waterbroek' }).first();
  await held.getByText('Meer', { exact: true }).click();
  await held.getByRole('link', { name: /^Vertrouwelijke notitie toevoegen/ }).click();
  assert.equal(await form(page).getByLabel('Wie mag het zien').inputValue(), 'HOLDER_ONLY');
  await form(page).getByLabel('In vertrouwen').fill('Dit blijft onder ons.');
  await record(page);
  await done(page);
  await page.locator('.came-of-it').getByRole('link', { name: 'Terug naar het doelwit' }).click();
  await page.getByText('Dit blijft onder ons.').first().waitFor();
  const other = await target('Judith van Mars', 'oostveld');
  await other.locator('#talks').waitFor();
  assert.equal(await other.getByText('Dit blijft onder ons.').count(), 0);
});

test('what the server refuses stands at its field', async () => {
  const page = await target('Machteld Ouwendijk');
  await page.getByRole('link', { name: /^Beoordelen/ }).click();
  await record(page);
  await page.locator('#field-influence-wrong').getByText('Vul dit in.').waitFor();
  for (const label of ['Invloed', 'Belang']) await form(page).getByLabel(label).selectOption('3');
  await form(page).getByLabel('Houding').selectOption('0');
  await form(page).getByLabel('Wie mag het zien').selectOption({ label: 'Iedereen' });
  await form(page).getByText('Bron en reden').click();
  await form(page).getByLabel('Titel van de bron').fill('Krant');
  await record(page);
  await page.locator('#field-audience-wrong').waitFor();
  await until(() => form(page).getByLabel('Wie mag het zien').evaluate((field) => field === document.activeElement));
  await form(page).getByLabel('Wie mag het zien').selectOption('');
  await form(page).getByLabel('Datum').fill('1-1-2028');
  await record(page);
  await page.locator('#field-date-wrong').waitFor();
  assert.equal(await form(page).getByLabel('Invloed').inputValue(), '3', 'what was chosen stays');
  assert.deepEqual(page.wrong, []);
});

test('what another partner holds is not changed, and why is told', async () => {
  const page = await target('Machteld Ouwendijk', 'oostveld');
  assert.equal(await page.getByRole('link', { name: /^Wijzigen: Machteld Ouwendijk$/ }).count(), 0);
  // Who comes to the form by its address is told by the server.
  const of = new URL(page.url()).searchParams.get('target');
  await goTo(page, `/edit?form=correct-target&of=${of}`);
  await form(page).getByLabel('Gewicht').selectOption('1');
  await record(page, 'Wijziging vastleggen');
  await form(page).getByRole('alert').getByText(/Een andere deelnemer is de houder/).waitFor();
  assert.deepEqual(page.wrong, []);
});

test('who may not plan contacts is offered and given none of it, and who may not edit nothing else', async () => {
  const stranger = await open(browser, `${server.url}/edit?form=assess-target`);
  await stranger.getByText('Log in om dit te zien.').waitFor();
  await signIn(stranger, server.token);
  await stranger.getByText('Uw rol geeft hier geen toegang toe.').waitFor();
  assert.equal(await form(stranger).count(), 0);
  await goTo(stranger, '/edit');
  await stranger.getByRole('link', { name: 'Organisatie vastleggen' }).waitFor();
  assert.deepEqual(await stranger.locator('#page').getByText(/doelwit|lobbyagenda|gesprek/i).allTextContents(), []);

  const page = await member('/edit');
  await page.getByRole('link', { name: 'Doelwit beoordelen' }).waitFor();
  assert.deepEqual(await page.locator('.groups h2').allTextContents(), ['Lobbyagenda', 'Gesprekken en contacten', 'Overleg en mensen']);
  assert.equal(await page.getByRole('link', { name: /Organisatie|Een bestand inlezen/ }).count(), 0);
  for (const refused of ['correct-organisation', 'import']) {
    await goTo(page, `/edit?form=${refused}`);
    await page.getByText('Uw rol geeft hier geen toegang toe.').waitFor();
  }
  assert.deepEqual([stranger.wrong, page.wrong], [[], []]);
});

test('what is typed waits when a token ends, for its own partner only, and goes with who signs out', async () => {
  tokens.daan = partner('waterbroek', 'daan');
  const page = await target('Machteld Ouwendijk', 'daan');
  await page.getByRole('link', { name: /^Beoordelen/ }).click();
  const influence = form(page).getByLabel('Invloed');
  await influence.selectOption('2');
  server.revoke('daan');
  await until(async () => {
    await page.getByRole('button', { name: 'maand' }).first().click();
    return (await page.getByText('Uw aanmelding is verlopen.').count()) === 1;
  });
  await form(page).waitFor({ state: 'detached' });
  assert.equal(await page.getByText('Machteld Ouwendijk').count(), 0, 'nor does what the desk answered stay');
  await page.getByRole('button', { name: 'Vandaag' }).click();
  await signIn(page, partner('oostveld', 'jasper'));
  await influence.waitFor();
  assert.equal(await influence.inputValue(), '');
  server.revoke('jasper');
  await until(async () => {
    await page.getByRole('button', { name: 'maand' }).first().click();
    return (await page.getByText('Uw aanmelding is verlopen.').count()) === 1;
  });
  await signIn(page, tokens.waterbroek);
  await influence.waitFor();
  assert.equal(await influence.inputValue(), '2');
  await page.getByText('U was hiermee bezig; wat u typte staat er nog.').waitFor();
  const { search } = new URL(page.url());
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await page.waitForURL((url) => !/topic|target=|of=/.test(url.search));
  await signIn(page, tokens.waterbroek);
  await goTo(page, `/edit${search}`);
  await influence.waitFor();
  assert.equal(await influence.inputValue(), '');
});

test('one of three hundred targets is found, as all pages of a list are asked for', async () => {
  const page = await blank(browser, server);
  let pages = 0;
  let [cursor, first] = [null, null];
  await changing(page, 'EditListTargets', (answer) => {
    const { targets } = answer.data.network.publicAffairs;
    pages += 1;
    const at = pages;
    cursor ??= targets.pageInfo.endCursor;
    first ??= targets.nodes[0];
    targets.nodes = Array.from({ length: 100 }, (_, index) => ({ ...first, id: `VGFyZ2V0${at}x${index}`, person: { name: `Persoon ${at}-${index}` } }));
    targets.totalCount = 300;
    targets.pageInfo = { hasNextPage: at < 3, endCursor: cursor };
    return answer;
  });
  await page.goto(`${server.url}/edit?form=assess-target`);
  await signIn(page, tokens.bureau);
  await page.getByLabel('Zoek in de lijst').fill('3-99');
  const options = page.getByLabel('Doelwit', { exact: true }).locator('option');
  await until(async () => (await options.count()) === 2);
  assert.match(await options.last().textContent(), /^Persoon 3-99 · /);
  assert.deepEqual(page.wrong, []);
});

looks('desk-form', () => `${server.url}/desk?part=targets&topic=tweede-regio-deal`, {
  browser: () => browser,
  ready: async (page) => {
    await signIn(page, tokens.bureau);
    await page.locator('tbody').getByRole('link', { name: 'Machteld Ouwendijk' }).click();
    await page.getByRole('link', { name: /^Beoordelen/ }).click();
    await form(page).getByText('Bron en reden').click();
    await record(page);
    await page.locator('#field-influence-wrong').waitFor();
  },
});
looks('desk-changes', () => `${server.url}/edit`, {
  browser: () => browser,
  ready: async (page) => {
    await signIn(page, tokens.bureau);
    await page.locator('.entries').first().waitFor();
  },
});
