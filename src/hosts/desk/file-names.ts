// Names of files that the desk proposes or makes up.
import { basename, extname } from 'node:path';

const LONGEST_NAME = 80;
/** Systems take 255, of which some go to what stands beside a file. */
const LONGEST_NAME_BYTES = 150;
/** What some system refuses in the name of a file. */
const REFUSED = /[\\/:*?"<>|\p{Cc}]+/gu;
/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name for a file of this name's ledger, good on every system; without an ending. */
export function fileNameOf(name: string): string {
  const plain = name
    .replace(REFUSED, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .replace(/^\.+|[. ]+$/g, '');
  return plain === '' || RESERVED.test(plain) ? 'ledger' : plain;
}

/** The name as it was given, kept from leading out of its folder and from being longer than a system takes. */
export function plainName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'));
  const letters = [...last].filter((letter) => letter >= ' ');
  while (Buffer.byteLength(letters.join('')) > LONGEST_NAME_BYTES) letters.shift();
  const plain = letters.join('');
  return plain === '' || plain === '.' || plain === '..' ? 'file' : plain;
}

/** A file's name without folder and ending. */
export function nameOf(path: string): string {
  return basename(path, extname(path));
}

/** `<ledger>-YYYY-MM-DD-HHMM.ledger`, in this machine's own time. */
export function backupName(ledger: string, at: number): string {
  const when = new Date(at * 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
  return `${nameOf(ledger)}-${day}-${two(when.getHours())}${two(when.getMinutes())}.ledger`;
}
