// The preload script of the toy: shows its page what crosses the bridge, and how.
const { contextBridge, ipcRenderer, webUtils } = require('electron');

globalThis.preloadSecret = 'secret';
const tried = (call) => {
  try {
    return call();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};
class Point {
  constructor() {
    this.x = 1;
  }
  length() {
    return this.x;
  }
}
let listener = null;

const api = {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  sendSync: (channel, ...args) => ipcRenderer.sendSync(channel, ...args),
  sendFunction: () => tried(() => ipcRenderer.send('tell', () => 1)),
  invokeFunction: () => ipcRenderer.invoke('echo', () => 1),
  onEchoed: (listening) => ipcRenderer.on('echoed', (_event, ...args) => listening(...args)),
  leak: () => ipcRenderer,
  require: (name) => tried(() => typeof require(name)),
  electronMember: (name) => tried(() => typeof require('electron')[name]),
  pathOf: (file) => webUtils.getPathForFile(file),
  point: () => new Point(),
  throws: () => {
    throw Object.assign(new RangeError('out of range'), { secret: 'x' });
  },
  // A generator raises what it is told to, text included.
  throwsText: () => (function* nothing() {})().throw('text'),
  rejects: async () => {
    throw Object.assign(new RangeError('later'), { secret: 'x' });
  },
  cyclic: () => {
    const one = { name: 'one' };
    one.self = one;
    return one;
  },
  back: (given) => given,
  keep: (given) => {
    listener = given;
  },
  callKept: (...args) => listener(...args),
  kinds: () => ({
    date: new Date(5),
    map: new Map([['a', 1]]),
    bytes: new Uint8Array([1, 2]),
    big: 5n,
    error: new Error('told'),
  }),
  weak: () => new WeakMap(),
  nested: { list: [1, { deep: true }], answer: () => 42 },
  later: Promise.resolve({ done: true }),
};
contextBridge.exposeInMainWorld('toy', api);
api.again = tried(() => contextBridge.exposeInMainWorld('toy', {}));
contextBridge.exposeInMainWorld('toyAgain', { message: api.again });
