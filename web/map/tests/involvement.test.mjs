// Partners against lines: sorting, filtering, walking, opening a cell, taking the table along, and a large region.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { looks } from './looks.mjs';
import { blank, changing, launch, open, start, stayNames, until } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const DAY = 'day=2026-11-26';
const at = (settings = '') => `${server.url}/involvement?${DAY}${settings}`;
const names = (page) => page.locator('.matrix tbody th bdi').allTextContents();
const cell = (page, id) => page.locator(`[data-cell="${id}"]`);

test('a cell says how, since when and why, and its address shows it to others', async () => {
  const page = await open(browser, at());
  const waterbroek = cell(page, 'gemeente-waterbroek/werk-en-innovatie');
  await waterbroek.waitFor();
  assert.equal(await waterbroek.getByText('Levert').count(), 1);
  await waterbroek.scrollIntoViewIfNeeded();
  const { y } = await waterbroek.boundingBox();
  await waterbroek.hover();
  await page.locator('.pointed').getByText('Gemeente Waterbroek').waitFor();
  assert.equal((await waterbroek.boundingBox()).y, y, 'the table stays under the mouse');
  await waterbroek.click();
  await page.waitForURL(/cell=gemeente-waterbroek\/werk-en-innovatie/);
  const other = await open(browser, page.url());
  for (const seen of [page, other]) {
    const panel = seen.getByRole('region', { name: 'Bewijs' });
    await panel.getByRole('heading', { name: /Gemeente Waterbroek/ }).waitFor();
    await panel.locator('.reasons > li').first().waitFor();
    assert.equal(await cell(seen, 'gemeente-waterbroek/werk-en-innovatie').getAttribute('aria-current'), 'true');
  }
  await page.getByRole('link', { name: 'Sluiten' }).click();
  await page.getByRole('region', { name: 'Bewijs' }).waitFor({ state: 'detached' });
  await until(async () => (await page.evaluate(() => document.activeElement.dataset.cell)) === 'gemeente-waterbroek/werk-en-innovatie');
  assert.deepEqual([...page.wrong, ...other.wrong], []);
});

test('rows sort by what one chooses, and turn round', async () => {
  const page = await open(browser, at());
  await cell(page, 'gemeente-waterbroek/werk-en-innovatie').waitFor();
  const byName = await names(page);
  assert.ok(byName.indexOf('Gemeente IJsterveen') < byName.indexOf('Gemeente Lindewold'), 'the order is that of the API');
  await page.getByRole('button', { name: 'Sorteer op Sterkte op Werk en Innovatie' }).click();
  await page.waitForURL(/sort=werk-en-innovatie/);
  const statuses = page.locator('.matrix tbody td:nth-of-type(1) a');
  assert.equal(await statuses.first().getAttribute('data-status'), 'CONTRIBUTING');
  assert.equal(await statuses.last().getAttribute('data-status'), 'DECLINED');
  assert.equal(await page.getByRole('columnheader', { name: /Werk en/ }).getAttribute('aria-sort'), 'descending');
  await page.getByRole('button', { name: 'Sorteer op Sterkte op Werk en Innovatie' }).click();
  await page.waitForURL(/sort=-werk-en-innovatie/);
  assert.equal(await statuses.first().getAttribute('data-status'), 'DECLINED');
  assert.equal(await page.getByRole('columnheader', { name: /Werk en/ }).getAttribute('aria-sort'), 'ascending');
  await page.getByLabel('Sorteer op', { exact: true }).selectOption('lines');
  await page.getByLabel('Andersom').uncheck();
  const counts = (await page.locator('.matrix tbody td.number').allTextContents()).map(Number);
  assert.deepEqual(counts, [...counts].sort((one, other) => other - one));
  assert.deepEqual(page.wrong, []);
});

test('English names have an order of their own', async () => {
  const page = await open(browser, at('&lang=en'));
  await cell(page, 'hogeschool-waterbroek/werk-en-innovatie').waitFor();
  const shown = await names(page);
  assert.deepEqual(shown, [...shown].sort(new Intl.Collator('en-GB').compare));
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Involvement');
});

test('rows are filtered, by what is typed too, and what nobody meets says so', async () => {
  const page = await open(browser, at('&helix=EDUCATION'));
  await cell(page, 'hogeschool-waterbroek/werk-en-innovatie').waitFor();
  assert.equal((await names(page)).length, 3);
  await page.getByRole('checkbox', { name: /Onderwijs/ }).uncheck();
  await page.getByLabel('Lid van, of stand op').selectOption('werk-en-innovatie');
  await page.waitForFunction(() => document.querySelectorAll('.matrix tbody tr').length === 10);
  await page.getByRole('checkbox', { name: 'Afgezegd' }).check();
  await page.waitForFunction(() => document.querySelectorAll('.matrix tbody tr').length === 1);
  assert.deepEqual(await names(page), ["Gemeente 's-Heerenwold"]);
  await page.getByLabel('Zoek op naam').fill('nergens te vinden');
  await page.getByText('Niemand voldoet hieraan.').waitFor();
  await page.getByRole('button', { name: 'Filters wissen' }).first().click();
  await page.waitForFunction(() => document.querySelectorAll('.matrix tbody tr').length === 25);
  await page.getByLabel('Zoek op naam').fill('ÍJSTER');
  await page.waitForURL(/find=/);
  await page.waitForFunction(() => document.querySelectorAll('.matrix tbody tr').length === 1);
  assert.deepEqual(page.wrong, []);
});

test('gaps: who takes part nowhere, and which line lacks one of the three', async () => {
  const page = await blank(browser, server);
  await changing(page, 'Involvement', (answer) => {
    for (const share of answer.data.network.involvement.columns[1].coalition.helixBalance.shares) if (share.helix === 'BUSINESS') share.count = 0;
    return answer;
  });
  await page.goto(at());
  const gaps = page.getByRole('region', { name: 'Wat valt op' });
  await gaps.getByText('mist ondernemers').waitFor();
  const said = Number(/(\d+) partners zijn nergens lid/.exec(await gaps.innerText())[1]);
  await gaps.getByRole('link', { name: 'Toon hen' }).click();
  await page.waitForURL(/rows=nowhere/);
  await page.waitForFunction((rows) => document.querySelectorAll('.matrix tbody tr').length === rows, said);
  assert.equal(await page.locator('.matrix :is(a.PLEDGED, a.RATIFIED, a.CONTRIBUTING)').count(), 0);
  assert.deepEqual(page.wrong, []);
});

test('one walks through the table by keyboard, with one stop of the tab key', async () => {
  const page = await open(browser, at());
  await cell(page, 'gemeente-waterbroek/werk-en-innovatie').waitFor();
  assert.equal(await page.locator('.matrix tbody a[tabindex="0"]').count(), 1);
  await page.locator('.matrix tbody a[tabindex="0"]').focus();
  const focused = () => page.evaluate(() => document.activeElement.dataset.cell ?? document.activeElement.textContent);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(), 'gemeente-aldermeer/werk-en-innovatie');
  await page.keyboard.press('Control+End');
  assert.match(await focused(), /\/wonen-en-bereikbaarheid$/);
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Home');
  assert.equal(await focused(), 'Economische Raad Voorbeeld');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForURL(/cell=economische-raad-voorbeeld\/werk-en-innovatie/);
  assert.equal(await page.locator('.matrix tbody a[tabindex="0"]').count(), 1);
  assert.deepEqual(page.wrong, []);
});

const HOSTILE = ['<img src=x onerror="document.title=`taken`">', '\u202Eevil\u202C שלום', '=HYPERLINK("http://x","y")', '🏳️‍🌈 "Zwolle", 👩‍👩‍👧', 'Zeer lange naam '.repeat(19).slice(0, 300)];

test('hostile names stay names, on the page and in every file', async () => {
  const page = await blank(browser, server);
  await changing(page, 'Involvement', (answer) => {
    answer.data.network.involvement.rows.forEach(({ organisation }, row) => { organisation.name = HOSTILE[row] ?? organisation.name; });
    return answer;
  });
  await page.goto(at('&sort=name'));
  await page.locator('.matrix tbody th').first().waitFor();
  assert.deepEqual((await names(page)).slice(0, HOSTILE.length), HOSTILE);
  await stayNames(page);

  const take = async (name) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const csv = await take('CSV');
  assert.equal(csv.name, 'betrokkenheid-2026-11-26.csv');
  const lines = csv.bytes.toString().split('\r\n');
  assert.match(lines[0], /^\ufeffSleutel,Organisatie,O,Bestuurslaag,Werk en Innovatie: stand,/);
  assert.ok(lines[3].includes(`,"'=HYPERLINK(""http://x"",""y"")",`), lines[3]);
  assert.ok(lines[4].includes('"🏳️‍🌈 ""Zwolle"", 👩‍👩‍👧"'), lines[4]);
  assert.equal(lines.length, 25 + 2);

  const svg = (await take('Plaatje (SVG)')).bytes.toString();
  const drawn = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return { root: parsed.documentElement.nodeName, names: [...new Set([...parsed.querySelectorAll('*')].map((one) => one.nodeName))].sort(), texts: [...parsed.querySelectorAll('text')].map((one) => one.textContent) };
  }, svg);
  assert.deepEqual([drawn.root, drawn.names], ['svg', ['rect', 'svg', 'text']]);
  assert.ok(drawn.texts.includes('Gemeente Waterbroek') && drawn.texts.some((text) => text.startsWith('<img src=x')));

  assert.ok(drawn.texts.includes('Sterkte van het bewijs'));
  assert.ok(drawn.texts.some((text) => text.startsWith('Filters: Partners')), 'it says what it was filtered by');
  const crossing = await page.evaluate((text) => {
    document.body.insertAdjacentHTML('beforeend', `<div id="trial">${text}</div>`);
    const boxes = [...document.querySelectorAll('#trial text')].map((one) => [one.textContent, one.getBoundingClientRect()]);
    document.getElementById('trial').remove();
    const head = boxes.filter(([told]) => told !== '').slice(0, 40);
    return head.flatMap(([one, a], at) => head.slice(at + 1)
      .filter(([, b]) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom - 3 && b.top + 3 < a.bottom - 3)
      .map(([other]) => `${one} | ${other}`));
  }, svg);
  assert.deepEqual(crossing, [], 'no text runs into another');
  const heads = drawn.texts.slice(0, drawn.texts.indexOf('Lijnen') + 1);
  assert.ok(heads.length > 5 && !heads.some((text) => text.endsWith('…')), heads.join(' | '));

  const png = (await take('Plaatje (PNG)')).bytes;
  assert.equal(png.subarray(1, 4).toString(), 'PNG');
  assert.ok(png.readUInt32BE(20) > 1000, 'twice as fine as it is high');

  const xlsx = (await take('Excel')).bytes;
  assert.equal(xlsx.readUInt32LE(0), 0x04034b50);
  // The parts are stored as they are.
  assert.ok(xlsx.includes('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;,&quot;y&quot;)</t>'));
  assert.ok(!xlsx.includes('<f>'));
  assert.match(xlsx.toString(), /<c r="[A-Z]+2"><v>\d+<\/v><\/c><\/row>/, 'the number of lines is a number');
  assert.notEqual(await page.title(), 'taken');
  assert.deepEqual(page.wrong, []);
});

test('a refusal is told, and a day before everything says so', async () => {
  const page = await open(browser, `${server.url}/involvement?known=1999-01-01T00:00:00Z`);
  const told = page.getByRole('alert').first();
  await told.getByText('Toen was nog niets vastgelegd').waitFor();
  assert.doesNotMatch(await told.innerText(), /knownAt|T\d\d:/);
  await told.getByRole('link', { name: 'Toon wat toen bekend was' }).click();
  await page.locator('.matrix tbody th').first().waitFor();
  await page.goto(`${server.url}/involvement?day=1900-01-01`);
  await page.getByText('Op deze dag is er geen partner bekend.').waitFor();
});

test('a region of 1,000 partners and 8 lines stays quick', async () => {
  const page = await blank(browser, server);
  const statuses = ['NONE', 'CONSIDERING', 'PLEDGED', 'RATIFIED', 'CONTRIBUTING'];
  await changing(page, 'Involvement', (answer) => {
    const { involvement } = answer.data.network;
    const [column] = involvement.columns;
    involvement.columns = Array.from({ length: 8 }, (_, line) => ({ ...column, slug: `line-${line}`, name: `Programmalijn ${line}` }));
    involvement.rows = Array.from({ length: 1000 }, (_, row) => ({
      organisation: { __typename: 'Organisation', slug: `organisation-${row}`, name: `Organisatie ${String(row).padStart(4, '0')}`, helix: ['GOVERNMENT', 'EDUCATION', 'BUSINESS'][row % 3], layer: null },
      cells: Array.from({ length: 8 }, (_, line) => ({ status: statuses[(row * 7 + line * 3) % 5], tier: 'OUTSIDE', strength: ((row + line) % 10) / 10 })),
    }));
    involvement.rowCount = 1200;
    involvement.truncated = true;
    return answer;
  });
  await page.goto(at());
  await page.locator('.matrix tbody tr').nth(199).waitFor({ state: 'attached' });
  assert.equal(await page.locator('.matrix tbody tr').count(), 200);
  await page.getByText(/Er zijn 1200 organisaties/).waitFor();
  /** From a click until the next picture stands. */
  const time = (selector) => page.evaluate(async (wanted) => {
    const begun = performance.now();
    document.querySelector(wanted).click();
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    return performance.now() - begun;
  }, selector);
  const sort = await time('thead th:nth-child(3) button');
  await page.waitForURL(/sort=line-1/);
  const opening = await time('.matrix tbody tr:nth-child(5) [data-cell]');
  console.log(`1,000 × 8: sort ${sort.toFixed(0)} ms, open ${opening.toFixed(0)} ms`);
  await page.getByRole('button', { name: 'Toon meer (nog 800)' }).click();
  await page.locator('.matrix tbody tr').nth(399).waitFor({ state: 'attached' });
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV', exact: true }).click()]);
  assert.equal((await readFile(await file.path(), 'utf8')).split('\r\n').length, 1002, 'a file holds all rows');
  // Generous, as machines that test are busy.
  assert.ok(sort < 3000, `sorting took ${sort} ms`);
  assert.ok(opening < 1500, `opening took ${opening} ms`);
});

test('a table that goes on below and beside what one sees fades out there, and its last row and column do not', async () => {
  const page = await blank(browser, server, { viewport: { width: 390, height: 800 } });
  await changing(page, 'Involvement', (answer) => {
    const { involvement } = answer.data.network;
    involvement.rows = Array.from({ length: 3 }, (_, time) => involvement.rows.map((row) => ({ ...row, organisation: { ...row.organisation, slug: `${row.organisation.slug}-${time}` } }))).flat();
    return answer;
  });
  await page.goto(at('&rows=all'));
  await page.locator('.matrix tbody tr').nth(60).waitFor({ state: 'attached' });
  const box = page.locator('.matrix .scrolls');
  await box.evaluate((one) => one.scrollIntoView());
  const seen = () => box.evaluate((one) => {
    const edge = (pseudo) => getComputedStyle(one, pseudo);
    const { right, bottom } = one.getBoundingClientRect();
    const last = one.querySelector('tbody tr:last-child');
    const place = (of) => { const range = document.createRange(); range.selectNodeContents(of); return range.getBoundingClientRect(); };
    return {
      fades: ['::before', '::after'].map((pseudo) => [edge(pseudo).position, edge(pseudo).pointerEvents]),
      room: [right - Number.parseFloat(edge('::before').width), bottom - Number.parseFloat(edge('::after').height)],
      ends: [place(last.lastElementChild).right, place(last.firstElementChild).bottom],
    };
  });
  const before = await seen();
  assert.deepEqual(before.fades, [['sticky', 'none'], ['sticky', 'none']]);
  assert.ok(before.ends.every((end, axis) => end > before.room[axis]), 'there is more both ways');
  await box.evaluate((one) => one.scrollTo(one.scrollWidth, one.scrollHeight));
  const after = await seen();
  assert.ok(after.ends.every((end, axis) => end <= after.room[axis] + 1), JSON.stringify(after));
  // Whom one walks to by keyboard stands clear of it too.
  await box.evaluate((one) => one.scrollTo(0, 0));
  await page.locator('.matrix tbody tr:nth-child(1) [data-cell]').first().focus();
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('ArrowDown');
    const clear = await box.evaluate((one) => one.getBoundingClientRect().bottom - document.activeElement.getBoundingClientRect().bottom);
    assert.ok(clear >= 27, `step ${step}: ${clear}`);
  }
  assert.deepEqual(page.wrong, []);
});

const ready = (page) => page.locator('.matrix tbody a').first().waitFor();
looks('involvement', () => at(), { browser: () => browser, ready });
looks('involvement-cell', () => at('&cell=gemeente-wolmersdijk/werk-en-innovatie&helix=GOVERNMENT'), {
  browser: () => browser,
  ready: (page) => page.locator('.cell .reasons').waitFor(),
});
