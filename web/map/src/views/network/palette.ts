import { type Look, colourOf } from '../../parts/mark';
import { markOf } from './shapes';

/** The colours of the page as the canvas wants them: as text without `var()` and `light-dark()`. */
export interface Palette {
  looks: Record<Look, string>;
  ink: string;
  ground: string;
  raised: string;
  faded: string;
  link: string;
  linkStrong: string;
}

export function palette(): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const value = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const looks = Object.fromEntries(Object.keys(markOf).map((look) => [look, value(colourOf(look as Look))])) as Record<Look, string>;
  const colours = {
    looks, ink: value('--ink'), ground: value('--ground'), raised: value('--raised'),
    faded: value('--faded'), link: value('--link'), linkStrong: value('--link-strong'),
  };
  probe.remove();
  return colours;
}
