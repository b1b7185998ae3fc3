import { When } from '../../parts/evidence';
import { number } from '../../words/format';
import { Name, Plain, StandTag } from './chart';
import { type AnsweredBody, standOf } from './tree';
import { texts } from './words';

const SOONEST = 6;

/** What is drawn and does not meet, and what meets and is not drawn. */
export function Stands({ of }: { of: readonly AnsweredBody[] }) {
  const said = texts.value;
  const chartOnly = of.filter((body) => standOf(body) === 'chartOnly');
  const scheduleOnly = of.filter((body) => standOf(body) === 'scheduleOnly');
  const agree = chartOnly.length + scheduleOnly.length === 0;
  return (
    <section class="panel" aria-labelledby="stands">
      <h2 id="stands">{said.stands}</h2>
      <p class="help">{agree ? said.standsAgree : said.standsHelp}</p>
      {!agree && (
        <div class="two">
          <Only stand="chartOnly" help={said.chartOnlyHelp} of={chartOnly} />
          <Only stand="scheduleOnly" help={said.scheduleOnlyHelp} of={scheduleOnly} />
        </div>
      )}
    </section>
  );
}

function Only({ stand, help, of }: { stand: 'chartOnly' | 'scheduleOnly'; help: string; of: readonly AnsweredBody[] }) {
  return (
    <div>
      <h3>
        <StandTag of={stand} /> <span class="count">({number(of.length)})</span>
      </h3>
      <p class="help">{help}</p>
      {of.length === 0 ? <p class="soft">{texts.value.nothing}</p> : <Plain of={of} />}
    </div>
  );
}

/** Who meets next. */
export function Coming({ of }: { of: readonly AnsweredBody[] }) {
  const said = texts.value;
  const coming = of
    .flatMap((body) => body.next.nodes.map((meeting) => ({ body, date: meeting.date })))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
  return (
    <section class="panel" aria-labelledby="coming">
      <h2 id="coming">{said.coming}</h2>
      {coming.length === 0 && <p class="soft">{said.noComing}</p>}
      <ol class="plain coming">
        {coming.slice(0, SOONEST).map(({ body, date }) => (
          <li key={body.slug}>
            <When date={date} />
            <Name of={body} />
          </li>
        ))}
      </ol>
    </section>
  );
}
