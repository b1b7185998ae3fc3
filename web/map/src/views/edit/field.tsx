import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Reference } from '../../parts/reference';
import { partialDate } from '../../words/format';
import { type Chosen, type Draft, type Group, blank, dayOf, exists } from './draft';
import { FactReference } from './fact-reference';
import { searchedAs } from './named';
import { type Field, type Kind, fieldsOf, isNamed } from './shape';
import { type Errors, errorOf, wiringOf } from './wiring';
import { choices, fields as words, helps, nouns, otherwise, scores, texts } from './words';

interface Props {
  field: Field;
  path: string[];
  draft: Draft;
  set: (draft: Draft) => void;
  errors: Errors;
  /** What helps here, besides what always does. */
  help?: string | undefined;
  /** Which of many. */
  nth?: number;
}

/** The word for a field; the id of a fact is called by what it is. */
export function labelOf({ name, noun, kind }: Field): string {
  if (name === 'id') return kind.is === 'reference' ? nouns.value[kind.to] : '';
  if (name === 'ifRevision' || name === 'idempotencyKey') return '';
  if (name === 'holder' && kind.is === 'reference' && kind.to === 'Organisation') return texts.value.onBehalf;
  return (noun === undefined ? undefined : otherwise.value[noun]?.[name]) ?? words.value[name];
}

/** What one of a list is called. */
function oneOf(field: Field): string {
  const { kind } = field;
  if (kind.is === 'reference') return nouns.value[kind.to];
  if (kind.is !== 'group') return labelOf(field);
  return kind.of === 'ContributionInput' ? nouns.value.Contribution : kind.of === 'PlaceInput' ? nouns.value.Place : words.value.condition;
}

/** One field of an input with its label, its help and what is wrong with it, whatever it holds. */
export function FieldRow(props: Props) {
  const { field } = props;
  if (field.list) return <ListRow {...props} />;
  const label = props.nth === undefined ? labelOf(field) : `${oneOf(field)} ${props.nth}`;
  if (field.kind.is === 'group') return <GroupRow {...props} kind={field.kind} label={label} />;
  return <Single {...props} kind={field.kind} label={label} />;
}

function Single({ field, kind, label, path, draft, set, errors, help: here }: Props & { kind: Exclude<Kind, { is: 'group' }>; label: string }) {
  const error = errorOf(errors, path, true);
  const help = here ?? helpOf(field);
  const wiring = wiringOf(path, error, help !== null, field.required);
  const text = typeof draft === 'string' ? draft : '';
  const typed = (event: { currentTarget: { value: string } }) => set(event.currentTarget.value);
  if (kind.is === 'yes' && text !== '') {
    return (
      <Row wiring={wiring} error={error} help={help}>
        <label class="inline">
          <input {...wiring} type="checkbox" checked={text === 'true'} onChange={(event) => set(String(event.currentTarget.checked))} />
          {label}
        </label>
      </Row>
    );
  }
  return (
    <Row wiring={wiring} error={error} help={help} wide={kind.is === 'long' || kind.is === 'reference' || field.name === 'title'}>
      <label for={wiring.id}>
        {label} {!field.required && <span class="soft optional">{texts.value.optional}</span>}
      </label>
      {kind.is === 'choice' && <Choice wiring={wiring} value={text} options={Object.entries(choices.value[kind.of])} set={set} />}
      {kind.is === 'score' && <Choice wiring={wiring} value={text} options={scores.value[kind.of]} set={set} />}
      {kind.is === 'yes' && <Choice wiring={wiring} value={text} options={[['true', texts.value.yes], ['false', texts.value.no]]} set={set} />}
      {kind.is === 'long' && <textarea {...wiring} rows={3} value={text} onInput={typed} />}
      {kind.is === 'reference' && <Referring kind={kind} wiring={wiring} label={label} draft={draft} set={set} />}
      {kind.is === 'day' && <Day wiring={wiring} text={text} typed={typed} />}
      {(kind.is === 'text' || kind.is === 'address' || kind.is === 'amount' || kind.is === 'whole') && (
        <input
          {...wiring}
          type="text"
          inputMode={kind.is === 'whole' ? 'numeric' : kind.is === 'amount' ? 'decimal' : kind.is === 'address' ? 'url' : 'text'}
          autocomplete="off"
          value={text}
          onInput={typed}
        />
      )}
    </Row>
  );
}

function helpOf({ name, noun, kind }: Field): string | null {
  const said = texts.value;
  const own = noun === undefined ? undefined : helps.value[noun]?.[name];
  const usual = kind.is === 'day' ? said.dayHelp : kind.is === 'amount' ? said.amountHelp : name === 'slug' ? said.slugHelp : name === 'unit' ? said.unitHelp : name === 'per' ? said.perHelp : undefined;
  return own === undefined && usual === undefined ? null : [usual, own].filter((one) => one !== undefined).join(' ');
}

type Wired = ReturnType<typeof wiringOf>;

function Row({ wiring, error, help, wide = false, children }: { wiring: Wired; error: string | null; help: string | null; wide?: boolean; children: ComponentChildren }) {
  return (
    <div class={wide ? 'field wide' : 'field'}>
      {children}
      {help !== null && (
        <p id={`${wiring.id}-help`} class="help">
          {help}
        </p>
      )}
      {error !== null && (
        <p id={`${wiring.id}-wrong`} class="wrong">
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      )}
    </div>
  );
}

function Choice({ wiring, value, options, set }: { wiring: Wired; value: string; options: [string, string][]; set: (draft: Draft) => void }) {
  return (
    <select {...wiring} value={value} onChange={(event) => set(event.currentTarget.value)}>
      <option value="">{texts.value.choose}</option>
      {options.map(([code, said]) => (
        <option key={code} value={code}>
          {said.charAt(0).toUpperCase() + said.slice(1)}
        </option>
      ))}
    </select>
  );
}

/** A partial date as it is typed, and how it is read as soon as it is one. */
function Day({ wiring, text, typed }: { wiring: Wired; text: string; typed: (event: { currentTarget: { value: string } }) => void }) {
  const day = dayOf(text.trim());
  const there = exists(day);
  const read = there && /\d{4}/.test(day) ? partialDate(day) : '';
  return (
    <>
      <input {...wiring} type="text" autocomplete="off" value={text} onInput={typed} />
      {read !== '' && read !== text.trim() && <span class="soft small">{texts.value.reads(read)}</span>}
      {!there && !wiring['aria-invalid'] && <span class="wrong small">{texts.value.wrong.noDay}</span>}
    </>
  );
}

function Referring({ kind, wiring, label, draft, set }: { kind: Kind & { is: 'reference' }; wiring: Wired; label: string; draft: Draft; set: (draft: Draft) => void }) {
  const value = draft === undefined ? '' : (draft as Chosen | string);
  if (isNamed(kind.to)) return <Reference among={[searchedAs[kind.to]]} label={label} value={value} chosen={set} wiring={wiring} />;
  return <FactReference noun={kind.to} label={label} value={value} chosen={set} wiring={wiring} />;
}

function GroupRow({ field, kind, label, path, draft, set, errors }: Props & { kind: Kind & { is: 'group' }; label: string }) {
  const group = (draft ?? {}) as Group;
  const inner = fieldsOf(kind.of);
  const error = errorOf(errors, path, false);
  const wiring = wiringOf(path, error, false, field.required);
  const one = kind.one ? inner.find(({ name }) => name in group) : undefined;
  const shown = kind.one ? (one === undefined ? [] : [one]) : inner;
  const choose = (name: string) => set(name === '' ? undefined : { [name]: undefined });
  return (
    <fieldset class="group wide">
      <legend>
        {label} {!field.required && <span class="soft optional">{texts.value.optional}</span>}
      </legend>
      {kind.one && (
        <Row wiring={wiring} error={error} help={null}>
          <label for={wiring.id} class="hidden-visually">
            {texts.value.one}: {label}
          </label>
          <Choice wiring={wiring} value={one?.name ?? ''} options={inner.map((each) => [each.name, labelOf(each)])} set={(name) => choose(name as string)} />
        </Row>
      )}
      <div class="fields">
        {shown.map((each) => (
          <FieldRow
            key={each.name}
            field={kind.one ? { ...each, required: true } : each}
            path={[...path, each.name]}
            draft={group[each.name]}
            set={(value) => set({ ...group, [each.name]: value })}
            errors={!kind.one && error !== null && each.required ? new Map([...errors, [[...path, each.name].join('.'), error]]) : errors}
          />
        ))}
      </div>
    </fieldset>
  );
}

function ListRow({ field, path, draft, set, errors }: Props) {
  const items = Array.isArray(draft) ? draft : [];
  const label = labelOf(field);
  const error = errorOf(errors, path, false);
  const wiring = wiringOf(path, error, false, false);
  const put = (index: number, value: Draft) => set(items.map((item, at) => (at === index ? value : item)));
  const box = useRef<HTMLFieldSetElement>(null);
  /** One goes on where the list changed, once it did. */
  const goOn = (find: (items: Element[]) => Element | null | undefined) =>
    setTimeout(() => (find([...(box.current?.querySelectorAll(':scope > .item') ?? [])]) as HTMLElement | null | undefined ?? document.getElementById(wiring.id))?.focus());
  const add = () => {
    set([...items, fresh]);
    goOn((shown) => shown[items.length]?.querySelector('input, select, textarea, button'));
  };
  const drop = (index: number) => {
    set(items.filter((_, at) => at !== index));
    goOn((shown) => (shown[index] ?? shown[index - 1])?.querySelector(':scope > button'));
  };
  const fresh = field.kind.is === 'group' ? blank(fieldsOf(field.kind.of)) : '';
  return (
    <fieldset ref={box} class="group wide">
      <legend>
        {label} {!field.required && <span class="soft optional">{texts.value.optional}</span>}
      </legend>
      {items.map((item, index) => (
        <div class="item" key={index}>
          <FieldRow
            field={{ ...field, list: false, required: true }}
            path={[...path, String(index)]}
            draft={item}
            set={(value) => put(index, value)}
            errors={errors}
            nth={index + 1}
          />
          <button type="button" class="quiet" onClick={() => drop(index)}>
            {texts.value.drop(`${oneOf(field)} ${index + 1}`)}
          </button>
        </div>
      ))}
      <Row wiring={wiring} error={error} help={null}>
        <button type="button" id={wiring.id} onClick={add}>
          {texts.value.add(oneOf(field))}
        </button>
      </Row>
    </fieldset>
  );
}
