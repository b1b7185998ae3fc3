import { useEffect } from 'preact/hooks';
import { words } from '../words';

/** Names the page in the tab and in the history of the browser. */
export function useTitle(title: string | null): void {
  const name = words.value.name;
  useEffect(() => {
    document.title = title === null ? name : `${title} · ${name}`;
  }, [title, name]);
}
