// 10,000 nodes and 50,000 links, drawn by software.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changing, launch, open, start } from './support.mjs';

const NODES = 10_000;
const LINKS = 50_000;
let server, browser;
before(async () => {
  server = await start();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** Pseudo-random, and the same every time. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('a large network is drawn, and answers to hand and wheel meanwhile', { timeout: 180_000 }, async () => {
  const page = await open(browser, `${server.url}/icon.svg`);
  const next = numbers(7);
  const helices = ['GOVERNMENT', 'EDUCATION', 'BUSINESS', 'INTERMEDIARY'];
  const degree = new Array(NODES).fill(0);
  const links = Array.from({ length: LINKS }, () => {
    // Two draws prefer low numbers, so that there are hubs.
    const [source, target] = [Math.floor(next() * NODES), Math.floor(next() * next() * NODES)];
    degree[source] += 1;
    degree[target] += 1;
    return { source: `n${source}`, target: `n${target}`, kind: 'SEAT' };
  });
  const nodes = degree.map((n, index) => ({
    id: `n${index}`, degree: n,
    node: { __typename: 'Organisation', slug: `o-${index}`, name: `Organisatie ${index}`, helix: helices[index % 4], layer: null },
  }));
  await changing(page, 'NetworkMap', (answer) => {
    answer.data.network.graph = { nodes, links };
    return answer;
  });
  const begun = Date.now();
  await page.goto(server.url);
  await page.waitForFunction(() => document.querySelector('.drawn')?.drawing?.ids?.().length === 10_000, undefined, { timeout: 60_000 });
  const drawn = Date.now() - begun;
  const frame = () => page.evaluate(() => new Promise((told) => {
    const begun = performance.now();
    let frames = 0;
    const count = () => {
      frames += 1;
      if (performance.now() - begun > 3000) told((performance.now() - begun) / frames);
      else requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  }));
  const arranging = await frame();
  await page.waitForSelector('.canvas[data-arranged="true"]', { timeout: 120_000 });
  const settled = Date.now() - begun;
  const box = await page.locator('.drawn').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const wheel = setInterval(() => void page.mouse.wheel(0, -40).catch(() => {}), 150);
  const zooming = await frame();
  clearInterval(wheel);
  console.log(`10,000 nodes: drawn after ${drawn} ms, settled after ${settled} ms; a frame takes ${arranging.toFixed(0)} ms while arranging, ${zooming.toFixed(0)} ms while zooming`);
  assert.ok(drawn < 20_000 && zooming < 400, 'it stays usable');
  if (process.env.SCREENSHOTS !== undefined) await page.screenshot({ path: `${process.env.SCREENSHOTS}/large.png` });
});
