// Writes each document that the page sends to dist/documents, so that its bytes hash to the id that the bundle sends.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const map = join(dirname(new URL(import.meta.url).pathname), '..');
const documents = JSON.parse(await readFile(join(map, 'src/generated/persisted-documents.json'), 'utf8'));
const folder = join(map, 'dist/documents');
await mkdir(folder, { recursive: true });

for (const [id, text] of Object.entries(documents)) {
  const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  if (hash !== id) throw new Error(`A document hashes to ${hash}, the bundle says ${id}.`);
  const name = /\b(?:query|subscription|mutation) (\w+)/.exec(text)?.[1];
  if (name === undefined) throw new Error(`A document has no name: ${text.slice(0, 60)}`);
  await writeFile(join(folder, `${name}.graphql`), text);
}
