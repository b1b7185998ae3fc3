// Changing facts by forms: what is recorded and seen elsewhere, and what is refused.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, goTo, organisation, signedIn } from './editing.mjs';
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

test('a change is recorded, seen live by others with a gentle mark, and put back', async () => {
  const own = await organisation(server, 'proef-zichtbaar');
  const other = await open(browser, `${server.url}/organisation/proef-zichtbaar`);
  await other.getByRole('heading', { level: 1, name: 'Bedrijf proef-zichtbaar' }).waitFor();
  assert.equal(await other.locator('main').getByRole('link', { name: 'Bewerken' }).count(), 0, 'who is not signed in is offered nothing');

  const page = await signedIn(browser, server, '/organisation/proef-zichtbaar');
  await page.locator('main').getByRole('link', { name: 'Bewerken' }).click();
  await page.getByRole('link', { name: 'Organisatie wijzigen' }).click();
  const name = page.getByLabel('Naam (Nederlands)');
  await name.waitFor();
  assert.equal(await name.inputValue(), 'Bedrijf proef-zichtbaar', 'it begins with what is there');
  await name.fill('Bedrijf Voortaan Anders');
  await page.getByLabel('Titel van de bron').fill('Handelsregister');
  await page.getByLabel('Reden').fill('nieuwe naam');
  await page.getByRole('button', { name: 'Wijziging vastleggen' }).click();
  await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor();

  await other.getByRole('heading', { level: 1, name: 'Bedrijf Voortaan Anders' }).waitFor();
  await other.getByText('Bijgewerkt: iemand heeft het netwerk gewijzigd.').waitFor();

  await page.getByRole('link', { name: 'Zet terug zoals het was' }).click();
  await page.getByLabel('Naam (Nederlands)').waitFor();
  assert.equal(await page.getByLabel('Naam (Nederlands)').inputValue(), 'Bedrijf proef-zichtbaar');
  await page.getByLabel('Titel van de bron').fill('Handelsregister, verbeterd');
  await page.getByRole('button', { name: 'Wijziging vastleggen' }).click();
  await other.getByRole('heading', { level: 1, name: 'Bedrijf proef-zichtbaar' }).waitFor();
  await own.remove();
  assert.deepEqual([page.wrong, other.wrong], [[], []]);
});

test('a promise to a line: choosing by name, what the server refuses stands at its field, and nothing typed is lost', async () => {
  const own = await organisation(server, 'proef-belofte');
  const page = await signedIn(browser, server, '/edit?form=pledge-commitment&line=werk-en-innovatie');
  const party = page.getByRole('combobox', { name: 'Organisatie', exact: true });
  await party.pressSequentially('proef-bel');
  await page.getByRole('option', { name: 'Bedrijf proef-belofte' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await party.inputValue(), 'Bedrijf proef-belofte');
  assert.equal(await page.getByRole('combobox', { name: 'Programmalijn' }).last().inputValue(), 'Werk en Innovatie', 'the address fills in the line');

  await page.getByRole('button', { name: 'Vastleggen', exact: true }).click();
  const title = page.getByLabel('Titel van de bron');
  await page.locator('.field').getByText('Zeg op wiens woord').waitFor();
  await until(() => title.evaluate((field) => field === document.activeElement));

  await title.fill('Raadsvoorstel');
  await page.getByRole('button', { name: 'Voeg toe: bijdrage' }).click();
  await page.getByLabel('Soort').selectOption({ label: 'Geld' });
  await page.getByLabel('Bedrag of hoeveelheid').fill('€ 250.000,50');
  await page.getByLabel('Eenheid').fill('EUR');
  await page.getByLabel('Sinds').last().fill('1-3-2026');
  await page.getByText('Dat is: 1 mrt 2026').waitFor();
  const lastDay = page.getByLabel('Tot en met').last();
  for (const unread of ['gisteren', '2026-13-45']) {
    await lastDay.fill(unread);
    await page.getByRole('button', { name: 'Vastleggen', exact: true }).click();
    await page.locator('#field-until-wrong').getByText('Vul een datum in').waitFor();
    await lastDay.fill('2025');
  }
  await page.getByRole('button', { name: 'Vastleggen', exact: true }).click();
  await page.locator('#field-until-wrong').getByText('Vul een datum in').waitFor({ state: 'hidden' });
  await page.locator('#field-until-wrong').waitFor();
  assert.equal(await lastDay.getAttribute('aria-invalid'), 'true');
  await until(() => lastDay.evaluate((field) => field === document.activeElement));
  assert.equal(await title.inputValue(), 'Raadsvoorstel');
  assert.equal(await page.getByLabel('Bedrag of hoeveelheid').inputValue(), '€ 250.000,50');

  await lastDay.fill('');
  await page.getByRole('button', { name: 'Vastleggen', exact: true }).click();
  await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor();
  await page.getByRole('heading', { name: 'Wat daardoor veranderde' }).waitFor();
  await page.getByRole('link', { name: 'Verwijder dit weer' }).click();
  await page.getByLabel('Reden').fill('proef');
  await page.getByRole('button', { name: 'Verwijderen' }).click();
  await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor();
  await own.remove();
  assert.deepEqual(page.wrong.filter((told) => !told.includes('400')), []);
});

test('a form that was begun waits for who comes back, and an address opens the same one elsewhere', async () => {
  const page = await signedIn(browser, server, '/edit');
  await page.getByLabel('Zoek een handeling').fill('fusie');
  await page.getByRole('link', { name: 'Twee organisaties samenvoegen' }).waitFor();
  await page.getByLabel('Zoek een handeling').fill('zetel beeindigen');
  await page.getByText('1 handeling').waitFor();
  await page.getByRole('link', { name: 'Zetel beëindigen' }).click();
  await goTo(page, '/edit?form=register-organisation');
  await page.getByLabel('Naam (Nederlands)').fill('Gemeente Ijsselmuidé');
  assert.equal(await page.getByLabel('Sleutel in adressen').inputValue(), 'gemeente-ijsselmuide');
  await page.getByRole('link', { name: 'Netwerk', exact: true }).click();
  await page.goBack();
  await page.getByLabel('Naam (Nederlands)').waitFor();
  assert.equal(await page.getByLabel('Naam (Nederlands)').inputValue(), 'Gemeente Ijsselmuidé');
  const other = await signedIn(browser, server, new URL(page.url()).pathname + new URL(page.url()).search);
  await other.getByRole('heading', { level: 1, name: 'Organisatie vastleggen' }).waitFor();
  assert.equal(await other.getByLabel('Naam (Nederlands)').inputValue(), '', 'what one types is for oneself');
  assert.deepEqual([page.wrong, other.wrong], [[], []]);
});

/** Changes arrive, and their answers do not, until the line is restored; `cut`: they do not arrive either. */
async function losing(page, sent) {
  let state = 'lost';
  await page.route('**/graphql', async (route) => {
    const { input } = route.request().postDataJSON().variables ?? {};
    if (input === undefined) return route.fallback();
    sent(input);
    if (state === 'whole') return route.fallback();
    if (state === 'lost') await route.fetch();
    return route.abort();
  });
  return { cut: () => { state = 'cut'; }, lose: () => { state = 'lost'; }, restore: () => { state = 'whole'; } };
}

test('without a network nothing is recorded, nothing is lost, and trying again records it once', async () => {
  const own = await organisation(server, 'proef-kabel');
  const page = await signedIn(browser, server, '/edit?form=record-contact-detail&of=proef-kabel');
  await page.getByLabel('Soort').selectOption({ label: 'Website' });
  await page.getByLabel('Waarde').fill('https://example.org/');
  await page.getByLabel('Titel van de bron').fill('Eigen opgave');
  const keys = [];
  const line = await losing(page, (input) => keys.push(input.idempotencyKey));
  const save = page.getByRole('button', { name: 'Vastleggen', exact: true });
  const lost = page.getByRole('alert').filter({ hasText: 'De server is niet te bereiken.' });
  await save.click();
  await lost.getByText('Misschien is het al vastgelegd').waitFor();
  assert.doesNotMatch(await lost.textContent(), /vanzelf verder/);
  await lost.getByRole('link', { name: 'Kijk het na' }).click();
  await page.locator('.recorded').getByText('https://example.org/').waitFor();
  await page.goBack();
  // Other content is another thing to record, and the same is the same, whatever was sent in between.
  await line.cut();
  await page.getByLabel('Waarde').fill('https://example.org/anders');
  await save.click();
  await lost.waitFor();
  await page.getByLabel('Waarde').fill('https://example.org/');
  line.restore();
  await save.click();
  await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor();
  assert.equal(keys.length, 3);
  assert.equal(keys[0], keys[2]);
  assert.notEqual(keys[0], keys[1]);
  const { network } = await ask(server, 'EditFactsAbout', { id: own.id });
  assert.equal(network.node.contacts.length, 1);
  await ask(server, 'EditRemoveContactDetail', { input: { id: network.node.contacts[0].id, reason: 'proef' } });
  await own.remove();
});

test('a correction whose answer was lost is ours when it is sent again, and what was typed since comes on top of it', async () => {
  const own = await organisation(server, 'proef-antwoord');
  const page = await signedIn(browser, server, '/edit?form=correct-organisation&of=proef-antwoord');
  const line = await losing(page, () => {});
  const save = page.getByRole('button', { name: 'Wijziging vastleggen' });
  const name = page.getByLabel('Naam (Nederlands)');
  const done = page.getByRole('heading', { name: 'Vastgelegd' });
  await name.fill('Bedrijf Zonder Antwoord');
  await page.getByLabel('Titel van de bron').fill('Eigen opgave');
  for (const typed of [null, 'Bedrijf Met Antwoord']) {
    line.lose();
    await save.click();
    await page.getByText('Misschien is het al vastgelegd').waitFor();
    if (typed !== null) await name.fill(typed);
    line.restore();
    await save.click();
    await done.waitFor();
    assert.equal(await page.getByText('Iemand anders was u voor').count(), 0);
    if (typed !== null) break;
    await page.getByRole('button', { name: 'Nog een keer' }).click();
    await name.fill('Bedrijf Met Vraag');
    await page.getByLabel('Titel van de bron').fill('Tweede opgave');
  }
  const { network } = await ask(server, 'EditReadOrganisation', { id: own.id });
  assert.equal(network.fact.nameNl, 'Bedrijf Met Antwoord');
  line.lose();
  await goTo(page, '/edit?form=remove-organisation&of=proef-antwoord');
  await page.getByLabel('Reden').fill('proef');
  await page.getByRole('button', { name: 'Verwijderen' }).click();
  await page.getByText('Dit is verwijderd. Wat u verstuurde kwam aan').waitFor();
});

test('what was recorded of a form that its id opened is changed at once, put back, and done once more', async () => {
  const own = await organisation(server, 'proef-terug');
  const { answer } = await ask(server, 'EditRecordContactDetail', { input: { organisation: { id: own.id }, kind: 'WEBSITE', value: 'https://example.org/een', source: { title: 'Proef' } } });
  const page = await signedIn(browser, server, `/edit?form=correct-contact-detail&of=${answer.fact.id}`);
  const value = page.getByLabel('Waarde');
  const save = async (text) => {
    if (text !== null) await value.fill(text);
    await page.getByLabel('Titel van de bron').fill(`Proef ${Math.random()}`);
    await page.getByRole('button', { name: 'Wijziging vastleggen' }).click();
    await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor();
  };
  const nowhere = () => page.evaluate(() => document.activeElement === document.body);
  await save('https://example.org/twee');
  await page.getByRole('link', { name: 'Wijzig dit' }).click();
  await value.waitFor();
  assert.equal(await value.inputValue(), 'https://example.org/twee');
  assert.equal(await nowhere(), false);
  await save('https://example.org/drie');
  await page.getByRole('link', { name: 'Zet terug zoals het was' }).click();
  await value.waitFor();
  assert.equal(await value.inputValue(), 'https://example.org/twee');
  assert.equal(await nowhere(), false);
  await page.getByText('Het formulier staat klaar met wat er stond').waitFor();
  await save(null);
  await page.getByRole('button', { name: 'Nog een keer' }).click();
  await value.waitFor();
  assert.equal(await value.inputValue(), 'https://example.org/twee');
  assert.equal(await nowhere(), false);
  assert.equal(await page.getByText('Het formulier staat klaar').count(), 0);
  await ask(server, 'EditRemoveContactDetail', { input: { id: answer.fact.id, reason: 'proef' } });
  await own.remove();
  assert.deepEqual(page.wrong, []);
});
