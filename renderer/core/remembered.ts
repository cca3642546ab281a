// Small choices that this browser or window remembers; where storage is denied they last as long as the page.

/** The text remembered under the name; null where there is none. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(nameOf(name));
  } catch {
    return null;
  }
}

/** Remembers the text under the name. */
export function remember(name: string, text: string): void {
  try {
    localStorage.setItem(nameOf(name), text);
  } catch {
    // Without storage there is nothing to remember it in.
  }
}

function nameOf(name: string): string {
  return `countinghouse-${name}`;
}
