import type { Helix } from '../generated/graphql';
import type { Noun } from '../settings';

/** How something is drawn: organisations by their helix, everything else by its noun. Each has a colour and a shape. */
export type Look = Helix | Exclude<Noun, 'organisation'>;

/** The shapes in a square of 16, as the map draws them too (views/network/shapes.ts). */
const SHAPES: Record<Look, string> = {
  GOVERNMENT: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z',
  EDUCATION: 'M8 1 15 14H1Z',
  BUSINESS: 'M2 2h12v12H2Z',
  INTERMEDIARY: 'M8 .5 15.5 8 8 15.5.5 8Z',
  body: 'M4.5 2h7L15 8l-3.5 6h-7L1 8Z',
  line: 'M8 .5l2.2 5 5.3.5-4 3.6 1.2 5.4L8 12.2 3.300 15l1.200-5.400-4-3.600 5.300-.500Z',
  initiative: 'M1 2h14L8 15Z',
  agreement: 'M6 1h4v5h5v4h-5v5H6v-5H1V6h5Z',
  group: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  person: 'M1 12a7 7 0 0 1 14 0Z',
};

/** The custom property that holds the colour of a look. */
export function colourOf(look: Look): string {
  return `--${look.toLowerCase()}`;
}

/** The mark beside a name. It says nothing that words do not say too, so screen readers pass over it. */
export function Mark({ of }: { of: Look }) {
  return (
    <svg class="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPES[of]} fill={`var(${colourOf(of)})`} fill-rule="evenodd" />
    </svg>
  );
}
