// The currency that a company most likely reports in: the one its own files name most often.
import { open } from 'node:fs/promises';
import { CountinghouseError, type Currency, currency } from '../kernel/index.ts';

/** Enough to see hundreds of prices and invoices; the rest of a file says the same. */
const BYTES_READ = 262_144;

/** The most frequent `currency` at the start of the files; null when they name none. Unreadable files are left out. */
export async function guessCurrency(paths: readonly string[]): Promise<Currency | null> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    for (const [, code = ''] of (await startOf(path)).matchAll(/"currency"\s*:\s*"([a-z]{3})"/g)) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  return ranked.map(([code]) => known(code)).find((code) => code !== null) ?? null;
}

async function startOf(path: string): Promise<string> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return '';
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BYTES_READ), 0, BYTES_READ, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } catch {
    return '';
  } finally {
    await file.close();
  }
}

function known(code: string): Currency | null {
  try {
    return currency(code);
  } catch (error) {
    if (error instanceof CountinghouseError) return null;
    throw error;
  }
}
