import { effect, signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';
const KEY = 'drieklank-theme';

/** Light or dark is a matter of who looks, not of what is looked at: it stays with the browser and out of the address. */
export const theme = signal<Theme>(stored());

/** Counts changes of what colours mean, for what is drawn on a canvas. */
export const colours = signal(0);

function stored(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

export function applyTheme(): void {
  effect(() => {
    if (theme.value === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme.value;
    try {
      if (theme.value === 'system') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme.value);
    } catch {
      // A browser that keeps nothing still changes colours.
    }
    colours.value = colours.peek() + 1;
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => (colours.value += 1));
}
