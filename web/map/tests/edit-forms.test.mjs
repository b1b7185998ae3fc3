// All forms, who gets them, and what is found of what is recorded.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { documents, goTo, signedIn } from './editing.mjs';
import { looks } from './looks.mjs';
import { blank, changing, HOSTILE, launch, open, PHONE, signIn, start, stayNames, until } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** What public affairs alone records. */
const OF_DESK = /Agenda|Topic|Target|Assessment|DecisionMoment|DecisionStage|Preference|CancelContact|CorrectContact$|RemoveContact$|ContactNote|FollowUp|Tie$|PersonContact/;

test('every change of facts has its form', async () => {
  const verbs = readdirSync(documents).flatMap((name) => /^Edit(?!Read|Fact|By|Changed|List)(\w+)\.graphql$/.exec(name)?.[1] ?? []);
  const [desk, facts] = [true, false].map((ofDesk) => verbs.filter((verb) => OF_DESK.test(verb) === ofDesk));
  assert.ok(facts.length > 90 && desk.length > 30, `${facts.length} and ${desk.length} changes`);
  for (const [forms, token] of [[facts, server.token], [desk, server.tokenFor('bureau', '--role', 'public-affairs')]]) {
    const page = await open(browser, `${server.url}/edit`);
    await signIn(page, token);
    for (const [at, verb] of forms.entries()) {
      for (const lang of at % 10 === 0 ? ['nl', 'en'] : ['nl']) {
        const form = verb.replace(/[A-Z]/g, (letter, at) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`);
        await goTo(page, `/edit?form=${form}&lang=${lang}`);
        await page.locator('.edit h1').waitFor();
        await page.locator('.field').first().waitFor();
        assert.doesNotMatch(await page.locator('.edit').innerText(), /undefined|[a-z][A-Z][a-z]+:|[A-Z]{3,}_[A-Z]/, form);
      }
    }
    assert.deepEqual(page.wrong, []);
  }
});

test('who may not change anything is told so, and an address that names nothing too', async () => {
  const page = await open(browser, `${server.url}/edit?form=register-organisation`);
  await page.getByText('Log in om dit te zien.').waitFor();
  await changing(page, 'Frame', (answer) => {
    answer.data.viewer.mayEdit = false;
    return answer;
  });
  await signIn(page, server.token);
  await page.getByText('Uw rol geeft hier geen toegang toe.').waitFor();
  await page.getByText('Log uit en log in als iemand die dit mag').waitFor();
  assert.equal(await page.locator('form.change').count(), 0);
  await page.unrouteAll({ behavior: 'wait' });
  const editor = await signedIn(browser, server, '/edit?form=no-such-form');
  await editor.getByText('Hier is niets.').waitFor();
  await goTo(editor, '/edit?form=correct-organisation&of=bestaat-niet');
  await editor.getByText('Wat het adres noemt is er niet').waitFor();
  await editor.getByRole('combobox', { name: 'Organisatie', exact: true }).waitFor();
  assert.deepEqual([page.wrong, editor.wrong], [[], []]);
});

const focused = (page) => page.evaluate(() => document.activeElement?.textContent.slice(0, 40) || document.activeElement?.id);

test('from a list one chooses by the keyboard, by a button of its own, and keeps one\'s place', async () => {
  const page = await signedIn(browser, server, '/edit?form=correct-milestone');
  const list = page.getByRole('combobox', { name: 'Mijlpaal' });
  await list.focus();
  for (const _ of [1, 2]) await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('form.change').count(), 0, 'arrow keys look at what there is');
  await until(() => list.evaluate((field) => field === document.activeElement));
  const wanted = await list.locator('option:checked').textContent();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('form.change').waitFor();
  assert.equal(await page.locator('.picked bdi').first().textContent(), wanted);
  await until(async () => (await focused(page)) === 'Kies iets anders');
  await page.keyboard.press('Enter');
  await list.waitFor();
  await page.waitForFunction(() => document.activeElement instanceof HTMLSelectElement);
  assert.equal(new URL(page.url()).searchParams.get('of'), null);
  assert.deepEqual(page.wrong, []);
});

test('what one only looked at in a list is not left out in silence', async () => {
  const page = await signedIn(browser, server, '/edit?form=record-decision');
  const list = page.locator('select#field-parent');
  await list.waitFor();
  await list.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Vastleggen', exact: true }).click();
  await page.locator('#field-parent-wrong').getByText('Kies een naam uit de lijst.').waitFor();
});

test('a list in a form goes on where one adds to it or takes away', async () => {
  const page = await signedIn(browser, server, '/edit?form=pledge-commitment');
  const add = page.getByRole('button', { name: 'Voeg toe: bijdrage' });
  for (const n of [0, 1]) {
    await add.press('Enter');
    await page.waitForFunction((at) => document.activeElement.id.startsWith(`field-contributions-${at}-`), n);
  }
  await page.getByRole('button', { name: 'Haal weg: bijdrage 1' }).press('Enter');
  await until(async () => (await focused(page)) === 'Haal weg: bijdrage 1');
  await page.keyboard.press('Enter');
  await until(async () => (await focused(page)) === 'Voeg toe: bijdrage');
});

test('a day that does not exist and a number that is too small are told at their fields', async () => {
  const page = await signedIn(browser, server, '/edit?form=record-document');
  const day = page.getByLabel('Datum', { exact: false }).first();
  await day.fill('31-11-2026');
  await page.getByText('Deze dag bestaat niet.').waitFor();
  assert.equal(await page.getByText('Dat is:').count(), 0);
  await page.locator('#field-pages').fill('-3');
  await page.getByRole('button', { name: 'Vastleggen', exact: true }).click();
  await page.locator('#field-pages-wrong').getByText('Vul een geheel getal in, 0 of meer.').waitFor();
  assert.equal(await page.locator('.field .wrong').getByText('Deze dag bestaat niet.').count(), 1);
  await day.fill('30-11-2026');
  await page.getByText('Dat is: 30 nov 2026').waitFor();
});

test('the key stands behind the name that it follows, and what stands aside has all the room', async () => {
  const page = await signedIn(browser, server, '/edit?form=register-organisation');
  await page.locator('form.change').waitFor();
  assert.deepEqual((await page.locator('form.change .fields').first().locator(':is(input, select)').evaluateAll((fields) => fields.map(({ id }) => id))).slice(0, 3), ['field-nameNl', 'field-nameEn', 'field-slug']);
  const aside = page.locator('details.further');
  await aside.locator('summary').click();
  const [whole, inner] = await Promise.all([aside, aside.locator('.fields')].map((one) => one.boundingBox()));
  assert.ok(inner.width > whole.width * 0.95, `${inner.width} of ${whole.width}`);
});


test('names that want to be something else stay names', async () => {
  const page = await blank(browser, server, { viewport: PHONE });
  let at = 0;
  await changing(page, 'EditBySlug', (answer) => {
    answer.data.network.organisation.name = HOSTILE[at++ % HOSTILE.length];
    return answer;
  });
  await changing(page, 'Search', (answer) => {
    answer.data.network.search.nodes.forEach((one, index) => { one.name = HOSTILE[index % HOSTILE.length]; });
    return answer;
  });
  await page.goto(`${server.url}/edit?select=organisation/gemeente-aldermeer`);
  await signIn(page, server.token);
  await page.getByRole('heading', { level: 1, name: HOSTILE[0] }).waitFor();
  await goTo(page, '/edit?form=merge-organisations&of=gemeente-waterbroek');
  await page.getByRole('combobox', { name: 'Organisatie die blijft' }).pressSequentially('gemeente');
  await page.locator('.reference [role=option]').first().waitFor();
  await stayNames(page);
});

looks('edit-about', () => `${server.url}/edit?select=organisation/gemeente-aldermeer`, {
  browser: () => browser,
  ready: async (page) => {
    await signIn(page, server.token);
    await page.locator('.recorded').first().waitFor();
  },
});
