// The addresses of our own pages: the one place that a window may ever be at.

export const SCHEME = 'app';
export const HOST = 'countinghouse';
const ORIGIN = `${SCHEME}://${HOST}`;
export const FIRST_PAGE = `${ORIGIN}/`;

export function isOwnPage(url: string): boolean {
  return url.startsWith(FIRST_PAGE);
}

/** Whether the address is of what one of our own pages made itself, such as the picture of a chart. */
export function isOwnBlob(url: string): boolean {
  return url.startsWith(`blob:${ORIGIN}/`);
}
