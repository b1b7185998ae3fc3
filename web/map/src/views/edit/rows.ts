import type { FactRowFragment } from '../../generated/edit/graphql';
import { codes } from '../../words';
import { deskCodes } from '../../words/desk';
import { amount, number, partialDate, period } from '../../words/format';
import { linkTo } from '../../address';
import { placeOf } from './named';
import { type Noun, isNamed } from './shape';
import { choices, fields, nouns } from './words';

export type Row = FactRowFragment & { __typename: Noun };

/** All facts in an answer, wherever they stand in it. */
export function rowsIn(answer: unknown, rows: Row[] = []): Row[] {
  if (typeof answer !== 'object' || answer === null) return rows;
  const { __typename: noun, id } = answer as { __typename?: string; id?: string };
  if (noun !== undefined && id !== undefined && noun in nouns.value) rows.push(answer as Row);
  for (const part of Object.values(answer)) rowsIn(part, rows);
  return rows;
}

export const joined = (...parts: (string | null | undefined)[]) => parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
/** Of many the first ones, and how many more. */
function names(of: readonly { name: string }[]): string {
  const first = of.slice(0, 3).map(({ name }) => name).join(', ');
  return of.length > 3 ? `${first} +${of.length - 3}` : first;
}
/** Whom a topic has to reach. */
function whom({ person, body, organisation }: Record<'person' | 'body' | 'organisation', { name: string } | null>): string {
  return (person ?? body ?? organisation)?.name ?? '?';
}
const when = (of: { since: string | null; until: string | null }) => (of.since === null && of.until === null ? '' : period(of.since, of.until));

/** A fact in a line. */
export function lineOf(row: Row): string {
  const said = choices.value;
  const codesOfDesk = deskCodes.value;
  switch (row.__typename) {
    case 'Commitment': return joined(names(row.organisations), row.venue.name, codes.value.commitment[row.commitmentStatus], when(row));
    case 'Seat': return joined(row.body?.name, codes.value.role[row.role], row.person?.name, names(row.organisations), when(row));
    case 'Signature': return joined(names(row.organisations), row.agreement.name, row.signedRole, when(row));
    case 'Partnership': return joined(row.organisation?.name, when(row));
    case 'Contribution': return joined(row.organisation?.name, said.ContributionKind[row.contributionKind], row.amount === null ? '' : amount(row.amount, row.unit, row.per), when(row));
    case 'Name': return joined(row.alias, said.NameKind[row.nameKind], when(row));
    case 'Identifier': return joined(row.scheme, row.value);
    case 'Contact': return joined(said.ContactKind[row.contactKind], row.value);
    case 'MunicipalityStatistics': return joined(row.countedOn === null ? '' : partialDate(row.countedOn), row.inhabitants === null ? '' : number(row.inhabitants));
    case 'GroupMembership': return joined(row.organisation?.name, row.group?.name, when(row));
    case 'Relation': return joined(`${row.from?.name ?? '?'} ${said.RelationKind[row.relationKind]} ${row.to?.name ?? '?'}`, when(row));
    case 'Office': return joined(row.label, row.organisation?.name, when(row));
    case 'Place': return joined(row.initiative?.name, row.whole.name, `${row.share}%`);
    case 'Goal': return row.text;
    case 'Ambition': return joined(said.AmbitionLevel[row.level], row.text);
    case 'Measure': return row.measure;
    case 'Meeting': return joined(partialDate(row.date), row.meeting, row.body?.name);
    case 'Milestone': return joined(partialDate(row.date), row.text);
    case 'Decision': return joined(partialDate(row.date), row.title);
    case 'Document': return joined(row.title, row.documentDate === null ? '' : partialDate(row.documentDate));
    case 'Statement': return row.text;
    case 'Rule': return joined(row.code, row.title);
    case 'DeclaredCount': return joined(row.what, number(row.declared));
    case 'Topic': return joined(row.title, codesOfDesk.topic[row.topicStatus]);
    case 'Target': return joined(whom(row), row.topic?.title);
    case 'Assessment': return joined(partialDate(row.date), `${fields.value.influence} ${row.influence}`, `${fields.value.interest} ${row.interest}`, codesOfDesk.position[String(row.position)]);
    case 'Preference': return joined(row.organisation?.name, codesOfDesk.inform[row.informChannel], row.topic?.title);
    case 'DecisionMoment': return joined(partialDate(row.date), row.title, row.body?.name);
    case 'DecisionStage': return joined(partialDate(row.date), codesOfDesk.stage[row.stage]);
    case 'PersonContact': return joined(row.person?.name, said.ContactKind[row.contactKind], row.value);
    case 'Tie': return joined(`${row.fromPerson?.name ?? '?'} – ${row.toPerson?.name ?? '?'}`, said.TieStrength[row.strength], when(row));
    case 'ContactMoment': return joined(partialDate(row.date), codesOfDesk.status[row.contactStatus], row.target === null ? names(row.theirPersons) : whom(row.target), row.topic?.title);
    case 'ContactNote': return row.text;
    case 'FollowUp': return joined(row.text, partialDate(row.due));
    default: return row.name;
  }
}

/** Where a fact is looked at: on its own page, or on that of whom it is about. */
export function lookAt(row: Row): { href: string; name: string } | null {
  if (row.__typename === 'Target') return { href: linkTo({ name: 'desk' }, { part: 'targets', target: row.id }), name: whom(row) };
  if ('slug' in row && isNamed(row.__typename)) return { href: placeOf(row.__typename, row.slug), name: row.name };
  if ('organisations' in row && row.organisations[0] !== undefined) return { href: placeOf('Organisation', row.organisations[0].slug), name: row.organisations[0].name };
  if ('organisation' in row && row.organisation !== null) return { href: placeOf('Organisation', row.organisation.slug), name: row.organisation.name };
  if ('body' in row && row.body != null) return { href: placeOf('Body', row.body.slug), name: row.body.name };
  return null;
}
