// What the tests share: a server with the made-up region, a browser, and a line between them that can be cut.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const BINARY = process.env.DRIEKLANK_BIN ?? here('../../../target/debug/drieklank');
const ARGS = '--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run'.split(' ');

/** When tests begin, to the program: the made-up region tells of decisions, talks and promises around this moment. */
export const NOW = new Date('2026-11-26T12:00:00Z');

/** A clock that begins at NOW, for programs that run with it (libfaketime); what is measured in between is true. */
const clock = {
  ...process.env, TZ: 'UTC', FAKETIME: `@${NOW.toISOString().slice(0, 19).replace('T', ' ')}`, FAKETIME_DONT_FAKE_MONOTONIC: '1',
  LD_PRELOAD: readdirSync('/usr/lib').map((folder) => `/usr/lib/${folder}/faketime/libfaketime.so.1`).find(existsSync),
};
if (clock.LD_PRELOAD === undefined) throw new Error('These tests need libfaketime: apt-get install faketime');

/**
 * Starts the program of DRIEKLANK_BIN on a region (the made-up one; null: the real one), with settings more if need be, and tells
 * its address and the token of an editor; `tokenFor` gives others, `revoke` takes them back, `now` is its time.
 *
 * It serves the page that it was built with; when DRIEKLANK_DIST is set, the build that lies here is served before it, for
 * who works on the page and does not build the program anew.
 */
export async function start({ region = 'regio-voorbeeld', settings = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'drieklank-map-'));
  const database = `sqlite://${join(folder, 'network.db')}`;
  const port = await freePort();
  const began = Date.now();
  const program = spawn(
    BINARY,
    ['serve', ...(region === null ? [] : ['--dataset', region]), '--database-url', database, '--listen', `127.0.0.1:${port}`,
      '--trusted-documents', 'allow-list-only', '--trusted-documents-folder', here('../dist/documents'), ...settings],
    { stdio: 'ignore', env: clock },
  );
  const api = `http://127.0.0.1:${port}`;
  await Promise.race([
    until(async () => (await fetch(`${api}/health/ready`)).ok, 30_000),
    new Promise((_, refuse) => {
      program.once('error', refuse);
      program.once('exit', (code) => refuse(new Error(`the program ended with ${code}`)));
    }),
  ]);
  const command = (...words) => execFileSync(BINARY, [...words, '--database-url', database], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: clock });
  const tokenFor = (name, ...rights) => command('token', 'create', '--name', name, ...rights).trim().split('\n').at(-1);
  const front = process.env.DRIEKLANK_DIST === undefined ? { url: api, stop: async () => {} } : await serve(api);
  return {
    url: front.url,
    token: tokenFor('editor', '--role', 'editor'),
    tokenFor,
    now: () => NOW.getTime() + Date.now() - began,
    revoke: (name) => command('token', 'revoke', name),
    stop: async () => {
      await front.stop();
      const ended = new Promise((told) => program.once('exit', told));
      program.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
}

const contexts = new Set();
// Pages that stay open draw and listen on, and take the time of the tests that follow.
afterEach(async () => {
  await Promise.all([...contexts].map(close));
  contexts.clear();
});

/** Closes a page with what it holds; an answer that was on its way then is nobody's failure. */
export async function close(context) {
  contexts.delete(context);
  for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
}

/** A page that fails the test when its console tells of an error, or when it asks another host. */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  contexts.add(context);
  const page = await context.newPage();
  const wrong = [];
  const origin = new URL(url).origin;
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.protocol.startsWith('http') && asked.origin !== origin) wrong.push(`asked ${asked.origin}`);
  });
  await page.goto(url);
  return Object.assign(page, { wrong });
}

/** A page that has asked nothing yet, so that answers can be changed before it does. */
export async function blank(browser, server, options) {
  const page = await open(browser, `${server.url}/icon.svg`, options);
  page.wrong.length = 0;
  return page;
}

export const PHONE = { width: 360, height: 740 };

/** Nothing sticks out of the window. */
export async function fits(page, what = 'the page') {
  const { scroll, width } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: innerWidth }));
  assert.ok(scroll <= width, `${what} is ${scroll} wide`);
}

/** Names that want to be something else: markup, right to left, signs made of signs, and 300 letters without a break. */
export const HOSTILE = ['<img src=x onerror="document.title=`taken`">', '\u202Eevil\u202C שלום עולם', '🏳️‍🌈 Gemeente 👩‍👩‍👧', 'Zeerlangenaam'.repeat(24).slice(0, 300)];

/** They are on the page, and stayed names. */
export async function stayNames(page) {
  assert.equal(await page.locator('#page img').count(), 0);
  assert.notEqual(await page.title(), 'taken');
  assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
  await fits(page);
  assert.deepEqual(page.wrong, []);
}

/** Signs in by the dialog, as people do. */
export async function signIn(page, token) {
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('button', { name: 'Inloggen' }).first().click();
  await page.getByLabel('Token').fill(token);
  await page.getByRole('dialog').getByRole('button', { name: 'Inloggen' }).click();
  // On a phone it stands in the menu, which closes.
  await page.locator('button', { hasText: 'Uitloggen' }).waitFor({ state: 'attached' });
}

/** Until the map stands still. */
export function arranged(page) {
  return page.waitForSelector('.canvas[data-arranged="true"]');
}

/** Where the node with this name of `select` stands in the window. */
export async function nodeAt(page, id) {
  const place = await page.evaluate((wanted) => {
    const canvas = document.querySelector('.drawn');
    const at = canvas.drawing.placeOf(wanted);
    const { left, top } = canvas.getBoundingClientRect();
    return { x: left + at.x, y: top + at.y };
  }, id);
  return place;
}

/** A line to a server that can be cut and put back. */
export async function line(to) {
  const target = new URL(to);
  const open = new Set();
  let cut = false;
  const server = createServer((client) => {
    if (cut) return client.destroy();
    const onward = connect(Number(target.port), target.hostname);
    for (const [from, into] of [[client, onward], [onward, client]]) {
      open.add(from);
      from.on('error', () => into.destroy());
      from.on('close', () => { open.delete(from); into.destroy(); });
      from.pipe(into);
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    cut: () => { cut = true; for (const socket of open) socket.destroy(); },
    restore: () => { cut = false; },
    stop: () => { for (const socket of open) socket.destroy(); return new Promise((closed) => server.close(closed)); },
  };
}

/** Time of the processor that the browser (and what else these tests started) has taken so far, in milliseconds. Linux only. */
export function cpuMs() {
  const processes = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
      processes.set(Number(pid), { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * 10 });
    } catch {
      // It ended meanwhile.
    }
  }
  const ours = (pid) => pid === process.pid || (processes.has(pid) && ours(processes.get(pid).parent));
  return [...processes].filter(([pid]) => pid !== process.pid && ours(pid)).reduce((sum, [, { ms }]) => sum + ms, 0);
}

/** Answers of one operation, changed on their way to the page. */
export async function changing(page, name, change) {
  const text = readFileSync(here(`../dist/documents/${name}.graphql`), 'utf8');
  const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  await page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON()?.documentId !== id) return route.fallback();
    const response = await route.fetch();
    await route.fulfill({ response, json: change(await response.json()) });
  });
}

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

export async function until(holds, limitMs = 15_000) {
  const end = Date.now() + limitMs;
  for (;;) {
    try {
      if (await holds()) return;
    } catch {
      // Not yet.
    }
    if (Date.now() > end) throw new Error('waited too long');
    await new Promise((later) => setTimeout(later, 50));
  }
}
