// Who may speak over the bridge: the main frame of our own window, at one of our own pages.
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { isOwnPage } from './own-addresses.ts';

/** Whether the message comes from our own page. To be asked at once: a frame that goes away loses its name. */
export function isFromOwnPage(
  event: IpcMainInvokeEvent | IpcMainEvent,
  isOwnWindow: (contents: WebContents) => boolean,
) {
  const { sender, senderFrame } = event;
  return isOwnWindow(sender) && senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url);
}
