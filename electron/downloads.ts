// Downloads: none, but for pictures that one of our own pages drew, which a native dialog asks where to put.
import { basename, extname } from 'node:path';
import type { Session } from 'electron';
import { isOwnBlob } from './own-addresses.ts';
import type { OnDenied } from './safety.ts';

const PICTURES: Readonly<Record<string, string>> = { '.png': 'PNG picture', '.svg': 'SVG picture' };

/** To be called once, before a window opens. */
export function shutDownloads(own: Session, onDenied: OnDenied): void {
  own.on('will-download', (event, item) => {
    const name = basename(item.getFilename());
    const extension = extname(name);
    const picture = PICTURES[extension];
    if (picture === undefined || !isOwnBlob(item.getURL())) {
      event.preventDefault();
      onDenied('download', 'A download was stopped');
      return;
    }
    item.setSaveDialogOptions({
      title: 'Save Picture',
      defaultPath: name,
      filters: [{ name: picture, extensions: [extension.slice(1)] }],
    });
  });
}
