// Writes src/generated/edit from the schema: of each change of facts its document, what it takes, and how to read what is there.
// There are a hundred of them and they are all alike, so that nobody writes them by hand; a field that the schema gains is there
// with the next build, and does not compile until it has a word.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getNamedType, getNullableType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isUnionType, parse, print, visit } from 'graphql';

/** What the desk does where it shows it, feeds and erasing have forms of their own; a dataset comes in by `POST /import`. */
const ELSEWHERE = /^(plan|record|hold)Contact$|^completeFollowUp$|CalendarFeed|erasePerson|importDataset/;

/** Fields of objects that inputs know by another name. */
const OTHERWISE = {
  Ambition: { row: 'rowNumber' },
  Body: { steersProgrammeLines: 'steers', steersInitiatives: 'steers' },
  Network: { organisation: 'organisationOfNetwork' },
  Relation: { fromOrganisation: 'from', fromGroup: 'from', fromBody: 'from', toOrganisation: 'to', toGroup: 'to', toBody: 'to' },
  Seat: { onBehalfOf: 'organisations' },
};

/** Fields that hold an id, of what. */
const IDS = {
  decision: 'Decision', ratifiedBy: 'Decision', parent: 'Decision', commitment: 'Commitment', partnership: 'Partnership', target: 'Target', contactMoment: 'ContactMoment',
  after: 'ContactMoment',
};

/** What belongs to every change, and is no field of the fact. */
const AROUND = new Set(['id', 'source', 'reason', 'ifRevision', 'idempotencyKey']);

/** What tells a fact in a line, for facts that are called nothing. */
const ROWS = new Map(parse(readFileSync(new URL('../src/operations/edit/row.graphql', import.meta.url), 'utf8')).definitions.map((row) => [row.name.value, row]));

/** The module and the documents that it names. */
export function changes(schema) {
  const documents = {};
  const trusted = (text) => {
    const plain = whole(text).replace(/\s+/g, ' ').trim();
    const hash = `sha256:${createHash('sha256').update(plain).digest('hex')}`;
    documents[hash] = plain;
    return hash;
  };
  const verbs = {};
  const reads = {};
  const inputs = {};
  const enums = {};
  const oneOf = [];

  const told = (type, name, noun) => {
    const named = getNamedType(type);
    if (isEnumType(named)) enums[named.name] = named.getValues().map((value) => value.name);
    if (isInputObjectType(named) && !(named.name in inputs) && !named.name.endsWith('By')) take(named, noun);
    const inner = named.name === 'ID' ? `${IDS[name] ?? noun}:ID` : named.name;
    return (isListType(getNullableType(type)) ? `[${inner}]` : inner) + (isNonNullType(type) ? '!' : '');
  };
  const take = (input, noun) => {
    inputs[input.name] = {};
    if (input.isOneOf) oneOf.push(input.name);
    for (const field of Object.values(input.getFields())) inputs[input.name][field.name] = told(field.type, field.name, noun);
  };

  for (const verb of Object.values(schema.getMutationType().getFields())) {
    if (ELSEWHERE.test(verb.name)) continue;
    const input = getNamedType(verb.args[0].type);
    const payload = getNamedType(verb.type);
    const done = Object.values(payload.getFields()).find((field) => !['standings', 'revision', 'userErrors'].includes(field.name));
    const noun = getNamedType(done.type).name;
    if (input.name !== 'RemoveInput') take(input, noun);
    verbs[verb.name] = {
      noun,
      input: input.name,
      hash: trusted(`mutation Edit${capital(verb.name)}($input: ${input.name}!, $lang: Language) {
        answer: ${verb.name}(input: $input) {
          fact: ${done.name} { __typename ${noun === 'Network' ? '' : 'id'} }
          standings { organisation { slug name(lang: $lang) } programmeLine { slug name(lang: $lang) } status }
          revision
          userErrors { code message path }
        }
      }`),
    };
    if (verb.name.startsWith('correct')) reads[noun] = trusted(reading(schema.getType(noun), input));
  }
  // Removals take the same input, whatever goes: its id is that of their noun.
  inputs.RemoveInput = { ifRevision: 'Int', reason: 'String!' };
  return { documents, module: module({ verbs, reads, inputs, enums, oneOf }) };
}

/** The question for a fact as it is, under the names by which its correction takes it. */
function reading(object, input) {
  const fields = Object.values(input.getFields()).filter((field) => !AROUND.has(field.name)).map((field) => asked(object, field)).filter(Boolean);
  const about = `__typename ${'slug' in object.getFields() ? 'slug' : ''} ${fields.join(' ')} sources { title locator url }`;
  const lang = whole(`{ ${about} }`).includes('$lang') ? ', $lang: Language' : '';
  if (object.name === 'Network') return `query EditReadNetwork${lang === '' ? '' : '($lang: Language)'} { network { revision ${about} } }`;
  return `query EditRead${object.name}($id: ID!${lang}) { network { revision fact(id: $id) { id ... on ${object.name} { ${about} } } } }`;
}

function asked(object, { name, type }) {
  const fields = object.getFields();
  const text = /^(.*)(Nl|En)$/.exec(name);
  if (text !== null && text[1] in fields) return `${name}: ${text[1]}(lang: ${text[2].toUpperCase()})`;
  const there = fields[OTHERWISE[object.name]?.[name] ?? name];
  if (there === undefined) return null;
  const found = getNamedType(there.type);
  // A condition is told in words; there is no way back from them to what is asked for.
  if (found.name === 'Condition') return null;
  if (isLeafType(found)) return `${name}: ${there.name}`;
  const wanted = getNamedType(type).name.replace(/By$/, '');
  const only = isUnionType(found) ? found.getTypes().find((one) => one.name === wanted) : found;
  return `${name}: ${there.name} { __typename ... on ${only.name} { id ${label(only)} } }`;
}

/** What something is called, whatever field says it; else all that its line tells. */
function label(object) {
  const field = ['name', 'title', 'text', 'label'].map((name) => object.getFields()[name]).find((one) => one !== undefined);
  if (field === undefined) return `__typename ...${object.name}Row`;
  return `name: ${field.name}${field.args.length > 0 ? '(lang: $lang)' : ''}`;
}

/** A document with the fragments that it spreads, and those that they do. */
function whole(text) {
  const definitions = [...parse(text).definitions];
  for (const one of definitions) {
    visit(one, {
      FragmentSpread({ name }) {
        const row = ROWS.get(name.value);
        if (!definitions.includes(row)) definitions.push(row);
      },
    });
  }
  return definitions.map(print).join('\n');
}

const capital = (name) => name[0].toUpperCase() + name.slice(1);

function module({ verbs, reads, inputs, enums, oneOf }) {
  const list = (name, value) => `export const ${name} = ${JSON.stringify(value, null, 1)} as const;\n`;
  return `/* Follows from schema.graphql by scripts/changes.mjs. */\n${[
    list('VERBS', verbs), list('READS', reads), list('INPUTS', inputs), list('ENUMS', enums), list('ONE_OF', oneOf),
  ].join('')}`;
}
