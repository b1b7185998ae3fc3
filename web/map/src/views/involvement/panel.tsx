import { linkHere, linkTo } from '../../address';
import { Period, Reasons } from '../../parts/evidence';
import { Line, Organisation } from '../../parts/named';
import { Missing } from '../../parts/standing';
import { Answered } from '../../parts/states';
import { Contributions, Status } from '../../parts/status';
import { codes, words } from '../../words';
import { number, percent } from '../../words/format';
import { type Matrix, TAKING_PART, openIn } from './model';
import { type Standing, useStanding } from './standing';
import { texts } from './words';

/** The cell that the address names: who stands how towards which line, since when and why. */
export function Panel({ matrix, cell }: { matrix: Matrix; cell: string }) {
  const said = texts.value;
  const { asked, standing } = useStanding(cell);
  const here = openIn(matrix, cell);
  return (
    <section class="panel cell" aria-label={words.value.standing.evidence}>
      <div class="cell-head">
        <h2>{here === null ? said.notOpen : <Organisation of={here.row.organisation} />}</h2>
        <a class="button quiet" href={linkHere({ cell: null })} onClick={() => backTo(cell)}>
          <span aria-hidden="true">✕</span>
          <span class="hidden-visually">{said.close}</span>
        </a>
      </div>
      {here !== null && (
        <>
          <p role="status">
            <Line of={here.column} />: <Status of={here.cell.status} />
          </p>
          <Answered asked={asked}>{() => standing !== null && <Why of={standing} />}</Answered>
          <div class="actions">
            <a class="button" href={linkTo({ name: 'what-if' }, { assume: [tried(here.cell.status, cell)] })}>
              {TAKING_PART.includes(here.cell.status) ? said.tryOutLeaving : said.tryOut}
            </a>
          </div>
        </>
      )}
    </section>
  );
}

function Why({ of }: { of: Standing }) {
  const said = words.value.standing;
  return (
    <>
      <p class="soft small facts">
        {codes.value.tier[of.tier]}
        {(of.since !== null || of.until !== null) && (
          <>
            {' · '}
            <Period since={of.since} until={of.until} />
          </>
        )}
        {of.strength !== null && of.strength > 0 && ` · ${texts.value.strength}: ${percent(of.strength)}`}
      </p>
      <Contributions of={of.contributions} />
      <Missing of={of.missing} />
      {of.evidence.length > 0 && (
        <>
          <h3>
            {said.evidence} <span class="count">({number(of.evidence.length)})</span>
          </h3>
          <Reasons of={of.evidence} />
        </>
      )}
    </>
  );
}

/** What one would try of a member, and of who is none. */
function tried(status: Standing['status'], cell: string): string {
  const [slug, line] = cell.split('/');
  return TAKING_PART.includes(status) ? `leaves:${slug}` : `pledges:${slug}:${line}`;
}

/** Who closes by keyboard goes on where they were. */
function backTo(cell: string): void {
  document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cell)}"]`)?.focus();
}
