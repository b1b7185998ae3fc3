// The map: drawn, filtered, searched, shared, and followed through time.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arranged, blank, launch, nodeAt, open, start, until } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const summary = (page) => page.locator('.stage .top [role=status]').innerText();

async function visit(path, options) {
  const page = await open(browser, server.url + path, options);
  await arranged(page);
  return page;
}

test('it draws the network, says how much it is, and asks nobody else', async () => {
  const page = await visit('/');
  assert.match(await summary(page), /^98 knopen en \d+ verbanden$/);
  assert.equal(await page.title(), 'Netwerk · Drieklank');
  assert.deepEqual(page.wrong, []);
});

test('names lie on their marks, however fine the screen is', async () => {
  for (const deviceScaleFactor of [1, 1.5, 2]) {
    const page = await visit('/', { deviceScaleFactor });
    const [names, stage] = await Promise.all(['names', 'stage'].map((layer) => page.locator(`canvas.sigma-${layer}`).evaluate((canvas) => {
      const { x, y, width, height } = canvas.getBoundingClientRect();
      return { x, y, width, height };
    })));
    assert.deepEqual(names, stage);
    const pixels = await page.locator('canvas.sigma-names').evaluate((canvas) => canvas.width);
    assert.equal(pixels, Math.round(names.width * deviceScaleFactor));
  }
});

test('the same address draws the same picture', async () => {
  const [one, other] = [await visit('/?day=2024-03-14'), await visit('/?day=2024-03-14')];
  const places = (page) => page.evaluate(() => {
    const { drawing } = document.querySelector('.drawn');
    return drawing.ids().map((id) => [id, drawing.placeOf(id)]);
  });
  assert.deepEqual(await places(one), await places(other));
});

test('a click selects, the address says whom, and back undoes it', async () => {
  const page = await visit('/');
  const id = await page.evaluate(() => document.querySelector('.drawn').drawing.idOf('gemeente-waterbroek'));
  const { x, y } = await nodeAt(page, id);
  await page.mouse.click(x, y);
  await page.waitForURL(/select=organisation\/gemeente-waterbroek/);
  await page.getByRole('complementary', { name: 'Geselecteerd' }).getByText('Gemeente Waterbroek').waitFor();
  const after = await nodeAt(page, id);
  const box = await page.locator('.drawn').boundingBox();
  assert.ok(after.x > box.x && after.x < box.x + box.width && after.y > box.y && after.y < box.y + box.height, 'it is in sight');
  await page.goBack();
  await page.locator('.selection').waitFor({ state: 'detached' });
  await page.goForward();
  await page.locator('.selection').waitFor();
  assert.deepEqual(page.wrong, []);
});

test('a shared address shows the same state', async () => {
  const path = '/?day=2024-03-14&lang=en&helix=GOVERNMENT,EDUCATION&select=organisation/gemeente-waterbroek&as=list';
  const page = await open(browser, server.url + path);
  await page.getByRole('complementary', { name: 'Selected' }).waitFor();
  assert.equal(await page.locator('input[type=date]').inputValue(), '2024-03-14');
  assert.ok(await page.getByRole('checkbox', { name: /^Government/ }).isChecked());
  assert.ok(!(await page.getByRole('checkbox', { name: /^Business/ }).isChecked()));
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.locator('.list tbody tr', { hasText: 'Business' }).count(), 0);
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await arranged(page);
  assert.match(page.url(), /day=2024-03-14.*helix=GOVERNMENT,EDUCATION/);
});

test('what makes no sense in an address is left aside', async () => {
  const page = await visit('/?day=2024-02-31&lang=xx&helix=NOBODY&size=%00&select=../../etc&known=yesterday&show=&as=');
  assert.match(await summary(page), /^98 knopen/);
  assert.deepEqual(page.wrong, []);
});

test('a line that is not there is told of', async () => {
  const page = await visit('/?line=no-such-line');
  await page.getByText('De lijn waarop wordt gefilterd is er niet').waitFor();
  await page.goto(`${server.url}/involvement?line=no-such-line`);
  await page.getByText('De lijn waarop wordt gefilterd is er niet').waitFor();
});

test('on a phone buttons hide neither the map nor the years', async () => {
  const page = await open(browser, server.url, { viewport: { width: 360, height: 740 } });
  await arranged(page);
  const box = (selector) => page.locator(selector).first().boundingBox();
  const [drawn, controls, play, year] = [await box('.drawn'), await box('.controls'), await box('.time button'), await box('.years span')];
  assert.ok(drawn.y + drawn.height <= controls.y, 'the drawing ends above its buttons');
  assert.ok(play.x + play.width <= year.x, 'the first year stands beside play');
});

test('filters leave what they say, and move nothing', async () => {
  const page = await visit('/');
  const id = await page.evaluate(() => document.querySelector('.drawn').drawing.idOf('gemeente-waterbroek'));
  const before = await nodeAt(page, id);
  await page.getByRole('checkbox', { name: /^Overheid/ }).check();
  await page.waitForURL(/helix=GOVERNMENT/);
  await page.getByRole('combobox', { name: 'Programmalijn', exact: true }).selectOption('werk-en-innovatie');
  await page.waitForURL(/line=werk-en-innovatie/);
  await page.getByRole('link', { name: 'Lijst', exact: true }).click();
  await page.locator('.list tbody tr', { hasText: 'Overheid' }).first().waitFor();
  assert.equal(await page.locator('.list tbody tr', { hasText: 'Overheid' }).count(), 4);
  await page.getByRole('link', { name: 'Kaart', exact: true }).click();
  await arranged(page);
  // The canvas takes its size with the next frame.
  await until(async () => {
    const after = await nodeAt(page, id);
    return Math.hypot(after.x - before.x, after.y - before.y) < 2;
  });
  await page.getByRole('button', { name: 'Filters wissen' }).click();
  await page.waitForFunction(() => !location.search.includes('helix'));
});

test('the list is sorted by each of its columns, by keyboard, and the address says how', async () => {
  const page = await open(browser, `${server.url}/?as=list&line=werk-en-innovatie`);
  const column = (at) => page.locator(`.list tbody tr > :nth-child(${at})`).allInnerTexts();
  const head = (name) => page.getByRole('columnheader', { name });
  await page.locator('.list tbody tr').first().waitFor();
  const values = (await column(4)).map(Number);
  assert.deepEqual(values, [...values].sort((one, other) => other - one));
  assert.equal(await head(/verbanden/).getAttribute('aria-sort'), 'descending');
  const { compare } = new Intl.Collator('nl');
  for (const [name, at, key] of [['Naam', 1, 'name'], ['Soort', 2, 'kind']]) {
    const button = page.getByRole('button', { name: `Sorteer op ${name}`, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`sort=${key}$`));
    assert.deepEqual(await column(at), (await column(at)).sort(compare), name);
    assert.equal(await head(name).getAttribute('aria-sort'), 'ascending');
    await page.keyboard.press('Space');
    await page.waitForURL(new RegExp(`sort=-${key}$`));
    assert.deepEqual(await column(at), (await column(at)).sort((one, other) => compare(other, one)), `${name}, turned round`);
    assert.equal(await head(name).getAttribute('aria-sort'), 'descending');
    await until(() => button.evaluate((one) => one === document.activeElement));
  }
  assert.equal(await head(/verbanden/).getAttribute('aria-sort'), null);
  await page.getByRole('button', { name: 'Sorteer op Stand', exact: true }).click();
  await page.waitForURL(/sort=status$/);
  const first = await column(1);
  const other = await open(browser, page.url());
  await other.locator('.list tbody tr').first().waitFor();
  await other.waitForFunction((name) => document.querySelector('.list tbody th')?.innerText === name, first[0]);
  assert.deepEqual(await other.locator('.list tbody tr > :nth-child(1)').allInnerTexts(), first);
  // Without a line nothing has a status, and the order is the usual one.
  await other.goto(`${server.url}/?as=list&sort=status`);
  await other.locator('.list tbody tr').first().waitFor();
  assert.equal(await other.getByRole('columnheader', { name: /verbanden/ }).getAttribute('aria-sort'), 'descending');
  assert.deepEqual([page.wrong, other.wrong], [[], []]);
});

test('nothing left says what to do', async () => {
  const page = await open(browser, `${server.url}/?layer=EUROPEAN`);
  await page.getByText('Met deze filters blijft niets over.').waitFor();
  await page.locator('.state').getByRole('button', { name: 'Filters wissen' }).click();
  await page.waitForFunction(() => location.search === '?lang=nl');
});

test('search finds as one types, with the keyboard alone', async () => {
  const page = await visit('/');
  const box = page.getByRole('combobox', { name: 'Zoek in het netwerk' });
  await box.focus();
  await box.pressSequentially('waterbrok');
  await page.getByRole('option', { name: /Gemeente Waterbroek/ }).waitFor();
  assert.equal(await box.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  const active = await box.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`[id="${active}"]`).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Enter');
  await page.waitForURL(/select=organisation\/gemeente-waterbroek/);
  await box.pressSequentially('gemeente');
  await page.getByRole('option', { name: /^en \d+ meer: typ verder$/ }).waitFor();
  await page.locator('.search [role=status]').getByText(/^\d+ resultaten, en \d+ meer/).waitFor();
  await box.fill('qqqqqqqq');
  await page.getByText('Niets gevonden.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Niets gevonden.').waitFor({ state: 'detached' });
});

test('the slider walks through time by keyboard', async () => {
  const page = await visit('/');
  const slider = page.getByRole('slider', { name: 'Tijd' });
  await slider.focus();
  await page.keyboard.press('PageDown');
  await page.waitForURL(/day=2025-11-01/);
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/day=2025-10-01/);
  assert.equal(await slider.getAttribute('aria-valuetext'), '1 okt 2025');
});

test('it plays from the beginning and stops when told', async () => {
  const page = await visit('/?day=2026-09-01');
  await page.getByRole('button', { name: 'Afspelen' }).click();
  await page.waitForURL(/day=2026-10-01/);
  await page.getByRole('button', { name: 'Afspelen', pressed: true }).click();
  const stopped = page.url();
  await page.waitForTimeout(2500);
  assert.equal(page.url(), stopped);
});

test('who stays keeps its place when the day changes', async () => {
  const page = await visit('/?day=2022-01-01');
  const id = await page.evaluate(() => document.querySelector('.drawn').drawing.idOf('gemeente-waterbroek'));
  const place = () => page.evaluate((wanted) => document.querySelector('.drawn').drawing.groundOf(wanted), id);
  const before = await place();
  await page.locator('input[type=date]').fill('2026-06-01');
  await page.waitForURL(/day=2026-06-01/);
  await page.waitForTimeout(800);
  assert.deepEqual(await place(), before);
  assert.deepEqual(page.wrong, []);
});

test('who looks elsewhere before the map is arranged finds it arranged', async () => {
  const whole = await visit('/');
  const slugs = ['gemeente-waterbroek', 'hogeschool-waterbroek'];
  const places = (page) => page.evaluate((wanted) => {
    const { drawing } = document.querySelector('.drawn');
    return wanted.map((slug) => drawing.groundOf(drawing.idOf(slug)));
  }, slugs);
  const page = await blank(browser, server);
  let [held, holds] = [0, true];
  await page.route('**/assets/layout.worker-*.js', (route) => {
    if (!holds) return route.continue();
    held += 1;
  });
  await page.goto(server.url);
  await until(() => held === 1);
  await page.getByRole('link', { name: 'Lijst', exact: true }).click();
  await page.locator('.list').waitFor();
  holds = false;
  await page.getByRole('link', { name: 'Kaart', exact: true }).click();
  await arranged(page);
  assert.deepEqual(await places(page), await places(whole));
});

test('a browser that takes away what it draws with is one that has the list', async () => {
  const page = await visit('/');
  await page.evaluate(() => {
    const stage = [...document.querySelectorAll('.drawn canvas')].find((one) => one.getContext('webgl2') !== null);
    stage.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext();
  });
  await page.getByText('Deze browser kan de kaart niet tekenen.').waitFor();
  await page.getByRole('link', { name: 'Toon als lijst' }).click();
  await page.locator('.list').waitFor();
  await page.getByRole('link', { name: 'Kaart', exact: true }).click();
  await arranged(page);
});
