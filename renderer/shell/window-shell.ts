// The shell of the desktop window: native dialogs through the desk, files and menu commands through the bridge.
import type { Bridge } from '../core/bridge-link.ts';
import { client } from '../core/client.ts';
import type { Shell } from './shell.ts';

export function windowShell(bridge: Bridge): Shell {
  return {
    isWindow: true,
    platform: bridge.platform,
    chooseFiles: (purpose) => client.desk.choose.mutate({ purpose }),
    handIn: (files) => Promise.all(files.map((file) => bridge.handIn(file))),
    exportReport: async (request) => {
      await client.desk.exportReport.mutate(request);
    },
    onCommand: (listener) => bridge.onCommand(listener),
  };
}
