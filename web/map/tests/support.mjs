// What the tests share: a server with the made-up region, a browser, and a line between them that can be cut.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
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

/**
 * Where the page is served, with which region (the made-up one; null: the real one) and which editor's token.
 *
 * DRIEKLANK_URL names a program that serves the page itself (with DRIEKLANK_EDITOR_TOKEN); without it the program of
 * DRIEKLANK_BIN is started, and the build is served before it.
 */
export async function start(region = 'regio-voorbeeld') {
  if (process.env.DRIEKLANK_URL !== undefined) {
    return { url: process.env.DRIEKLANK_URL.replace(/\/$/, ''), token: process.env.DRIEKLANK_EDITOR_TOKEN, stop: async () => {} };
  }
  const folder = mkdtempSync(join(tmpdir(), 'drieklank-map-'));
  const database = `sqlite://${join(folder, 'network.db')}`;
  const port = await freePort();
  const program = spawn(
    BINARY,
    ['serve', ...(region === null ? [] : ['--dataset', region]), '--database-url', database, '--listen', `127.0.0.1:${port}`,
      '--trusted-documents', 'allow-list-only', '--trusted-documents-folder', here('../dist/documents')],
    { stdio: 'ignore' },
  );
  const api = `http://127.0.0.1:${port}`;
  await Promise.race([
    until(async () => (await fetch(`${api}/health/ready`)).ok, 30_000),
    new Promise((_, refuse) => {
      program.once('error', refuse);
      program.once('exit', (code) => refuse(new Error(`the program ended with ${code}`)));
    }),
  ]);
  const told = execFileSync(BINARY, ['token', 'create', '--database-url', database, '--name', 'editor', '--role', 'editor'], { encoding: 'utf8' });
  const front = await serve(api);
  return {
    url: front.url,
    token: told.trim().split('\n').at(-1),
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
  await Promise.all([...contexts].map((context) => context.close()));
  contexts.clear();
});

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

/** Signs in by the dialog, as people do. */
export async function signIn(page, token) {
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('button', { name: 'Inloggen' }).first().click();
  await page.getByLabel('Token').fill(token);
  await page.getByRole('dialog').getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('button', { name: 'Uitloggen' }).waitFor();
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
