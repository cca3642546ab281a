// Reads the size of a JPEG picture from its frame header (ITU T.81, B.2.2).
import type { PictureSize } from './pictures.ts';

const MARKER = 0xff;
const START_OF_IMAGE = 0xd8;
const START_OF_SCAN = 0xda;
/** C4, C8 and CC lie among the frame headers and are none. */
const NO_FRAMES = new Set([0xc4, 0xc8, 0xcc]);

/** The size; null for bytes that are no JPEG picture. */
export function jpegSize(bytes: Uint8Array): PictureSize | null {
  if (bytes[0] !== MARKER || bytes[1] !== START_OF_IMAGE) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === MARKER) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === MARKER) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN) return null;
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.has(marker)) {
      if (at + 9 > bytes.length) return null;
      const [heightPx, widthPx] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return heightPx > 0 && widthPx > 0 ? { widthPx, heightPx } : null;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
