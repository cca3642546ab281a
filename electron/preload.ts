// Runs in the sandbox of a window, before its page: offers the bridge and nothing else.
import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, CHANNELS } from './bridge.ts';

const listeners = new Map<number, (json: string) => void>();
let lastId = 0;

ipcRenderer.on(CHANNELS.item, (_event, id: number, json: string) => listeners.get(id)?.(json));

const bridge: Bridge = {
  call: ({ path, type, input }, onItem) => {
    lastId += 1;
    const id = lastId;
    if (onItem !== undefined) listeners.set(id, onItem);
    const outcome = ipcRenderer.invoke(CHANNELS.call, { id, path, type, input }).finally(() => listeners.delete(id));
    return { outcome, cancel: () => ipcRenderer.send(CHANNELS.cancel, id) };
  },
};

contextBridge.exposeInMainWorld('countinghouse', bridge);
