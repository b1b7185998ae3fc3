// The desk of public affairs: what its people do with it, who does not see it, and that it goes with who signs out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arranged, blank, changing, close, launch, open, signIn, start, until } from './support.mjs';

let server, browser;
const tokens = {};
before(async () => {
  server = await start();
  browser = await launch();
  tokens.bureau = server.tokenFor('bureau', '--role', 'public-affairs');
  tokens.office = server.tokenFor('office', '--role', 'public-affairs', '--organisation', 'regiobureau-voorbeeld');
  for (const partner of ['waterbroek', 'vaartmeden', 'oostveld']) {
    tokens[partner] = server.tokenFor(partner, '--role', 'public-affairs', '--organisation', `gemeente-${partner}`);
  }
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** Opens a part of the desk as somebody. */
async function desk(query = '', who = 'bureau', options = {}) {
  const page = await open(browser, `${server.url}/desk${query}`, options);
  await signIn(page, tokens[who]);
  await page.getByRole('navigation', { name: 'Onderdelen van de desk' }).waitFor();
  return page;
}

const part = (page, name) => page.getByRole('navigation', { name: 'Onderdelen van de desk' }).getByRole('link', { name }).click();
const heading = (page, name) => page.getByRole('heading', { name }).first().waitFor();

/** Chooses somebody by name, in the field of a form that finds people. */
async function pick(form, label, name) {
  await form.getByRole('combobox', { name: label }).fill(name);
  await form.getByRole('listbox', { name: label }).getByRole('option', { name }).first().click();
}

const kept = (page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));

test('who has not signed in is asked to, and who may not plan contacts is told so', async () => {
  const page = await open(browser, `${server.url}/desk`);
  await page.getByText('Log in om dit te zien.').waitFor();
  await signIn(page, server.token);
  await page.getByText('Uw rol geeft hier geen toegang toe.').waitFor();
  assert.equal(await page.getByRole('navigation', { name: 'Onderdelen van de desk' }).count(), 0);
  assert.deepEqual(page.wrong, []);
});

test('the agenda begins with what is wrong and late, and every part has an address that can be shared', async () => {
  const page = await desk();
  const first = page.locator('.agenda').first().locator('li');
  await first.getByText('Twee partners zeiden').waitFor();
  assert.match(await first.nth(1).textContent(), /dagen te laat/);
  for (const [name, what] of [['Doelwitten', 'Invloed en belang'], ['Planning', 'Wat niet past'], ['Kalender', 'Per maand'], ['Eén verhaal', 'Kort na elkaar'], ['Gesprekken en acties', 'Beloofd en nog niet gedaan']]) {
    await part(page, name);
    await heading(page, what);
  }
  await page.getByLabel('Onderwerp').selectOption({ label: 'Dubbelspoor op de Aalijn (loopt)' });
  await page.waitForURL(/topic=dubbelspoor-aalijn/);
  const second = await desk(new URL(page.url()).search);
  await heading(second, 'Beloofd en nog niet gedaan');
  assert.equal(await second.getByLabel('Onderwerp').inputValue(), 'dubbelspoor-aalijn');
  assert.equal(await page.title(), 'Desk · Drieklank');
  assert.equal(await kept(page), '[{},{},""]');
  assert.deepEqual([page.wrong, second.wrong], [[], []]);
});

test('an address that makes no sense is the agenda', async () => {
  const page = await desk('?part=secrets&target=%3Cimg%3E&recess=2027-01-03/2026-12-19&route=a/b');
  await heading(page, /^Nu/);
  assert.deepEqual(page.wrong, []);
});

test('from the plane to a target, to who introduces us, to the route on the map', async () => {
  const page = await desk('?part=targets&topic=tweede-regio-deal');
  await page.locator('.plane').getByRole('link', { name: /Wouter van Emmelkate/ }).click();
  await heading(page, 'Wie introduceert ons');
  const routes = page.locator('section', { has: page.locator('#routes') }).locator('.standings > li');
  await routes.first().waitFor();
  const shares = (await routes.allTextContents()).map((text) => Number(/(\d+)% betrouwbaar/.exec(text)?.[1]));
  assert.deepEqual(shares, [...shares].sort((one, other) => other - one));
  assert.match(await routes.nth(2).textContent(), /zwakste schakel/);
  // Without the first introducer there are other ways.
  await routes.first().getByRole('link', { name: /^Niet via Willem Dekkinga/ }).click();
  await page.getByRole('link', { name: 'Toch via Willem Dekkinga' }).waitFor();
  assert.ok(!(await routes.allTextContents()).join().includes('Willem Dekkinga →'));
  await routes.filter({ hasText: 'Judith van Mars' }).first().getByRole('link', { name: 'Teken op de kaart' }).click();
  await arranged(page);
  const drawn = page.getByRole('list', { name: 'Route' }).getByRole('listitem');
  assert.match((await drawn.allTextContents()).join(' '), /Judith van Mars.*Wouter van Emmelkate/);
  const { search } = new URL(page.url());
  assert.match(search, /^\?lang=nl&route=[\w,=-]+$/);
  assert.ok(!/judith|wouter/i.test(search));
  // Who follows the link without a token sees the way, and not whom they may not know.
  const stranger = await open(browser, `${server.url}/?route=nobody,${new URLSearchParams(search).get('route')}`);
  await stranger.getByRole('list', { name: 'Route' }).getByText('iemand die hier niet te zien is').first().waitFor();
  await arranged(stranger);
  await page.getByRole('link', { name: 'Verberg de route' }).click();
  await drawn.first().waitFor({ state: 'hidden' });
  assert.deepEqual(stranger.wrong, []);
  assert.deepEqual(page.wrong, []);
});

test('targets are sorted by what one chooses', async () => {
  const page = await desk('?part=targets');
  const names = () => page.locator('tbody th').allTextContents();
  await page.locator('tbody th').first().waitFor();
  const before = await names();
  await page.getByRole('columnheader', { name: 'Wie' }).getByRole('link').click();
  await page.waitForURL(/order=name/);
  const sorted = await names();
  assert.deepEqual(sorted, [...before].sort(new Intl.Collator('nl').compare));
  assert.notDeepEqual(sorted, before);
  assert.equal(await page.getByRole('columnheader', { name: 'Wie' }).getAttribute('aria-sort'), 'ascending');
});

test('the plan tells who, whom and when, what finds no day and why, and keeps to a recess', async () => {
  const page = await desk('?part=plan');
  await heading(page, /^Wie spreekt wie wanneer/);
  await page.getByText('Een ander spreekt dit doelwit te kort ervoor of erna.').first().waitFor();
  const days = page.locator('table').first().locator('tbody th');
  assert.ok((await days.allTextContents()).some((day) => /26\s+nov/.test(day)));
  await page.getByLabel('Reces van').fill('2026-11-26');
  await page.getByLabel('tot en met', { exact: true }).fill('2027-01-03');
  await page.waitForURL(/recess=2026-11-26\/2027-01-03/);
  await page.getByText('Het valt in een reces.').first().waitFor();
  assert.ok((await days.allTextContents()).every((day) => !/nov/.test(day)));
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /\.ics/ }).click()]);
  assert.equal(file.suggestedFilename(), 'plan.ics');
  assert.deepEqual(page.wrong, []);
});

test('with few talks those that reach most are told, and who is left behind', async () => {
  const page = await desk('?part=plan&topic=tweede-regio-deal');
  const few = page.locator('section', { has: page.locator('#few') });
  await few.locator('ol li').nth(4).waitFor();
  const left = await few.getByText(/^Blijven liggen/).textContent();
  await few.getByLabel('Aantal gesprekken').fill('1');
  await few.getByLabel('Aantal gesprekken').press('Tab');
  await page.waitForURL(/talks=1/);
  await few.locator('ol li').nth(1).waitFor({ state: 'detached' });
  assert.ok((await few.getByText(/^Blijven liggen/).textContent()).length > left.length);
  assert.deepEqual(page.wrong, []);
});

test('a talk of the plan is put on the agenda of all, once, also when the answer was lost and one looked elsewhere', async () => {
  const page = await desk('?part=plan&topic=woningbouwgeld');
  const rows = page.locator('table').first().locator('tbody tr');
  await rows.first().waitFor();
  const before = await rows.count();
  const keys = [];
  await page.route('**/graphql', (route) => {
    const { input } = route.request().postDataJSON().variables ?? {};
    if (input?.idempotencyKey === undefined) return route.fallback();
    keys.push(input.idempotencyKey);
    return keys.length === 1 ? route.abort() : route.fallback();
  });
  const plan = () => rows.filter({ hasText: 'Kamercommissie' }).getByRole('button', { name: /^Zet in agenda/ }).click();
  await plan();
  await rows.getByText('Misschien is het al vastgelegd').waitFor();
  await part(page, 'Kalender');
  await page.locator('.agenda li').first().waitFor();
  await page.goBack();
  await plan();
  const told = page.getByText(/^Staat in de agenda: /);
  await told.waitFor();
  const whom = /: (.*), \d/.exec(await told.textContent())?.[1];
  await page.waitForFunction((n) => document.querySelectorAll('table tbody tr').length < n, before);
  await until(async () => (await page.evaluate(() => document.activeElement?.className)) === 'told');
  assert.equal(keys.length, 2);
  assert.equal(keys[0], keys[1]);
  await part(page, 'Kalender');
  await page.locator('.agenda li', { hasText: 'Gepland' }).filter({ hasText: whom }).first().waitFor();
  assert.deepEqual(page.wrong.filter((one) => !one.includes('ERR_FAILED')), []);
});

test('what another partner holds is not theirs to change: it says whose it is, and offers what can be done', async () => {
  const page = await desk('?part=follow-ups', 'oostveld');
  const others = page.locator('#page li', { hasText: 'Afspreken wie haar verder belt' });
  await others.getByText('Van Provincie Noordermarke').waitFor();
  assert.equal(await others.getByRole('button').count() + (await others.getByRole('link').count()), 0);
  const target = async (page) => {
    await page.locator('tbody').getByRole('link', { name: 'Soraya Belhadi' }).first().click();
    await page.getByRole('heading', { name: /^Gesprekken tot nu toe/ }).waitFor();
    return page.locator('section', { has: page.locator('#talks') }).locator('.standings > li').filter({ hasText: 'Ondernemerskring Aa en Meden' }).first();
  };
  const theirs = await desk('?part=targets&topic=stroomnet', 'oostveld');
  const talk = await target(theirs);
  await talk.getByText('Van Ondernemerskring Aa en Meden').first().waitFor();
  assert.equal(await talk.getByRole('link', { name: /^Verbeteren/ }).count(), 0);
  await talk.getByText('Meer', { exact: true }).first().click();
  await talk.getByRole('link', { name: /^Actie toevoegen: gesprek met / }).waitFor();
  assert.equal(await talk.getByRole('link', { name: /^Verwijderen/ }).count(), 0);
  // The office of the network itself may change what any partner holds, as who acts for nobody may.
  for (const who of ['office', 'bureau']) {
    const talk = await target(await desk('?part=targets&topic=stroomnet', who));
    await talk.getByRole('link', { name: /^Verbeteren: gesprek met / }).waitFor();
    assert.equal(await talk.getByText('Van Ondernemerskring Aa en Meden').count(), 0);
  }
  assert.deepEqual([page.wrong, theirs.wrong], [[], []]);
});

test('what the server refuses stands at its field; what it records appears, and what was promised is ticked off', async () => {
  const page = await desk('?part=follow-ups', 'waterbroek');
  const form = page.locator('form.record');
  await form.getByLabel('Doelwit').selectOption({ label: 'Judith van Mars – Een tweede Regio Deal' });
  await form.getByRole('list', { name: 'Met wie: Gekozen' }).getByRole('button', { name: 'Haal Judith van Mars weg' }).waitFor();
  const save = form.getByRole('button', { name: 'Leg vast' });
  await save.click();
  await form.getByText('Kies een dag.').waitFor();
  await until(async () => (await page.evaluate(() => document.activeElement?.getAttribute('type'))) === 'date');
  await form.getByLabel('Dag', { exact: true }).fill('2027-03-01');
  await pick(form, 'Wie van ons', 'Daan Bruggink');
  await form.getByLabel('Wat moet er gebeuren').fill('Brief sturen <img src=x onerror=alert(1)>');
  await form.getByLabel('Uiterlijk').fill('2026-12-01');
  await save.click();
  await form.getByText(/^Dit gesprek kan nog niet gehouden zijn/).waitFor();
  assert.equal(await form.getByLabel('Dag', { exact: true }).getAttribute('aria-invalid'), 'true');
  await form.getByLabel('Dag', { exact: true }).fill('2026-11-25');
  await save.click();
  await form.getByText('Vastgelegd.').waitFor();
  const promised = page.locator('#page li', { hasText: 'Brief sturen <img' });
  await promised.getByRole('button', { name: /^Gedaan/ }).click();
  await promised.waitFor({ state: 'detached' });
  assert.equal(await page.locator('#page img').count(), 0);
  assert.deepEqual(page.wrong, []);
});

test('a talk is on behalf of who may hold one: partners, the network and its office, and of whom who had it works for', async () => {
  const page = await desk('?part=follow-ups');
  const form = page.locator('form.record');
  const holder = form.getByLabel('Namens');
  await holder.locator('option', { hasText: 'Regiobureau Voorbeeld' }).waitFor({ state: 'attached' });
  const offered = await holder.locator('option').allTextContents();
  for (const name of ['Gemeente Waterbroek', 'Spoorbeheer Voorbeeld', 'Regio Voorbeeld (verzonnen)', 'Regiobureau Voorbeeld']) assert.ok(offered.includes(name), name);
  // A ministry is an addressee, and Meerlicht has left.
  assert.ok(!offered.some((name) => /Ministerie|Parlement|Meerlicht/.test(name)), offered.join());
  assert.equal(new Set(offered).size, offered.length);
  await pick(form, 'Wie van ons', 'Judith van Mars');
  assert.equal(await holder.inputValue(), '');
  await pick(form, 'Wie van ons', 'Marit Kloosterhuis');
  assert.equal(await holder.inputValue(), 'regiobureau-voorbeeld');
  await form.getByLabel('Dag', { exact: true }).fill('2026-11-25');
  await holder.selectOption('regio-voorbeeld');
  await form.getByLabel('Doelwit').selectOption({ index: 1 });
  await form.getByRole('button', { name: 'Leg vast' }).click();
  await form.getByText('Vastgelegd.').waitFor();
  assert.deepEqual(page.wrong, []);
});

test('people are chosen by the keyboard in one field, those of ours first, and are taken out again', async () => {
  const page = await desk('?part=follow-ups', 'oostveld');
  const form = page.locator('form.record');
  const field = form.getByRole('combobox', { name: 'Wie van ons' });
  await heading(page, /^Beloofd/);
  const on = () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.labels?.[0]?.textContent);
  await form.getByLabel('Hoe', { exact: true }).focus();
  await page.keyboard.press('Tab');
  assert.equal(await on(), 'Wie van ons');
  await page.keyboard.press('Tab');
  assert.equal(await on(), 'Met wie', 'one stop each');
  await field.focus();
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  await until(async () => {
    await page.keyboard.press('ArrowDown');
    return (await form.getByRole('listbox', { name: 'Wie van ons' }).getByRole('option').first().textContent()).includes('Gemeente Oostveld aan de Aa');
  });
  await field.fill('jasper');
  await page.keyboard.press('Enter');
  const chosen = form.getByRole('list', { name: 'Wie van ons: Gekozen' });
  await chosen.getByRole('button', { name: 'Haal Jasper Nieuwlaan weg' }).waitFor();
  assert.equal(await field.inputValue(), '');
  await field.fill('jasper');
  await form.getByText('Niets gevonden').waitFor();
  await page.keyboard.press('Tab');
  await form.getByText('Kies iemand uit de lijst.').waitFor();
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  await chosen.getByRole('button').press('Enter');
  await chosen.waitFor({ state: 'detached' });
  assert.equal(await on(), 'Wie van ons');
  assert.deepEqual(page.wrong, []);
});

test('what came of a talk that is over waits for who looks elsewhere, and its field says of which talk it is', async () => {
  const page = await blank(browser, server);
  await changing(page, 'DeskTalks', (answer) => {
    for (const talk of answer.data.network.publicAffairs.contactMoments.nodes) if (talk.status === 'PLANNED') talk.date = '2026-11-20';
    return answer;
  });
  await page.goto(`${server.url}/desk?part=follow-ups`);
  await signIn(page, tokens.bureau);
  const rows = page.locator('section', { has: page.locator('#unheld') }).locator('li');
  await rows.nth(1).waitFor();
  const names = await rows.locator('textarea').evaluateAll((fields) => fields.map((field) => field.ariaLabel));
  assert.ok(names.every((name) => /^Wat kwam eruit: gesprek met .+, 20 nov 2026$/.test(name)), names.join());
  await rows.first().getByRole('button', { name: /^Gevoerd: gesprek met .+, 20 nov 2026$/ }).waitFor();
  const outcome = rows.nth(1).locator('textarea');
  await outcome.fill('Zij komt erop terug.');
  await part(page, 'Agenda');
  await outcome.waitFor({ state: 'detached' });
  await part(page, 'Gesprekken en acties');
  await outcome.waitFor();
  assert.equal(await outcome.inputValue(), 'Zij komt erop terug.');
  assert.equal(await rows.first().locator('textarea').inputValue(), '');
  await rows.nth(1).getByRole('button', { name: 'Begin opnieuw' }).press('Enter');
  assert.equal(await outcome.inputValue(), '');
  await until(async () => (await page.evaluate(() => document.activeElement.tagName)) === 'TEXTAREA');
  // What asks for it on the agenda leads to it.
  await part(page, 'Agenda');
  await page.getByRole('link', { name: /^Dit gesprek stond gepland/ }).nth(1).press('Enter');
  await rows.nth(1).waitFor();
  await until(() => page.evaluate(() => document.activeElement.tagName === 'LI' && document.activeElement.id === location.hash.slice(1)));
  assert.deepEqual(page.wrong, []);
});

test('an action on the agenda leads to itself', async () => {
  const page = await desk();
  const link = page.locator('.agenda li', { has: page.locator('.tag.action') }).getByRole('link').nth(1);
  const name = await link.textContent();
  await link.press('Enter');
  await page.waitForURL(/part=follow-ups#/);
  await heading(page, /^Beloofd/);
  await until(() => page.evaluate((what) => document.activeElement.matches('li.promised') && document.activeElement.textContent.includes(what), name));
  assert.ok(!/Log in/.test(await page.locator('#page').textContent()), 'who signed in stays');
});

test('what its holder alone sees is told so, and a topic without targets offers to add one', async () => {
  const page = await blank(browser, server);
  await changing(page, 'DeskTopics', (answer) => {
    answer.data.network.publicAffairs.topics.nodes.find(({ slug }) => slug === 'zoetwaterbuffer').audience = 'HOLDER_ONLY';
    return answer;
  });
  await page.goto(`${server.url}/desk?part=targets&topic=zoetwaterbuffer`);
  await signIn(page, server.tokenFor('waterschap', '--role', 'public-affairs', '--organisation', 'waterschap-aa-en-meden'));
  await page.getByLabel('Onderwerp').locator('option', { hasText: /\(loopt, alleen wij\)|\(voorgesteld, alleen wij\)/ }).waitFor({ state: 'attached' });
  const row = page.locator('tbody tr', { hasText: 'Gerda Potsma' });
  await row.getByText('Alleen wij').waitFor();
  await row.getByRole('link').first().click();
  await page.getByRole('heading', { level: 2, name: 'Gerda Potsma Alleen wij' }).waitFor();
  await page.locator('section', { has: page.locator('#judged') }).locator('tbody').getByText('Alleen wij').waitFor();
  await changing(page, 'DeskTargets', (answer) => {
    Object.assign(answer.data.network.publicAffairs.targets, { totalCount: 0, nodes: [] });
    return answer;
  });
  await part(page, 'Doelwitten');
  await page.getByLabel('Onderwerp').selectOption('rijkskantoor');
  await page.locator('#page .state').getByRole('link', { name: 'Doelwit toevoegen' }).click();
  await page.waitForURL(/form=record-target/);
  assert.deepEqual(page.wrong, []);
});

test('a talk waits for the introduction that it needs, and comes after it', async () => {
  const page = await desk('?part=plan&topic=tweede-regio-deal', 'waterbroek');
  const rows = page.locator('section', { has: page.locator('#planned') }).locator('tbody tr');
  const talk = rows.filter({ hasText: 'Wouter van Emmelkate' }).filter({ hasText: /^(?!.*Om introductie vragen).*/s }).first();
  const plan = talk.getByRole('button', { name: /^Zet in agenda/ });
  await talk.getByText('Zet eerst de introductie door Judith van Mars in de agenda.').waitFor();
  assert.equal(await plan.getAttribute('aria-disabled'), 'true');
  const introduction = rows.filter({ hasText: 'Om introductie vragen' }).filter({ hasText: 'Judith van Mars' }).first();
  await introduction.getByRole('button', { name: 'Zet in agenda: Judith van Mars' }).click();
  await introduction.getByText('Staat in de agenda', { exact: true }).waitFor();
  await talk.getByText(/^Zet eerst/).waitFor({ state: 'detached' });
  const sent = page.waitForRequest((request) => request.postDataJSON?.()?.variables?.input?.after !== undefined);
  await plan.click();
  assert.ok((await sent).postDataJSON().variables.input.after.length > 0);
  await page.getByText(/^Staat in de agenda: Wouter van Emmelkate/).waitFor();
  assert.deepEqual(page.wrong, []);
});

test('a calendar is told once, holds what is planned, and leads nowhere when it is taken back', async () => {
  const page = await desk('?part=calendar');
  await page.getByLabel('Waarvoor').fill('telefoon');
  await page.getByRole('button', { name: 'Maak een adres' }).click();
  const address = await page.getByLabel('Geheim adres').inputValue();
  assert.match(address, /\/calendar\/dkc_\S+\.ics$/);
  assert.match(await (await fetch(address)).text(), /Gesprek: Judith van Mars/);
  assert.ok(!page.url().includes('dkc_') && !(await kept(page)).includes('dkc_'));
  await part(page, 'Agenda');
  await part(page, 'Kalender');
  const made = page.locator('.agenda-short li', { hasText: 'telefoon' });
  await made.waitFor();
  assert.equal(await page.getByLabel('Geheim adres').count(), 0);
  await made.getByRole('button', { name: /^Trek in/ }).click();
  await made.waitFor({ state: 'detached' });
  for (let tries = 0; (await fetch(address)).status !== 404; tries += 1) assert.ok(tries < 100, 'it still works');
  assert.deepEqual(page.wrong, []);
});

test('a partner is warned of what crosses it, and sees its own notes only', async () => {
  const conflicts = async (who) => {
    const page = await desk('?part=warnings', who);
    await heading(page, /^Twee verhalen/);
    const text = await page.locator('section', { has: page.locator('#conflicts') }).textContent();
    await close(page.context());
    return text;
  };
  const [bureau, vaartmeden] = [await conflicts('bureau'), await conflicts('vaartmeden')];
  assert.match(bureau, /Twee verhalen \(1\).*Bel Gemeente Oostveld/s);
  assert.match(vaartmeden, /Twee verhalen \(2\)/);
});

test('who signs out takes everything along at once, and the next one sees nothing of it', async () => {
  const page = await desk('?part=follow-ups', 'vaartmeden');
  await part(page, 'Eén verhaal');
  await page.getByText(/Twee verhalen/).first().waitFor();
  const theirs = await page.locator('#conflicts').textContent();
  assert.match(theirs, /\(2\)/);
  // From now on nobody answers: what is on the screen is what was there already.
  let silent = true;
  const held = [];
  await page.route('**/graphql', (route) => (silent ? held.push(route) : route.fallback()));
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await page.locator('#conflicts').waitFor({ state: 'detached', timeout: 2_000 });
  const left = await page.locator('#page').textContent();
  assert.ok(!/Belhadi|Oostveld|vaartmeden|Twee verhalen/i.test(left), left);
  silent = false;
  for (const route of held) await route.fallback().catch(() => {});
  // What the page shows from now on, at every change of it.
  await page.evaluate(() => {
    window.seen = [];
    new MutationObserver(() => window.seen.push(document.querySelector('#page').textContent)).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await signIn(page, tokens.oostveld);
  await page.getByText('Twee verhalen (1)').waitFor();
  const seen = await page.evaluate(() => window.seen);
  assert.ok(seen.length > 0 && seen.every((text) => !text.includes('Twee verhalen (2)')));
  assert.equal(await page.title(), 'Desk · Drieklank');
  // Going back leads to no page of somebody else either.
  await page.goBack();
  await heading(page, 'Beloofd en nog niet gedaan');
  assert.ok(!/vaartmeden/.test(await page.locator('.viewer').textContent()));
  assert.deepEqual(page.wrong, []);
});

test('a talk that is being recorded waits for who looks elsewhere, and goes with who signs out', async () => {
  const page = await desk('?part=follow-ups&topic=dubbelspoor-aalijn');
  // The list above the form moves what stands below it when it comes.
  await heading(page, /^Beloofd en nog niet gedaan/);
  const outcome = page.getByRole('region', { name: 'Leg een gesprek vast' }).getByLabel('Wat kwam eruit');
  await outcome.fill('Zij denken erover na.');
  await part(page, 'Agenda');
  await outcome.waitFor({ state: 'detached' });
  await part(page, 'Gesprekken en acties');
  assert.equal(await outcome.inputValue(), 'Zij denken erover na.');
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  await (await asked).dismiss();
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await page.waitForURL((url) => !url.search.includes('topic'));
  await signIn(page, tokens.bureau);
  await outcome.waitFor();
  assert.equal(await outcome.inputValue(), '');
  assert.deepEqual(page.wrong, []);
});

test('whoever is the target of several topics is told apart by them', async () => {
  const page = await desk('?part=targets');
  await page.locator('.plane a').first().waitFor();
  const titles = await page.locator('.plane a').evaluateAll((links) => links.map(({ title }) => title));
  assert.equal(new Set(titles).size, titles.length);
  // On the plane itself too: no two marks look alike, and none lies over another.
  const marks = await page.locator('.plane a').evaluateAll((links) => links.map((link) => ({
    name: link.querySelector('bdi').textContent, said: link.querySelector('.who').innerText, top: link.getBoundingClientRect().top,
    bottom: link.getBoundingClientRect().bottom, left: link.getBoundingClientRect().left,
  })));
  assert.equal(new Set(marks.map(({ said }) => said)).size, marks.length);
  const twice = marks.filter(({ name }) => marks.filter((other) => other.name === name).length > 1);
  assert.ok(twice.length > 1 && twice.every(({ name, said }) => said.length > name.length), 'with the topic');
  const once = marks.filter((one) => !twice.includes(one));
  assert.ok(once.length > 0 && once.every(({ name, said }) => said === name), 'without what nobody needs');
  for (const [at, one] of marks.entries()) {
    for (const other of marks.slice(at + 1)) assert.ok(one.left !== other.left || one.bottom <= other.top + 1 || other.bottom <= one.top + 1, `${one.said} over ${other.said}`);
  }
  await page.setViewportSize({ width: 390, height: 800 });
  await page.locator('.plane:not(.named-marks)').waitFor();
  assert.equal(await page.locator('.plane .topic').count(), 0);
});

test('the agenda goes on where a page of its talks ends', async () => {
  const page = await open(browser, `${server.url}/icon.svg`);
  page.wrong.length = 0;
  let rest = null;
  await changing(page, 'DeskTalks', (answer) => {
    const talks = answer.data?.network?.publicAffairs?.contactMoments;
    if (talks?.nodes[0].status === 'HELD') return answer;
    if (talks === undefined) return rest;
    rest = structuredClone(answer);
    rest.data.network.publicAffairs.contactMoments.nodes.shift();
    talks.nodes.length = 1;
    talks.pageInfo = { hasNextPage: true, endCursor: 'next' };
    return answer;
  });
  await page.goto(`${server.url}/desk`);
  await signIn(page, tokens.bureau);
  const count = () => page.locator('.agenda .tag.talk, .agenda .tag.unheld').count();
  await until(() => rest !== null);
  const all = rest.data.network.publicAffairs.contactMoments.totalCount;
  assert.ok(all > 1);
  await until(async () => (await count()) === all);
});

test('a server that does not answer is told of, and answers when asked again', async () => {
  const page = await desk('?topic=rijkskantoor');
  await page.getByText('Er komt niets aan.').waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await part(page, 'Planning');
  await page.getByText('De server is niet te bereiken.').waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await heading(page, /^Wie spreekt wie wanneer/);
  await page.getByText('Er is niets te plannen').waitFor();
  page.wrong.length = 0;
  await page.goto(`${server.url}/desk?part=targets&target=VGFyZ2V0OgAAAAAAAAAAAAAAAAAAAAA`);
  await signIn(page, tokens.bureau);
  await page.getByText('Dit doelwit is er niet, of niet voor u.').waitFor();
});

test('a talk whose answer was lost says so, and goes again with its key for as long as it says the same', async () => {
  const page = await desk('?part=follow-ups', 'waterbroek');
  const form = page.locator('form.record').last();
  const keys = [];
  await page.route('**/graphql', (route) => {
    const { input } = route.request().postDataJSON().variables ?? {};
    if (input === undefined) return route.fallback();
    keys.push(input.idempotencyKey);
    return route.abort();
  });
  await form.getByLabel('Dag', { exact: true }).fill('2026-11-25');
  const outcome = form.getByLabel('Wat kwam eruit');
  for (const [n, text] of ['Zij denkt na.', 'Zij denkt erover na.', 'Zij denkt na.'].entries()) {
    await outcome.fill(text);
    await form.getByRole('button', { name: 'Leg vast' }).click();
    await until(() => keys.length === n + 1);
    await form.getByText('Misschien is het al vastgelegd').waitFor();
  }
  assert.equal(keys[0], keys[2]);
  assert.notEqual(keys[0], keys[1]);
  await form.getByRole('link', { name: 'Kijk het na' }).click();
  await page.waitForURL(/part=calendar/);
});

test('a talk that was recorded while one looked elsewhere is not begun again, and of one without an answer that is told', async () => {
  const page = await desk('?part=follow-ups', 'waterbroek');
  const form = page.locator('form.record').last();
  const held = [];
  let lost = false;
  await page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON().variables?.input?.idempotencyKey === undefined) return route.fallback();
    const response = await route.fetch();
    if (lost) return route.abort();
    await new Promise((go) => held.push(go));
    return route.fulfill({ response });
  });
  const fill = async (outcome) => {
    await form.getByLabel('Dag', { exact: true }).fill('2026-11-25');
    await pick(form, 'Wie van ons', 'Marit Kloosterhuis');
    await pick(form, 'Met wie', 'Judith van Mars');
    await form.getByLabel('Wat kwam eruit').fill(outcome);
    await form.getByRole('button', { name: 'Leg vast' }).click();
  };
  await fill('Zij komt langs.');
  await until(() => held.length === 1);
  await part(page, 'Agenda');
  await page.locator('form.record').first().waitFor({ state: 'detached' });
  const answered = page.waitForResponse((one) => one.request().postDataJSON()?.variables?.input?.idempotencyKey !== undefined);
  held[0]();
  await answered;
  await part(page, 'Gesprekken en acties');
  assert.equal(await form.getByLabel('Wat kwam eruit').inputValue(), '');
  assert.equal(await page.getByText('U was hiermee bezig').count(), 0);
  lost = true;
  await fill('Zij belt terug.');
  await form.getByText('Misschien is het al vastgelegd').waitFor();
  await part(page, 'Agenda');
  await part(page, 'Gesprekken en acties');
  await form.getByText('Misschien is het al vastgelegd').waitFor();
  assert.equal(await form.getByLabel('Wat kwam eruit').inputValue(), 'Zij belt terug.');
});

const NAMES = ['<img src=x onerror="document.title=`taken`">', '\u202Eevil\u202C שלום עולם', '🏳️‍🌈 Directeur 👩‍👩‍👧', 'Zeer lange naam '.repeat(19).slice(0, 300)];

test('by keyboard one never loses one\'s place: what one does leads on to what comes of it', async () => {
  const page = await desk('?part=targets&topic=tweede-regio-deal');
  const on = () => page.evaluate(() => document.activeElement.labels?.[0]?.innerText.trim() || document.activeElement.id || document.activeElement.innerText.trim());
  const press = async (what, key = 'Enter') => {
    await what.focus();
    await page.keyboard.press(key);
  };
  await press(page.locator('.plane a', { hasText: 'Wouter van Emmelkate' }));
  await heading(page, 'Wie introduceert ons');
  assert.equal(await on(), 'content', 'a target begins at its top');
  await press(page.getByRole('link', { name: /^Niet via Willem Dekkinga/ }).first());
  await page.getByRole('link', { name: 'Toch via Willem Dekkinga' }).waitFor();
  assert.equal(await on(), 'routes');
  await press(page.getByRole('link', { name: 'Toch via Willem Dekkinga' }));
  await page.getByRole('link', { name: 'Toch via Willem Dekkinga' }).waitFor({ state: 'detached' });
  assert.equal(await on(), 'routes');
  await press(page.getByRole('link', { name: 'Alle doelwitten' }));
  await page.locator('.plane').waitFor();
  assert.equal(await on(), 'content');

  await press(page.getByRole('navigation', { name: 'Onderdelen van de desk' }).getByRole('link', { name: 'Planning' }));
  assert.equal(await on(), 'Planning', 'a part that one chose stays chosen');
  await page.getByLabel('Reces van').fill('2026-12-19');
  await press(page.getByRole('button', { name: 'Zonder reces' }));
  await page.getByRole('button', { name: 'Zonder reces' }).waitFor({ state: 'detached' });
  assert.equal(await on(), 'Reces van');

  await part(page, 'Kalender');
  await page.getByLabel('Waarvoor').fill('toetsen');
  await page.keyboard.press('Enter');
  await page.getByLabel('Geheim adres').waitFor();
  await until(async () => (await on()) === 'Geheim adres');
  await press(page.getByRole('button', { name: 'Verberg het' }), 'Space');
  assert.equal(await on(), 'Waarvoor');
  await press(page.locator('.agenda-short li', { hasText: 'toetsen' }).getByRole('button'), 'Space');
  await until(async () => /^Ingetrokken/.test(await on()));

  await part(page, 'Gesprekken en acties');
  const form = page.locator('form.record');
  await form.getByLabel('Dag', { exact: true }).fill('2026-11-24');
  await pick(form, 'Wie van ons', 'Marit Kloosterhuis');
  await form.getByLabel('Doelwit').selectOption({ index: 1 });
  await press(form.getByRole('button', { name: 'Leg vast' }));
  await form.getByText('Vastgelegd.').waitFor();
  assert.equal(await on(), 'Leg vast');
  assert.deepEqual(page.wrong, []);
});

test('names stay names, on a phone too', async () => {
  const page = await open(browser, `${server.url}/icon.svg`, { viewport: { width: 360, height: 740 } });
  page.wrong.length = 0;
  const renamed = (answer) => {
    let at = 0;
    return JSON.parse(JSON.stringify(answer), (key, value) =>
      ['name', 'title', 'bodyName', 'organisationName', 'text', 'outcome'].includes(key) && typeof value === 'string' ? NAMES[at++ % NAMES.length] : value);
  };
  for (const name of ['DeskAgenda', 'DeskTalks', 'DeskTargets', 'DeskPlan', 'DeskWarnings', 'DeskTarget', 'DeskRoutes', 'DeskTopics', 'DeskPeople']) await changing(page, name, renamed);
  await page.goto(`${server.url}/desk`);
  await signIn(page, tokens.bureau);
  for (const [name, there] of [['Agenda', '.agenda li'], ['Doelwitten', '.plane li'], ['Planning', 'td bdi'], ['Kalender', '.agenda li'], ['Eén verhaal', '.talk'], ['Gesprekken en acties', '.picker input']]) {
    await part(page, name);
    await page.locator(there).first().waitFor();
    assert.ok((await page.locator('#page').textContent()).includes(NAMES[0]), name);
    const { scroll, width } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: innerWidth }));
    assert.ok(scroll <= width, `${name} is ${scroll} wide`);
  }
  await part(page, 'Doelwitten');
  await page.locator('.plane a').first().click();
  await page.locator('#routes').waitFor();
  const { scroll, width } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: innerWidth }));
  assert.ok(scroll <= width, `a target is ${scroll} wide`);
  assert.equal(await page.locator('#page img').count(), 0);
  assert.equal(await page.title(), 'Desk · Drieklank');
  assert.deepEqual(page.wrong, []);
});
