// Runs in the preload script's world, before the page: gives the script what a sandboxed preload script has of Electron
// and of Node, and carries messages between it and the main process.

/** `post` sends text to the main process; `run` is the preload script as a function of what is in its scope. */
export function preloadWorld({ receiver, hear, tell, post, crossing, codec, run, options }) {
  const say = (message) => post(JSON.stringify({ ...message, url: window.location.href }));
  const waiting = new Map();
  let lastId = 0;

  const named = (name, value) =>
    new Proxy(value, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON') return target[key];
        throw new Error(`the double has no ${name}.${key}`);
      },
    });

  /** Stops the world until the main process answered; the stop is a debugger's, put in where the comment is. */
  function doubleAsksNow(question, file) {
    const answered = { text: null };
    /* stop */
    return answered.text ?? unanswered(question, file);
  }
  const unanswered = (question, file) => {
    throw new Error(`the double: ${question} ${file?.name ?? ''} was not answered at once`);
  };
  const askNow = (question, file) => {
    const { isOk, message, value } = JSON.parse(doubleAsksNow(JSON.stringify(question), file));
    if (!isOk) throw new Error(message);
    return value;
  };
  const askLater = (message) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      say({ ...message, id: lastId });
    });

  const emitter = (target) => {
    const listeners = new Map();
    const add = (event, listener, isOnce, isFirst = false) => {
      const entry = { listener, isOnce };
      const present = listeners.get(event) ?? [];
      listeners.set(event, isFirst ? [entry, ...present] : [...present, entry]);
      return target;
    };
    const remove = (event, listener) => {
      const present = listeners.get(event) ?? [];
      const at = present.findLastIndex((entry) => entry.listener === listener);
      if (at >= 0) listeners.set(event, present.toSpliced(at, 1));
      return target;
    };
    return Object.assign(target, {
      on: (event, listener) => add(event, listener, false),
      addListener: (event, listener) => add(event, listener, false),
      once: (event, listener) => add(event, listener, true),
      prependListener: (event, listener) => add(event, listener, false, true),
      off: remove,
      removeListener: remove,
      removeAllListeners: (event) => {
        if (event === undefined) listeners.clear();
        else listeners.delete(event);
        return target;
      },
      listenerCount: (event) => (listeners.get(event) ?? []).length,
      emit: (event, ...given) => {
        const present = listeners.get(event) ?? [];
        for (const { listener, isOnce } of present) {
          if (isOnce) remove(event, listener);
          listener.apply(target, given);
        }
        return present.length > 0;
      },
    });
  };

  const encoded = (given) => codec.encode(given);
  const ipcRenderer = emitter({
    send: (channel, ...given) => say({ kind: 'send', channel, arguments: encoded(given) }),
    invoke: async (channel, ...given) => {
      const { error, result } = await askLater({ kind: 'invoke', channel, arguments: encoded(given) });
      if (error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${error}`);
      return codec.decode(result);
    },
    sendSync: (channel, ...given) =>
      codec.decode(askNow({ kind: 'sendSync', channel, arguments: encoded(given), url: window.location.href })),
  });

  const other = crossing({
    hear,
    tell,
    performers: {
      isEmptied: (value) => value === ipcRenderer || value === doubledIpc,
      permission: (asked) => askLater({ kind: 'permission', ...asked }).then(({ isGranted }) => isGranted),
      checkNow: (asked) => askNow({ kind: 'checkNow', ...asked, url: window.location.href }),
      readClipboard: () => askLater({ kind: 'readClipboard' }).then(({ text }) => text),
      writeClipboard: (text) => askLater({ kind: 'writeClipboard', text }).then(() => undefined),
      node: ({ name }) => nodeModule(name),
    },
  });

  const contextBridge = {
    exposeInMainWorld: (key, api) => {
      if (!options.contextIsolation) {
        throw new Error('contextBridge API can only be used when contextIsolation is enabled');
      }
      other.ask('expose', { key, api });
    },
  };
  const webUtils = {
    getPathForFile: (file) => {
      if (!(file instanceof File)) {
        throw new TypeError('Failed to execute getPathForFile on webUtils: The argument must be a File');
      }
      return askNow({ kind: 'pathOfFile' }, file);
    },
  };
  const doubledIpc = named('ipcRenderer', ipcRenderer);
  const electron = named('electron in a sandboxed preload script', {
    contextBridge: named('contextBridge', contextBridge),
    ipcRenderer: doubledIpc,
    webUtils: named('webUtils', webUtils),
  });

  /** What Node gives a preload script outside the sandbox: the functions of a module, called in the main process. */
  function nodeModule(name) {
    const names = askNow({ kind: 'nodeNames', name });
    return Object.fromEntries(
      names.map((member) => [member, (...given) => askNow({ kind: 'node', name, member, given })]),
    );
  }
  const hasNode = !options.sandbox;
  const preloadRequire = (name) => {
    if (name === 'electron' || name === 'electron/renderer' || name === 'electron/common') return electron;
    if (hasNode) return nodeModule(name);
    if (/^(?:node:)?(?:events|timers|url)$/.test(name))
      throw new Error(`the double has no module ${name} for a preload script`);
    throw new Error(`module not found: ${name}`);
  };
  const preloadProcess = named('process in a preload script', {
    type: 'renderer',
    sandboxed: options.sandbox,
    contextIsolated: options.contextIsolation,
    platform: options.platform,
    arch: options.arch,
    versions: options.versions,
    env: options.env,
    ...(hasNode ? { binding: () => ({}), cwd: () => '/', exit: () => undefined } : {}),
  });

  Object.defineProperty(globalThis, receiver, {
    value: (text) => {
      const message = JSON.parse(text);
      if (message.kind === 'message') {
        const event = { sender: doubledIpc, ports: [] };
        ipcRenderer.emit(message.channel, event, ...codec.decode(message.arguments));
        return undefined;
      }
      if (message.kind === 'scope') return { require: preloadRequire, process: preloadProcess, ...electron };
      const answer = waiting.get(message.id);
      waiting.delete(message.id);
      answer?.resolve(message);
      return undefined;
    },
  });

  window.addEventListener(
    'keydown',
    (event) => {
      const { key, code, ctrlKey, shiftKey, altKey, metaKey, isTrusted } = event;
      // The page comes first: a key that it took for itself never reaches the menu.
      if (isTrusted) {
        window.setTimeout(() => {
          if (!event.defaultPrevented) say({ kind: 'key', key, code, ctrlKey, shiftKey, altKey, metaKey });
        });
      }
    },
    true,
  );
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const tellScheme = () => say({ kind: 'scheme', isDark: dark.matches });
  dark.addEventListener('change', tellScheme);
  tellScheme();

  const exports = {};
  try {
    run(preloadRequire, preloadProcess, exports, { exports }, undefined, globalThis, undefined, undefined);
  } catch (error) {
    say({ kind: 'preloadError', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
