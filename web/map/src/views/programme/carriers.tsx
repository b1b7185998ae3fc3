import { type NamedOrganisation, Organisation } from '../../parts/named';
import { texts } from './words';

interface Participating {
  totalCount: number;
  nodes: readonly { organisations: readonly NamedOrganisation[] }[];
}

/** Who takes part, by name, as far as they were asked for. */
export function Carriers({ label, of }: { label?: string; of: Participating }) {
  const said = texts.value;
  const named = new Map(of.nodes.flatMap((one) => one.organisations.map((organisation) => [organisation.slug, organisation])));
  const more = of.totalCount - of.nodes.length;
  return (
    <div class="carriers">
      {label !== undefined && <span class="soft">{label}:</span>}
      {named.size === 0 && <span class="soft">{said.nobody}</span>}
      {[...named.values()].map((organisation) => (
        <Organisation key={organisation.slug} of={organisation} />
      ))}
      {more > 0 && <span class="soft">{said.more(more)}</span>}
    </div>
  );
}
