import { linkToNoun } from '../address';
import type { Helix } from '../generated/graphql';
import type { Noun } from '../settings';
import { codes } from '../words';
import { Mark } from './mark';

interface Slugged {
  slug: string;
  name: string;
}

export interface NamedOrganisation extends Slugged {
  helix?: Helix;
}

/** The name of an organisation as a link to its page. Names come from data, so each decides its own direction. */
export function Organisation({ of }: { of: NamedOrganisation }) {
  return (
    <span class="named">
      {of.helix !== undefined && <Mark of={of.helix} />}
      <Named noun="organisation" of={of} />
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

/** The name of something as a link to where most is told of it. */
export function Named({ noun, of }: { noun: Noun; of: Slugged }) {
  return (
    <a href={linkToNoun(noun, of.slug)}>
      <bdi>{of.name}</bdi>
    </a>
  );
}

/** The name of a programme line as a link to its coalition. */
export const Line = ({ of }: { of: Slugged }) => <Named noun="line" of={of} />;

/** The name of a body as a link to its seats in the governance chart. */
export const Body = ({ of }: { of: Slugged }) => <Named noun="body" of={of} />;

/** The name of an initiative or an agreement as a link to where it stands in the programme. */
export const Planned = ({ noun, of }: { noun: 'initiative' | 'agreement'; of: Slugged }) => <Named noun={noun} of={of} />;
