import { useState } from 'preact/hooks';
import { change, state } from '../../address';
import { Choices, Field, LeastConfidence } from '../../parts/choices';
import { useFrame } from '../../parts/frame';
import { Mark } from '../../parts/mark';
import { HELICES, LAYERS, MEASURES, NOUNS, STATUSES, type Measure, type Settings } from '../../settings';
import { codes, words } from '../../words';
import { type Model, filters, shownNouns } from './model';
import { measures, texts } from './words';

/** What the map shows: filters that are its legend as well. Every choice stands in the address. */
export function Filters({ model }: { model: Model | null }) {
  const said = texts.value;
  const settings = state.value;
  const [open] = useState(() => matchMedia('(min-width: 64rem)').matches);
  const lines = useFrame().data?.network.programmeLines.filter((line) => line.kind === 'CONTENT') ?? [];
  const nouns = shownNouns(settings);
  return (
    <aside class="filters" aria-label={said.filters}>
      <details open={open}>
        <summary>
          {said.filters} · {said.legend}
        </summary>
        <Choices
          title={words.value.standing.helix} of={HELICES} chosen={settings.helix} name={(one) => codes.value.helix[one]} mark={(one) => <Mark of={one} />}
          count={(one) => model?.items.filter((item) => item.noun === 'organisation' && item.helix === one).length} set={(helix) => change({ helix })}
        />
        <Choices
          title={said.show} of={NOUNS} chosen={[...nouns]} name={(one) => codes.value.nouns[one]}
          mark={(one) => one !== 'organisation' && <Mark of={one} />}
          count={(one) => model?.items.filter((item) => item.noun === one).length} set={(show) => change({ show })}
        />
        <Choices
          title={words.value.standing.layer} of={LAYERS} chosen={settings.layer} name={(one) => codes.value.layer[one]}
          count={(one) => model?.items.filter((item) => item.layer === one).length} set={(layer) => change({ layer })}
        />
        <Field title={said.lineFilter}>
          {(id) => (
            <select id={id} value={settings.line ?? ''} onChange={(event) => change({ line: event.currentTarget.value || null, status: [] })}>
              <option value="">{said.anyLine}</option>
              {lines.map((line) => (
                <option key={line.slug} value={line.slug}>
                  {line.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {settings.line !== null && (
          <Choices
            title={said.status} of={STATUSES} chosen={settings.status} name={(one) => codes.value.status[one]}
            set={(status) => change({ status })}
          />
        )}
        <LeastConfidence />
        <Field title={said.size}>
          {(id) => (
            <select id={id} value={settings.size} onChange={(event) => change({ size: event.currentTarget.value as Measure })}>
              {MEASURES.map((one) => (
                <option key={one} value={one}>
                  {measures.value[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {(filters(settings) || settings.confidence !== null || settings.show.length > 0) && (
          <button type="button" onClick={() => change(NO_FILTERS)}>
            {said.clear}
          </button>
        )}
      </details>
    </aside>
  );
}

export const NO_FILTERS: Partial<Settings> = { helix: [], layer: [], line: null, status: [], show: [], confidence: null };
