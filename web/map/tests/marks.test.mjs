// The marks of the map: each is drawn as what the legend says of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arranged, launch, nodeAt, open, start } from './support.mjs';

let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** Of each look: its mark, what its ids begin with, how wide the mark is for its height, and how much of that box it fills. */
const TALL = 2 / Math.sqrt(3);
const MARKS = {
  GOVERNMENT: ['circle', 'Organisation', 1, Math.PI / 4],
  EDUCATION: ['triangle', 'Organisation', TALL, 0.5],
  BUSINESS: ['square', 'Organisation', 1, 1],
  INTERMEDIARY: ['diamond', 'Organisation', 1, 0.5],
  body: ['hexagon', 'Body', TALL, 0.75],
  line: ['star', 'ProgrammeLine', 1.05, 0.385],
  initiative: ['wedge', 'Initiative', TALL, 0.5],
  agreement: ['cross', 'Agreement', 1, 0.55],
  group: ['ring', 'StakeholderGroup', 1, 0.64],
  person: ['dome', 'Person', 2, Math.PI / 4],
};
const FINE = 3;
/** Pixels around a mark that it has for itself. */
const ROOM = 22;

/** In a page: of each place, the box and the fill of what is connected to the coloured pixel that is nearest to it. */
async function measured({ png, places, room, colour, ground }) {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  return places.map(({ x, y }) => {
    const [left, top, side] = [Math.round(x) - room, Math.round(y) - room, 2 * room];
    const { data } = pen.getImageData(left, top, side, side);
    const apart = colour.map((one, at) => one - ground[at]);
    const norm = apart.reduce((sum, one) => sum + one * one, 0);
    // Half covered is covered.
    const is = (at) => [0, 1, 2].reduce((sum, part) => sum + (data[4 * at + part] - ground[part]) * apart[part], 0) / norm > 0.5;
    const from = [...Array(side * side).keys()].filter(is).map((at) => [Math.hypot((at % side) - room, Math.floor(at / side) - room), at]).sort(([one], [other]) => one - other)[0]?.[1];
    if (from === undefined) return null;
    const found = new Set([from]);
    for (const at of found) {
      for (const [right, down] of [[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, 1], [1, -1], [-1, -1]]) {
        const [column, row] = [(at % side) + right, Math.floor(at / side) + down];
        if (column >= 0 && column < side && row >= 0 && row < side && is(row * side + column)) found.add(row * side + column);
      }
    }
    const columns = [...found].map((at) => at % side);
    const rows = [...found].map((at) => Math.floor(at / side));
    const [[first, wide], [upper, high]] = [columns, rows].map((all) => [Math.min(...all), Math.max(...all) - Math.min(...all) + 1]);
    // What lies beside the place is of something else, and nothing is here.
    if (first > room || first + wide < room || upper > room || upper + high < room) return null;
    return { wide, high, fill: found.size / (wide * high) };
  });
}

for (const [look, [mark, noun, aspect, fill]] of Object.entries(MARKS)) {
  test(`a ${mark} is whole, and nothing is beside it`, async () => {
    const show = noun === 'Organisation' ? `organisation&helix=${look}` : look;
    const page = await open(browser, `${server.url}/?show=${show}`, { deviceScaleFactor: FINE });
    await arranged(page);
    const { places, colour, ground } = await page.evaluate(({ noun, look, room }) => {
      const canvas = document.querySelector('.drawn');
      const box = canvas.getBoundingClientRect();
      const controls = document.querySelector('.controls').getBoundingClientRect();
      const typeOf = (id) => atob(id.replaceAll('-', '+').replaceAll('_', '/')).split(':')[0];
      const all = canvas.drawing.ids().filter((id) => typeOf(id) === noun).map((id) => canvas.drawing.placeOf(id));
      const alone = all
        .filter((one) => all.every((other) => other === one || Math.max(Math.abs(other.x - one.x), Math.abs(other.y - one.y)) > 2 * room))
        .map(({ x, y }) => ({ x: x + box.left, y: y + box.top }))
        .filter(({ x, y }) => x > box.left + room && x < controls.left - room && y > box.top + room && y < box.bottom - room);
      const probe = document.body.appendChild(document.createElement('span'));
      const value = (name) => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number);
      };
      return { places: alone, colour: value(`--${look.toLowerCase()}`), ground: value('--ground') };
    }, { noun, look, room: ROOM });
    const png = (await page.screenshot()).toString('base64');
    const reader = await (await browser.newContext()).newPage();
    const found = (await reader.evaluate(measured, {
      png, colour, ground, room: ROOM * FINE, places: places.map(({ x, y }) => ({ x: x * FINE, y: y * FINE })),
    })).filter((one) => one !== null);
    await reader.context().close();
    console.log(`${mark}: ${found.map((one) => `${one.wide} x ${one.high}, ${one.fill.toFixed(2)} filled`).join('; ')}`);
    assert.ok(found.length > 0);
    for (const one of found) {
      assert.ok(Math.abs(one.wide / one.high - aspect) < 0.12 && Math.abs(one.fill - fill) < 0.06, JSON.stringify(one));
    }
  });
}

test('one points at a mark, and not at the box around it', async () => {
  const page = await open(browser, `${server.url}/?show=organisation&helix=EDUCATION`);
  await arranged(page);
  const { x, y } = await nodeAt(page, await page.evaluate(() => document.querySelector('.drawn').drawing.idOf('hogeschool-waterbroek')));
  // Beside the tip of the triangle, and then in its middle.
  await page.mouse.click(x - 11, y - 11);
  await page.waitForTimeout(400);
  assert.equal(new URL(page.url()).searchParams.get('select'), null);
  await page.mouse.click(x, y);
  await page.waitForURL((url) => url.searchParams.get('select') === 'organisation/hogeschool-waterbroek');
});
