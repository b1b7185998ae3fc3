import { useEffect } from 'preact/hooks';
import { words } from '../words';

/** Names the page in the tab and in the history of the browser. */
export function useTitle(title: string | null): void {
  const name = words.value.name;
  useEffect(() => {
    // A name that turns the direction of what it stands in would turn the name of the page too.
    document.title = title === null ? name : `${title.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')} · ${name}`;
  }, [title, name]);
}
