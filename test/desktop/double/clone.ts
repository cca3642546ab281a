// Values between a page and the main process: what the structured clone algorithm takes, as text, and its refusal of
// the rest in Electron's words. The function stands alone, because its source also runs inside pages.

export interface CloneCodec {
  /** Raises "An object could not be cloned." for functions, symbols, promises and objects of the platform. */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

export function cloneCodec(): CloneCodec {
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };
  const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);
  const isOfPlatform = (value: object): boolean => {
    for (
      let at: unknown = Object.getPrototypeOf(value);
      at !== null && at !== undefined;
      at = Object.getPrototypeOf(at)
    ) {
      const made: unknown = Object.getOwnPropertyDescriptor(at, 'constructor')?.value;
      if (typeof made !== 'function' || made === Object || made.name === 'Object') continue;
      if (/\[native code\]/.test(Function.prototype.toString.call(made))) return true;
    }
    return false;
  };
  const bytesToText = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  };
  const ERRORS = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];

  function encode(root: unknown): string {
    const seen = new Map<object, number>();
    const table: unknown[] = [];
    const fieldsOf = (value: object): unknown[] =>
      Object.keys(value).map((key) => [key, write((value as Record<string, unknown>)[key])]);
    const contentOf = (value: object): unknown[] => {
      if (Array.isArray(value)) return ['a', Array.from(value, write)];
      if (value instanceof Error || tagOf(value) === 'Error') {
        const { name, message, stack } = value as Error;
        return ['e', ERRORS.includes(name) ? name : 'Error', String(message), stack ?? null];
      }
      if (ArrayBuffer.isView(value)) {
        return [
          'v',
          tagOf(value),
          write(value.buffer),
          value.byteOffset,
          (value as Uint8Array).length ?? value.byteLength,
        ];
      }
      switch (tagOf(value)) {
        case 'Date':
          return ['d', (value as Date).getTime()];
        case 'RegExp':
          return ['x', (value as RegExp).source, (value as RegExp).flags];
        case 'Map':
          return ['m', [...(value as Map<unknown, unknown>)].map(([key, item]) => [write(key), write(item)])];
        case 'Set':
          return ['s', [...(value as Set<unknown>)].map(write)];
        case 'ArrayBuffer':
          return ['b', bytesToText(new Uint8Array(value as ArrayBuffer))];
        case 'Boolean':
        case 'Number':
        case 'String':
          return ['p', write(value.valueOf())];
        default:
          return isOfPlatform(value) ? refuse() : ['o', fieldsOf(value)];
      }
    };
    function write(value: unknown): unknown {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
      if (typeof value === 'number') {
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ['n', Object.is(value, -0) ? '-0' : String(value)];
      }
      if (value === undefined) return ['u'];
      if (typeof value === 'bigint') return ['i', String(value)];
      if (typeof value !== 'object') return refuse();
      const known = seen.get(value);
      if (known !== undefined) return ['r', known];
      const index = table.push(null) - 1;
      seen.set(value, index);
      table[index] = contentOf(value);
      return ['r', index];
    }
    return JSON.stringify({ root: write(root), table });
  }

  function decode(text: string): unknown {
    const { root, table } = JSON.parse(text) as { root: unknown; table: unknown[][] };
    const made = new Map<number, unknown>();
    const keep = <Value>(index: number, value: Value): Value => {
      made.set(index, value);
      return value;
    };
    const make = (index: number): unknown => {
      const [kind, first, second, third, fourth] = table[index] ?? [];
      const items = first as unknown[];
      switch (kind) {
        case 'a': {
          const list: unknown[] = keep(index, []);
          for (const item of items) list.push(read(item));
          return list;
        }
        case 'o': {
          const fields: Record<string, unknown> = keep(index, {});
          for (const [key, item] of items as [string, unknown][]) {
            Object.defineProperty(fields, key, {
              value: read(item),
              writable: true,
              enumerable: true,
              configurable: true,
            });
          }
          return fields;
        }
        case 'm': {
          const map = keep(index, new Map<unknown, unknown>());
          for (const [key, item] of items as [unknown, unknown][]) map.set(read(key), read(item));
          return map;
        }
        case 's': {
          const set = keep(index, new Set<unknown>());
          for (const item of items) set.add(read(item));
          return set;
        }
        case 'd':
          return keep(index, new Date(first as number));
        case 'x':
          return keep(index, new RegExp(first as string, second as string));
        case 'b':
          return keep(index, Uint8Array.from(atob(first as string), (letter) => letter.charCodeAt(0)).buffer);
        case 'v': {
          const View = (globalThis as unknown as Record<string, new (...parts: unknown[]) => unknown>)[first as string];
          return View === undefined ? refuse() : keep(index, new View(read(second), third, fourth));
        }
        case 'p':
          return keep(index, Object(read(first)));
        default: {
          const Made = (globalThis as unknown as Record<string, ErrorConstructor>)[first as string] ?? Error;
          const error = keep(index, new Made(second as string));
          if (typeof third === 'string') error.stack = third;
          return error;
        }
      }
    };
    function read(value: unknown): unknown {
      if (!Array.isArray(value)) return value;
      const [kind, content] = value as [string, unknown];
      if (kind === 'u') return undefined;
      if (kind === 'n') return Number(content);
      if (kind === 'i') return BigInt(content as string);
      const index = content as number;
      return made.has(index) ? made.get(index) : make(index);
    }
    return read(root);
  }

  return { encode, decode };
}
