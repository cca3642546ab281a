// Links of the system, `countinghouse://open/customers/cus_1?period=12m`: which are followed, and to where.
import { isScreenPath } from './areas.ts';

export const LINK_SCHEME = 'countinghouse';

const LENGTH_LIMIT = 2048;
/** Read as text: a URL parser would resolve dots, change case and forgive what a strict reading refuses. */
const SHAPE = /^countinghouse:\/\/open(?<path>(?:\/[A-Za-z0-9_-]+)*)\/?(?<search>\?[A-Za-z0-9_.~*%=&+,:-]*)?$/;

/** Whether the text calls itself a link of ours, well-formed or not. */
export function isLink(text: string): boolean {
  return text.slice(0, LINK_SCHEME.length + 1).toLowerCase() === `${LINK_SCHEME}:`;
}

/** The place in the screens that the link names, or null when it is none of ours in every character. */
export function placeOfLink(link: string): string | null {
  const parts = link.length <= LENGTH_LIMIT ? SHAPE.exec(link)?.groups : undefined;
  if (parts === undefined) return null;
  const path = parts['path'] || '/';
  const search = parts['search'] ?? '';
  return isScreenPath(path) && isPlain(search) ? `${path}${search}` : null;
}

/** Whether the search decodes, and to text without control characters. */
function isPlain(search: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(search));
  } catch {
    return false;
  }
}
