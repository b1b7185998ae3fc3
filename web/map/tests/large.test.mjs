// 10,000 nodes and 50,000 links, drawn by software.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changing, cpuMs, launch, open, start } from './support.mjs';

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

test('a large network is drawn, and answers to hand and wheel meanwhile', { timeout: 300_000 }, async () => {
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
  const cpuBefore = cpuMs();
  await page.goto(server.url);
  await page.waitForFunction(() => document.querySelector('.drawn')?.drawing?.ids?.().length === 10_000, undefined, { timeout: 120_000 });
  const drawn = Date.now() - begun;
  const drawnCpu = cpuMs() - cpuBefore;
  await page.waitForSelector('.canvas[data-arranged="true"]', { timeout: 120_000 });
  const settled = Date.now() - begun;
  await page.getByText('Getekend zijn de 5.000 belangrijkste').waitFor();

  // Other work on the machine makes frames rarer, but hardly dearer: so what a frame costs is bounded, and its time only told.
  const frames = (ms) => page.evaluate((forMs) => new Promise((told) => {
    const begun = performance.now();
    let count = 0;
    const next = () => {
      count += 1;
      if (performance.now() - begun > forMs) told({ count, ms: (performance.now() - begun) / count });
      else requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  }), ms);
  const during = async (act) => {
    const before = cpuMs();
    const moving = setInterval(() => void act().catch(() => {}), 100);
    const { count, ms } = await frames(4000);
    clearInterval(moving);
    return { ms, cpu: (cpuMs() - before) / count };
  };
  const box = await page.locator('.drawn').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  const zooming = await during(() => page.mouse.wheel(0, -20));
  await page.waitForTimeout(500);
  await page.mouse.down();
  let step = 0;
  const panning = await during(() => page.mouse.move(x + 90 * Math.sin(++step / 4), y + 60 * Math.cos(step / 4)));
  await page.mouse.up();
  const told = (of) => `${of.ms.toFixed(0)} ms and ${of.cpu.toFixed(0)} ms of processor`;
  console.log(`10,000 nodes: drawn after ${drawn} ms (${drawnCpu.toFixed(0)} of processor), settled after ${settled} ms; a frame takes ${told(zooming)} while zooming, ${told(panning)} while panning`);
  assert.ok(drawnCpu < 12_000, 'it is drawn');
  // The same code took half of this on one machine and all but the whole of it on another; more would be a loss.
  assert.ok(zooming.cpu < 1_800 && panning.cpu < 1_400, 'it stays usable');

  await page.goto(`${server.url}/?select=organisation/o-1`);
  await page.waitForSelector('.canvas[data-arranged="true"]', { timeout: 120_000 });
  await page.getByText(/^Geselecteerd: Organisatie 1, \d+ verbanden$/).waitFor({ state: 'attached' });
  if (process.env.SCREENSHOTS !== undefined) await page.screenshot({ path: `${process.env.SCREENSHOTS}/large.png` });
  assert.deepEqual(page.wrong, []);
});
