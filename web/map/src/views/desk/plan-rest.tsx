import { When } from '../../parts/evidence';
import { date, number } from '../../words/format';
import { deskCodes } from '../../words/desk';
import { People } from './parts';
import { Before, type Schedule, With } from './visit';
import { texts } from './words';

/** What finds no day, why, and what is in the way. */
export function Unplanned({ of }: { of: Schedule }) {
  const said = texts.value;
  return (
    <section class="panel" aria-labelledby="unplanned">
      <h2 id="unplanned">
        {said.unplanned} <span class="count">({number(of.infeasible.length)})</span>
      </h2>
      {of.infeasible.length === 0 ? <p>{said.unplannedNone}</p> : <p class="help">{said.unplannedHelp}</p>}
      <ul class="plain standings">
        {of.infeasible.map(({ contact, constraint, blockers }, index) => (
          <li key={index}>
            <div>
              <People of={[contact.owner]} /> <With of={contact} />
            </div>
            <div>
              <Before of={contact} />
            </div>
            <p>
              <strong class="late">{deskCodes.value.constraint[constraint]}</strong>
            </p>
            {blockers.length > 0 && (
              <div class="small">
                {said.because}:
                <ul>
                  {blockers.map((blocker, at) => (
                    <li key={at}>
                      <Blocker of={blocker} />
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Blocker({ of }: { of: Schedule['infeasible'][number]['blockers'][number] }) {
  const codes = deskCodes.value;
  switch (of.__typename) {
    case 'ScheduledContact':
      return (
        <>
          {codes.purpose[of.purpose]} {of.person !== null && <bdi>{of.person.name}</bdi>}
          {of.first !== null && `, ${date(of.first)}`}
        </>
      );
    case 'ContactMoment':
      return (
        <>
          <When date={of.date} />: {codes.channel[of.channel].toLowerCase()}, <People of={of.ourPersons} /> → <People of={of.theirPersons} />
          {of.holder !== null && (
            <>
              {' '}
              (<bdi>{of.holder.name}</bdi>)
            </>
          )}
        </>
      );
    case 'ClosedDays':
      return (
        <>
          {date(of.closedFrom)}
          {of.closedUntil !== of.closedFrom && ` – ${date(of.closedUntil)}`}
          {of.nationalHoliday !== null ? `: ${codes.holiday[of.nationalHoliday]}` : `: ${texts.value.closed}`}
        </>
      );
  }
}

/** What planning anew would move or drop of what is planned now. */
export function Moved({ of }: { of: Schedule }) {
  const said = texts.value;
  const moved = of.difference.filter((one) => one.contactMoment !== null && one.change !== 'UNCHANGED');
  return (
    <section class="panel" aria-labelledby="moved">
      <h2 id="moved">
        {said.moved} <span class="count">({number(moved.length)})</span>
      </h2>
      {moved.length === 0 && <p>{said.movedNone}</p>}
      <ul class="plain reasons">
        {moved.map((one, index) => (
          <li key={index}>
            <span class="tag">{deskCodes.value.change[one.change]}</span>{' '}
            {one.contactMoment !== null && (
              <>
                <People of={one.contactMoment.ourPersons} /> → <People of={one.contactMoment.theirPersons} />:{' '}
              </>
            )}
            {one.from !== null && date(one.from)}
            {one.to !== null && ` → ${date(one.to)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
