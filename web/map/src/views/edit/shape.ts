import { ENUMS, INPUTS, ONE_OF, VERBS } from '../../generated/edit/changes';
import { addressOf } from './place';

/** A change of facts, by its name in the API. */
export type Verb = keyof typeof VERBS;
/** What a change is about. */
export type Noun = (typeof VERBS)[Verb]['noun'];
export type InputName = keyof typeof INPUTS;
type FieldsOf<Input> = Input extends unknown ? keyof Input & string : never;
/** Every field of every change; each has a word in both languages, or it does not compile. */
export type FieldName = FieldsOf<(typeof INPUTS)[InputName]>;
export type EnumName = keyof typeof ENUMS;
export type Code<Name extends EnumName> = (typeof ENUMS)[Name][number];

/** Nouns that are found by their name. The others are found by whom they are about. */
export const NAMED = ['Organisation', 'StakeholderGroup', 'Body', 'ProgrammeLine', 'Initiative', 'Agreement', 'Person'] as const satisfies Noun[];
export type Named = (typeof NAMED)[number];
export const isNamed = (noun: Noun): noun is Named => NAMED.some((named) => named === noun);

/** What a field holds. */
export type Kind =
  | { is: 'text' | 'long' | 'address' | 'day' | 'amount' | 'whole' | 'yes' }
  | { is: 'choice'; of: EnumName }
  /** How much, from least to most. */
  | { is: 'score'; of: Score }
  /** `by`: the API takes it as `{ id }`, else as the id alone. */
  | { is: 'reference'; to: Noun; by: boolean }
  /** `one`: exactly one of its fields. */
  | { is: 'group'; of: InputName; one: boolean };

export type Score = 'Score' | 'PositionScore';

export interface Field {
  name: FieldName;
  /** Of what, as a noun may call a field by a word of its own; undefined inside a field, and where any noun is meant. */
  noun?: Noun | undefined;
  kind: Kind;
  required: boolean;
  list: boolean;
}

/** Texts of more than a line. */
const LONG = /^(text|ask|mission|strength)(Nl|En)$|^(text|outcome|note|reason|democraticBasis)$/;

/** Of what an input is; removals take the same, whatever goes. */
const NOUN_OF = new Map(Object.values(VERBS).filter(({ input }) => input !== 'RemoveInput').map(({ input, noun }): [string, Noun] => [input, noun]));

/** By which something with a key is called. */
export const CALLED: readonly FieldName[] = ['nameNl', 'name', 'titleNl'];

const known = new Map<InputName, Field[]>();

/** The fields of an input, with the English text of something right behind the Dutch one, and the key behind the name that it follows. */
export function fieldsOf(input: InputName): Field[] {
  const there = known.get(input);
  if (there !== undefined) return there;
  const fields = Object.entries(INPUTS[input]).map(([name, type]) => ({ ...field(name as FieldName, type), noun: NOUN_OF.get(input) }));
  const inOrder = fields.filter(({ name }) => !name.endsWith('En')).flatMap((one) => {
    const english = fields.find(({ name }) => one.name.endsWith('Nl') && name === one.name.replace(/Nl$/, 'En'));
    return english === undefined ? [one] : [one, english];
  });
  const slug = inOrder.find(({ name }) => name === 'slug');
  const called = CALLED.find((one) => inOrder.some(({ name }) => name === one));
  if (slug !== undefined && called !== undefined) {
    inOrder.splice(inOrder.indexOf(slug), 1);
    inOrder.splice(inOrder.findLastIndex(({ name }) => name === called || name === called.replace(/Nl$/, 'En')) + 1, 0, slug);
  }
  known.set(input, inOrder);
  return inOrder;
}

function field(name: FieldName, type: string): Field {
  const [, list = '', inner = ''] = /^(\[?)([^\]!]+)/.exec(type) ?? [];
  return { name, kind: kindOf(name, inner), required: type.endsWith('!'), list: list !== '' };
}

function kindOf(name: string, type: string): Kind {
  if (type.endsWith(':ID')) return { is: 'reference', to: type.slice(0, -3) as Noun, by: false };
  if (type.endsWith('By')) return { is: 'reference', to: type.slice(0, -2) as Noun, by: true };
  if (type in ENUMS) return { is: 'choice', of: type as EnumName };
  if (type in INPUTS) return { is: 'group', of: type as InputName, one: ONE_OF.some((one) => one === type) };
  switch (type) {
    case 'PartialDate': case 'Date': return { is: 'day' };
    case 'Decimal': return { is: 'amount' };
    case 'Int': return { is: 'whole' };
    case 'Score': case 'PositionScore': return { is: 'score', of: type };
    case 'Boolean': return { is: 'yes' };
    case 'URL': return { is: 'address' };
    case 'String': return { is: LONG.test(name) ? 'long' : 'text' };
    default: throw new Error(`No field for ${type}`);
  }
}

/** The fields of a change. Removals take the same input, whatever goes. */
export function takenBy(verb: Verb): Field[] {
  const { input, noun } = VERBS[verb];
  const gone: Field = { name: 'id', kind: { is: 'reference', to: noun, by: false }, required: true, list: false };
  return removes(verb) ? [gone, ...fieldsOf(input)] : fieldsOf(input);
}

/** What a field holds that stands somewhere inside an input. */
export function kindAt(fields: Field[], path: readonly string[]): Kind | null {
  const [name, ...inside] = path;
  const field = fields.find((one) => one.name === name);
  if (field === undefined) return null;
  const rest = field.list ? inside.slice(1) : inside;
  return field.kind.is === 'group' && rest.length > 0 ? kindAt(fieldsOf(field.kind.of), rest) : field.kind;
}

/** The field by which a change says what it is about: the fact itself, else the first thing that it points at. */
export function subjectOf(verb: Verb): Field | null {
  const fields = takenBy(verb);
  const references = fields.filter(({ kind, list, required }) => kind.is === 'reference' && !list && required);
  return references.find(({ name }) => name === 'id') ?? references[0] ?? null;
}

/** Whether the change begins with what is there, so that only what differs is sent. */
export const corrects = (verb: Verb) => verb.startsWith('correct');
export const removes = (verb: Verb) => verb.startsWith('remove');

export function verbAt(address: string | null): Verb | null {
  const found = Object.keys(VERBS).find((verb) => addressOf(verb as Verb) === address);
  return (found as Verb | undefined) ?? null;
}

/** The change of this name, when there is one: a fact that cannot be corrected has none. */
export function verb(name: string): Verb | null {
  return name in VERBS ? (name as Verb) : null;
}
