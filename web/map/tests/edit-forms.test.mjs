// All forms, who gets them, and what is found of what is recorded.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { documents, goTo, signedIn } from './editing.mjs';
import { looks } from './looks.mjs';
import { HOSTILE, PHONE, blank, changing, launch, open, signIn, start, stayNames } from './support.mjs';

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
  assert.equal(await page.locator('form.change').count(), 0);
  await page.unrouteAll({ behavior: 'wait' });
  const editor = await signedIn(browser, server, '/edit?form=no-such-form');
  await editor.getByText('Hier is niets.').waitFor();
  await goTo(editor, '/edit?form=correct-organisation&of=bestaat-niet');
  await editor.getByText('Wat het adres noemt is er niet').waitFor();
  await editor.getByRole('combobox', { name: 'Organisatie', exact: true }).waitFor();
  assert.deepEqual([page.wrong, editor.wrong], [[], []]);
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
