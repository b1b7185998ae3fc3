// Writes src/generated from the operations and the schema: types, and the hash under which the server knows each document.
// The command line tool of codegen asks for a newer Node than the build does and brings 180 packages; this is what it would do.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildSchema, parse } from 'graphql';
import { changes } from './changes.mjs';

const map = join(dirname(new URL(import.meta.url).pathname), '..');
const folder = join(map, 'src/operations');
const schemaText = await readFile(join(map, '../../schema.graphql'), 'utf8');
const schema = parse(schemaText);
const schemaAst = buildSchema(schemaText);

/** Types and hashes of the operations in a folder; those of a view's own folder come apart, so that they load with it. */
async function generate(operations, target) {
  const documents = [];
  for (const file of (await readdir(operations)).filter((name) => name.endsWith('.graphql')).sort()) {
    const rawSDL = await readFile(join(operations, file), 'utf8');
    documents.push({ location: join('src/operations', file), rawSDL, document: parse(rawSDL) });
  }
  const outputs = await preset.buildGeneratesSection({
    baseOutputDir: target,
    schema,
    schemaAst,
    documents,
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      strictScalars: true,
      skipTypename: false,
      scalars: {
        Date: 'string', DateTime: 'string', PartialDate: 'string', Decimal: 'string', URL: 'string',
        Score: 'number', PositionScore: 'number',
      },
    },
    presetConfig: {
      fragmentMasking: false,
      onlyOperationTypes: true,
      persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
    },
    plugins: [],
    pluginMap: {},
    profiler: { run: (work) => work(), collect: () => [] },
  });

  for (const output of outputs) {
    const path = join(map, output.filename);
    await mkdir(dirname(path), { recursive: true });
    const text = await codegen({ ...output, cache: (_, __, work) => work() });
    await writeFile(path, output.filename.endsWith('/graphql.ts') ? await apart(text, dirname(path)) : text);
  }
}

/** Puts the hash of each document into a module of its own, so that it loads with the view that sends it; tells what is left. */
async function apart(text, into) {
  await mkdir(join(into, 'documents'), { recursive: true });
  const found = [...text.matchAll(/^export const (\w+Document) = (\{"__meta__":\{"hash":"sha256:\w+"\}\}) as unknown as DocumentNode<(\w+), (\w+)>;$/gm)];
  for (const [, name, value, data, variables] of found) {
    const types = `import type { TypedDocumentNode } from '@graphql-typed-document-node/core';\nimport type { ${data}, ${variables} } from '../graphql';\n`;
    await writeFile(join(into, `documents/${name}.ts`), `${types}\nexport const ${name} = ${value} as unknown as TypedDocumentNode<${data}, ${variables}>;\n`);
  }
  return found.reduce((left, [whole, name]) => left.replace(whole, `export { ${name} } from './documents/${name}';`), text);
}

// What an operation left that is gone would still be compiled.
await rm(join(map, 'src/generated'), { recursive: true, force: true });
await generate(folder, 'src/generated/');
for (const entry of await readdir(folder, { withFileTypes: true })) {
  if (entry.isDirectory()) await generate(join(folder, entry.name), `src/generated/${entry.name}/`);
}

const { documents, module } = changes(schemaAst);
await writeFile(join(map, 'src/generated/edit/changes.ts'), module);
await writeFile(join(map, 'src/generated/edit/changes.json'), JSON.stringify(documents));
