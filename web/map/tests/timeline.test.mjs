// The timeline of the programme: what is sure and what is about, drawn and in words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changing, launch, open, start } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

const at = () => `${server.url}/programme?day=2026-11-26`;
const row = (page, text) => page.getByRole('table', { name: 'Tijdlijn' }).getByRole('row').filter({ hasText: text });
const group = (page, text) => row(page, text).evaluate((one) => one.closest('tbody').querySelector('.tense').textContent.trim());

test('milestones lie before and after the day, and about is drawn and said as about', async () => {
  const page = await open(browser, at());
  await row(page, 'Het Rijk maakt de toekenning bekend').waitFor();
  assert.match(await group(page, 'Gesprekken over de toekenning'), /^Loopt nu/);
  assert.match(await group(page, 'Het Rijk maakt de toekenning bekend'), /^Komt nog/);
  assert.match(await group(page, 'Aanvraag tweede Regio Deal'), /^Geweest/);
  const drawn = (text) => row(page, text).locator('td.drawn');
  const about = row(page, 'Het Rijk maakt de toekenning bekend');
  assert.match(await about.innerText(), /omstreeks 14 feb 2027[\s\S]*Bij benadering/);
  assert.equal(await drawn('Het Rijk maakt').locator('rect').getAttribute('fill'), 'url(#fade-both)');
  assert.equal(await drawn('Het Rijk maakt').locator('.sign').count(), 0);
  // A period whose end is about: one end is sharp.
  assert.equal(await drawn('stellen de meerjarenagenda vast').locator('rect').getAttribute('fill'), 'url(#fade-end)');
  assert.match(await row(page, 'stellen de meerjarenagenda vast').innerText(), /oktober 2024 – omstreeks januari 2025/);
  // A day that is sure is a sign, a period that is sure a bar with sharp ends.
  assert.equal(await drawn('Tussenbalans').locator('.sign').count(), 1);
  assert.equal(await drawn('Uitwerken van de deal').locator('rect').getAttribute('fill'), null);
  assert.deepEqual(page.wrong, []);
});

test('what is drawn lies where its dates say, around the day that is shown', async () => {
  const page = await open(browser, at());
  const x = async (text, what) => {
    const box = await row(page, text).locator(`td.drawn ${what}`).boundingBox();
    return { left: box.x, right: box.x + box.width };
  };
  await row(page, 'Tussenbalans').waitFor();
  const talks = await x('Gesprekken over de toekenning', 'rect');
  const day = await x('Gesprekken over de toekenning', 'line.day');
  assert.ok(talks.left < day.left && day.right < talks.right, 'the day lies within what goes on');
  const award = await x('Het Rijk maakt de toekenning bekend', 'rect');
  assert.ok(award.left > day.right && award.right < talks.right + 20, 'the award lies at the end of the talks');
  const signing = await x('Ondertekening Regio Deal', '.sign path');
  const review = await x('Tussenbalans', '.sign path');
  assert.ok(signing.right < day.left && review.left > award.right);
});

test('a milestone within a month, or not later than a day, reaches over all of it', async () => {
  const page = await open(browser, `${server.url}/icon.svg`);
  page.wrong.length = 0;
  await changing(page, 'Milestones', (answer) => {
    const [one, two] = answer.data.network.milestones.nodes;
    Object.assign(one, { kind: 'MOMENT', date: '2026-06', approximate: false, earliest: '2026-06-01', latest: '2026-06-30' });
    Object.assign(two, { kind: 'DEADLINE', date: '[..2025-12-24]', approximate: true, earliest: null, latest: '2025-12-24' });
    return answer;
  });
  await page.goto(at());
  const month = row(page, 'Ondertekening Regio Deal');
  await month.getByText('Ergens van 1 jun 2026 tot en met 30 jun 2026.').waitFor();
  assert.equal(await month.locator('rect').getAttribute('fill'), 'url(#fade-both)');
  const open_ = row(page, 'stellen de meerjarenagenda vast');
  await open_.getByText('Ergens vóór 24 dec 2025 of op die dag.').waitFor();
  assert.equal(await open_.locator('rect').getAttribute('fill'), 'url(#fade-start)');
  assert.equal(await open_.locator('rect').getAttribute('x'), '0%');
});
