import { useState } from 'preact/hooks';
import { viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { type AssumptionInput, type BrokersFragment, WhatIfBrokersDocument } from '../../generated/graphql';
import { Organisation } from '../../parts/named';
import { Answered } from '../../parts/states';
import { texts } from './words';

/** Who holds members together, today beside the scenario. It takes the server some work, so it is asked when somebody opens it. */
export function BrokersOf({ line, changes }: { line: string; changes: AssumptionInput[] }) {
  const said = texts.value;
  const [open, setOpen] = useState(false);
  const asked = useAnswer(WhatIfBrokersDocument, open ? { line, changes, ...viewArguments.value } : null);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{said.brokers}</summary>
      {open && (
        <Answered asked={asked}>
          {({ network }) => {
            const before = network.programmeLine?.coalition;
            const after = network.assuming.programmeLine?.coalition;
            if (before === undefined || after === undefined) return null;
            return (
              <div class="two">
                <Side title={said.today} of={before} />
                <Side title={said.then} of={after} />
              </div>
            );
          }}
        </Answered>
      )}
    </details>
  );
}

function Side({ title, of }: { title: string; of: BrokersFragment }) {
  const said = texts.value;
  return (
    <div class="column">
      <h4>{title}</h4>
      <ol class="small">
        {of.brokers.nodes.map(({ organisation }) => (
          <li key={organisation.slug}>
            <Organisation of={organisation} />
          </li>
        ))}
      </ol>
      <h5>{said.indispensable}</h5>
      {of.indispensable.length === 0 && <p class="soft small">{said.nobody}</p>}
      <ul class="plain small">
        {of.indispensable.map((organisation) => (
          <li key={organisation.slug}>
            <Organisation of={organisation} />
          </li>
        ))}
      </ul>
    </div>
  );
}
