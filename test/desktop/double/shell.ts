// What the program asks of the desktop around it. Nothing is really opened; an address only where the test expects it.
import { only } from './absent.ts';
import { onCommand, problem, tell } from './seat.ts';

const expected = new Set<string>();
onCommand('expectExternal', ({ url }: { url: string }) => expected.add(url));

export const shell = only('shell', {
  openExternal: async (url: string): Promise<void> => {
    tell('external', { url });
    if (expected.delete(url)) return;
    problem(`an address that the test did not expect was opened outside: ${url}`);
    throw new Error(`the double opens nothing outside: ${url}`);
  },
  showItemInFolder: (path: string): void => tell('shownInFolder', { path }),
  beep: (): void => undefined,
});
