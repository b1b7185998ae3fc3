// Writes each document that the page sends to dist/documents, so that its bytes hash to the id that the bundle sends.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const map = join(dirname(new URL(import.meta.url).pathname), '..');
const folder = join(map, 'dist/documents');
await mkdir(folder, { recursive: true });

const generated = join(map, 'src/generated');
const lists = (await readdir(generated, { recursive: true })).filter((name) => name.endsWith('.json'));
const documents = (await Promise.all(lists.map(async (name) => Object.entries(JSON.parse(await readFile(join(generated, name), 'utf8')))))).flat();
const written = new Map();

for (const [id, text] of documents) {
  const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  if (hash !== id) throw new Error(`A document hashes to ${hash}, the bundle says ${id}.`);
  const name = /\b(?:query|subscription|mutation) (\w+)/.exec(text)?.[1];
  if (name === undefined) throw new Error(`A document has no name: ${text.slice(0, 60)}`);
  if ((written.get(name) ?? id) !== id) throw new Error(`Two documents are called ${name}.`);
  written.set(name, id);
  await writeFile(join(folder, `${name}.graphql`), text);
}
