// Runs in both worlds of a page: carries values between them by the rules of Electron's contextBridge. Functions and
// promises are proxied, errors keep their message alone, plain objects and arrays are walked and lose their prototype,
// and everything else is cloned or refused. The worlds speak by events of names that only the double knows.

/** `hear` and `tell` are the names of this world's and of the other's events; `performers` answer what is asked here. */
export function crossing({ hear, tell, performers }) {
  const { CustomEvent: Carrier, structuredClone: cloned } = window;
  const dispatch = window.dispatchEvent.bind(window);
  const functions = new Map();
  const idsOfFunctions = new WeakMap();
  const proxies = new WeakMap();
  const settling = new Map();
  const answers = new Map();
  let lastId = 0;

  const nextId = () => {
    lastId += 1;
    return lastId;
  };

  window.addEventListener(
    hear,
    (event) => {
      event.stopImmediatePropagation();
      const message = event.detail;
      if (message === null) return;
      if (message.kind === 'answer') answers.set(message.id, message);
      else dispatch(new Carrier(tell, { detail: { ...perform(message), kind: 'answer', id: message.id } }));
    },
    true,
  );

  /** Asks the other world and returns its answer, raising what it raised. */
  function ask(kind, fields) {
    const id = nextId();
    dispatch(new Carrier(tell, { detail: { ...fields, kind, id } }));
    const answer = answers.get(id);
    answers.delete(id);
    if (answer === undefined) throw new Error(`the double: the other world did not answer "${kind}"`);
    if (!answer.isOk) throw answer.isTypeError ? new TypeError(answer.message) : new Error(answer.message);
    return read(answer.value, []);
  }

  function perform(message) {
    try {
      return { isOk: true, value: write(perform1(message)) };
    } catch (error) {
      const isSaid = typeof error === 'object' && error !== null && typeof error.message === 'string';
      const unsaid =
        'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.';
      return { isOk: false, message: isSaid ? error.message : unsaid, isTypeError: false };
    }
  }

  function perform1(message) {
    if (message.kind === 'call') {
      const called = functions.get(message.called);
      return called(...message.arguments.map((argument) => read(argument, [])));
    }
    if (message.kind === 'settle') {
      const { resolve, reject } = settling.get(message.promise);
      settling.delete(message.promise);
      (message.isKept ? resolve : reject)(read(message.value, []));
      return undefined;
    }
    return performers[message.kind](read(message.value, []));
  }

  function write(root) {
    const seen = new Map();
    const walk = (value, depth) => {
      if (depth >= 1000) {
        throw new TypeError(
          'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
        );
      }
      if (typeof value === 'symbol') throw new Error('the double has no symbols that cross the contextBridge');
      if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return { kind: 'value', value };
      if (seen.has(value)) return { kind: 'again', index: seen.get(value) };
      seen.set(value, seen.size);
      if (typeof value === 'function') return { kind: 'function', ...writtenFunction(value) };
      if (value instanceof Promise) return { kind: 'promise', promise: carried(value) };
      if (performers.isEmptied?.(value)) return { kind: 'object', fields: [] };
      const tag = Object.prototype.toString.call(value).slice(8, -1);
      if (value instanceof Error || tag === 'Error') return { kind: 'error', message: String(value.message) };
      if (typeof Element === 'function' && value instanceof Element) {
        throw new Error('the double has no elements that cross the contextBridge');
      }
      if (Array.isArray(value)) return { kind: 'array', items: Array.from(value, (item) => walk(item, depth + 1)) };
      if (/^(?:Date|RegExp|Map|Set|ArrayBuffer|DataView|.*Array|Boolean|Number|String|BigInt|File|Blob)$/.test(tag)) {
        return { kind: 'value', value: clonable(value) };
      }
      if (/^(?:WeakMap|WeakSet|WeakRef|SharedArrayBuffer|Module|.* Iterator|Generator)$/.test(tag))
        return clonable(value);
      return {
        kind: 'object',
        fields: Object.keys(value).map((key) => [key, walk(value[key], depth + 1)]),
      };
    };
    return walk(root, 0);
  }

  function clonable(value) {
    try {
      return cloned(value);
    } catch {
      throw new Error('An object could not be cloned.');
    }
  }

  function writtenFunction(value) {
    const original = proxies.get(value);
    if (original !== undefined) return { own: original };
    const known = idsOfFunctions.get(value) ?? nextId();
    idsOfFunctions.set(value, known);
    functions.set(known, value);
    return { called: known };
  }

  function carried(promise) {
    const id = nextId();
    const settle = (isKept) => (value) => {
      let written;
      try {
        written = write(value);
      } catch {
        // As with Electron, a promise whose result cannot cross stays open.
        return;
      }
      dispatch(new Carrier(tell, { detail: { kind: 'settle', id: nextId(), promise: id, isKept, value: written } }));
    };
    // The other world must know of the promise before it is settled, which happens on a later turn at the earliest.
    promise.then(settle(true), settle(false));
    return id;
  }

  function read(written, made) {
    switch (written.kind) {
      case 'value':
        if (written.value !== null && typeof written.value === 'object') made.push(written.value);
        return written.value;
      case 'again':
        return made[written.index];
      case 'error':
        return kept(made, new Error(written.message));
      case 'function':
        return kept(made, written.own === undefined ? proxyOf(written.called) : functions.get(written.own));
      case 'promise':
        return kept(
          made,
          new Promise((resolve, reject) => {
            settling.set(written.promise, { resolve, reject });
          }),
        );
      case 'array': {
        const list = kept(made, []);
        for (const item of written.items) list.push(read(item, made));
        return list;
      }
      default: {
        const fields = kept(made, {});
        for (const [key, value] of written.fields) fields[key] = read(value, made);
        return fields;
      }
    }
  }

  function kept(made, value) {
    made.push(value);
    return value;
  }

  function proxyOf(id) {
    const proxy = (...given) => ask('call', { called: id, arguments: given.map((argument) => write(argument)) });
    proxies.set(proxy, id);
    return proxy;
  }

  return { ask: (kind, value) => ask(kind, { value: write(value) }) };
}
