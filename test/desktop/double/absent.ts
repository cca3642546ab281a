// What the double does not have is refused by name, so that no test passes because something silently did nothing.
import { EventEmitter } from 'node:events';

/** Names that the language itself asks objects for. */
const OF_THE_LANGUAGE: ReadonlySet<PropertyKey> = new Set([
  'then',
  'toJSON',
  'constructor',
  'inspect',
  'nodeType',
  'asymmetricMatch',
  '$$typeof',
]);

export class NotDoubled extends Error {
  override readonly name = 'NotDoubled';

  constructor(what: string) {
    super(`the double has no ${what}`);
  }
}

/** The same object, which raises an error that names what it was asked for and does not have. */
export function only<Value extends object>(name: string, value: Value): Value {
  return new Proxy(value, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || OF_THE_LANGUAGE.has(key))
        return Reflect.get(target, key, receiver);
      throw new NotDoubled(`${name}.${key}`);
    },
    set(target, key, written, receiver) {
      if (typeof key === 'symbol' || key in target) return Reflect.set(target, key, written, receiver);
      throw new NotDoubled(`${name}.${key} to be set`);
    },
  });
}

/** A whole module of Electron that is not there. */
export function absent(name: string): object {
  const refuse = (): never => {
    throw new NotDoubled(name);
  };
  return new Proxy(refuse, {
    construct: refuse,
    get: (_target, key) => {
      if (typeof key === 'symbol' || OF_THE_LANGUAGE.has(key)) return undefined;
      throw new NotDoubled(`${name}.${key}`);
    },
  });
}

/** Raises an error that names the first option that is not among the known ones. */
export function requireKnown(what: string, options: object, known: ReadonlySet<string>): void {
  const unknown = Object.keys(options).find((name) => !known.has(name));
  if (unknown !== undefined) throw new NotDoubled(`${what} ${unknown}`);
}

const names = new WeakMap<object, string>();

/** An emitter of a closed set of events; a subscription to another one is refused by name, and so is any other member. */
export class KnownEvents extends EventEmitter {
  readonly #what: string;
  readonly #events: ReadonlySet<string | symbol>;

  constructor(what: string, events: readonly string[]) {
    super();
    this.#what = what;
    names.set(this, what);
    this.#events = new Set<string | symbol>([...events, 'newListener', 'removeListener']);
    this.setMaxListeners(100);
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    this.#require(event);
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override addListener(event: string | symbol, listener: (...args: never[]) => void): this {
    return this.on(event, listener);
  }

  override once(event: string | symbol, listener: (...args: never[]) => void): this {
    this.#require(event);
    return super.once(event, listener as (...args: unknown[]) => void);
  }

  override prependListener(event: string | symbol, listener: (...args: never[]) => void): this {
    this.#require(event);
    return super.prependListener(event, listener as (...args: unknown[]) => void);
  }

  #require(event: string | symbol): void {
    if (!this.#events.has(event)) throw new NotDoubled(`event '${String(event)}' of ${this.#what}`);
  }
}

// What neither the emitter nor a subclass of it has is looked for here, at the end of the chain, and refused.
Object.setPrototypeOf(
  KnownEvents.prototype,
  new Proxy(EventEmitter.prototype, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || OF_THE_LANGUAGE.has(key))
        return Reflect.get(target, key, receiver);
      throw new NotDoubled(`${names.get(receiver as object) ?? 'emitter'}.${key}`);
    },
    set(target, key, value, receiver) {
      const isOfEmitters = typeof key === 'symbol' || key.startsWith('_');
      if (isOfEmitters) return Reflect.set(target, key, value, receiver);
      throw new NotDoubled(`${names.get(receiver as object) ?? 'emitter'}.${key} to be set`);
    },
  }),
);

/** What listeners are handed first: they may prevent what would follow. */
export interface Preventable {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventable<Fields extends object>(fields: Fields): Fields & Preventable {
  const event = {
    ...fields,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
