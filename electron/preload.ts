// Runs in the sandbox of a window, before its page: offers the bridge and nothing else.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, type BridgeOutcome, CHANNELS, type HandInOutcome, type ShellCommand } from './bridge.ts';
import { platform } from './platform.ts';

const itemListeners = new Map<number, (json: string) => void>();
const commandListeners = new Set<(command: ShellCommand) => void>();
/** Commands that came while nobody listened, such as between two screens. */
let unheard: ShellCommand[] = [];
let lastId = 0;

ipcRenderer.on(CHANNELS.item, (_event, id: number, json: string) => itemListeners.get(id)?.(json));
ipcRenderer.on(CHANNELS.command, (_event, command: ShellCommand) => {
  if (commandListeners.size === 0) unheard.push(command);
  for (const listener of commandListeners) listener(command);
});

const bridge: Bridge = {
  call: ({ path, type, input }, onItem) => {
    lastId += 1;
    const id = lastId;
    if (onItem !== undefined) itemListeners.set(id, onItem);
    const answer: Promise<BridgeOutcome> = ipcRenderer.invoke(CHANNELS.call, { id, path, type, input });
    const outcome = answer.finally(() => itemListeners.delete(id));
    return { outcome, cancel: () => ipcRenderer.send(CHANNELS.cancel, id) };
  },
  handIn: async (file) => {
    const answer: HandInOutcome = await ipcRenderer.invoke(CHANNELS.handIn, webUtils.getPathForFile(file));
    if (!answer.isOk) throw new Error(answer.what);
    return answer.file;
  },
  onCommand: (listener) => {
    commandListeners.add(listener);
    const kept = unheard;
    unheard = [];
    for (const command of kept) listener(command);
    ipcRenderer.send(CHANNELS.listening);
    return () => {
      commandListeners.delete(listener);
    };
  },
  platform: platform(),
};

contextBridge.exposeInMainWorld('countinghouse', bridge);
