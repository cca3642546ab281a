// The words that the list is searched for: typed at once, asked as soon as the screen has caught up, kept in the URL.
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { kept, withoutDrill } from '../selection/selection.ts';
import { useSelect, useSelection } from '../selection/use-selection.ts';

export interface ListSearch {
  readonly text: string;
  /** What the list shows; it follows the text without holding up typing. */
  readonly asked: string;
  readonly type: (text: string) => void;
}

export function useListSearch(): ListSearch {
  const selection = useSelection();
  const select = useSelect();
  const inUrl = selection.search ?? '';
  const [text, setText] = useState(inUrl);
  const written = useRef(inUrl);
  const asked = useDeferredValue(text);
  useEffect(() => {
    // Back, a link or a cleared filter brought other words.
    if (inUrl === written.current) return;
    written.current = inUrl;
    setText(inUrl);
  }, [inUrl]);
  useEffect(() => {
    if (asked === written.current) return;
    written.current = asked;
    select(kept({ ...withoutDrill(selection), search: asked === '' ? undefined : asked }), true);
  }, [asked, select, selection]);
  return { text, asked, type: setText };
}
