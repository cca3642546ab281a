// Addresses of the program's own schemes, and where Chromium finds them. Chromium opens no page of a scheme that it does
// not know, so `app://countinghouse/x` lies at `https://countinghouse.app.electron-double.invalid/x`, which nothing
// answers but the double. The main process sees the addresses of its own scheme everywhere. What differs from Electron:
// scripts in the page read the https address in `location` and `origin`, and an address with the scheme written out in
// the page (`fetch('app://…')`) leads nowhere.

const RESERVED = '.electron-double.invalid';

interface Privileges {
  readonly [name: string]: boolean | undefined;
}

const schemes = new Set<string>();

export function registerScheme(scheme: string, privileges: Privileges): void {
  if (privileges['standard'] !== true || privileges['secure'] !== true) {
    throw new Error(`the double has no schemes that are not both standard and secure, as ${scheme} is not`);
  }
  schemes.add(scheme);
}

export function isRegistered(scheme: string): boolean {
  return schemes.has(scheme);
}

/** Where Chromium finds the address. */
export function toChromium(address: string): string {
  const url = URL.parse(address);
  if (url === null || !schemes.has(url.protocol.slice(0, -1))) return address;
  const rest = address.slice(address.indexOf('://') + 3 + url.host.length);
  return `https://${url.host}.${url.protocol.slice(0, -1)}${RESERVED}${rest}`;
}

/** The address as the main process knows it. */
export function fromChromium(address: string): string {
  return address.replace(
    new RegExp(`https://([^/?#]*)\\.([a-z][a-z0-9+-]*)${RESERVED.replaceAll('.', '\\.')}`, 'g'),
    (_all, host: string, scheme: string) => `${scheme}://${host}`,
  );
}
