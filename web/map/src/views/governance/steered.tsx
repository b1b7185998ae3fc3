import { Mark } from '../../parts/mark';
import { Line, Planned } from '../../parts/named';

type Steers = { __typename: 'ProgrammeLine' | 'Initiative'; slug: string; name: string };

/** The lines and initiatives that a body steers. */
export function Steered({ of }: { of: readonly Steers[] }) {
  if (of.length === 0) return null;
  return (
    <ul class="plain small steered">
      {of.map((one) => (
        <li key={`${one.__typename} ${one.slug}`} class="named">
          <Mark of={one.__typename === 'ProgrammeLine' ? 'line' : 'initiative'} />
          {one.__typename === 'ProgrammeLine' ? <Line of={one} /> : <Planned noun="initiative" of={one} />}
        </li>
      ))}
    </ul>
  );
}
