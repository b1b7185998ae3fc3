import { linkTo } from '../address';
import type { Helix } from '../generated/graphql';
import { codes } from '../words';
import { Mark } from './mark';

export interface NamedOrganisation {
  slug: string;
  name: string;
  helix?: Helix;
}

/** The name of an organisation as a link to its page. Names come from data, so each decides its own direction. */
export function Organisation({ of }: { of: NamedOrganisation }) {
  return (
    <span class="named">
      {of.helix !== undefined && <Mark of={of.helix} />}
      <a href={linkTo({ name: 'organisation', slug: of.slug })}>
        <bdi>{of.name}</bdi>
      </a>
      {of.helix !== undefined && <span class="hidden-visually"> ({codes.value.helix[of.helix]})</span>}
    </span>
  );
}

/** Many organisations in a row. */
export function Organisations({ of }: { of: readonly NamedOrganisation[] }) {
  return (
    <ul class="plain people">
      {of.map((organisation) => (
        <li key={organisation.slug}>
          <Organisation of={organisation} />
        </li>
      ))}
    </ul>
  );
}

/** The name of a programme line as a link to its coalition. */
export function Line({ of }: { of: { slug: string; name: string } }) {
  return (
    <a href={linkTo({ name: 'line', slug: of.slug })}>
      <bdi>{of.name}</bdi>
    </a>
  );
}

/** The name of a body as a link to its seats in the governance chart. */
export function Body({ of }: { of: { slug: string; name: string } }) {
  return (
    <a href={linkTo({ name: 'governance' }, { select: `body/${of.slug}` })}>
      <bdi>{of.name}</bdi>
    </a>
  );
}

/** The name of an initiative or an agreement as a link to where it stands in the programme. */
export function Planned({ noun, of }: { noun: 'initiative' | 'agreement'; of: { slug: string; name: string } }) {
  return (
    <a href={linkTo({ name: 'programme' }, { select: `${noun}/${of.slug}` })}>
      <bdi>{of.name}</bdi>
    </a>
  );
}
