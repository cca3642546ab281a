// What a logo may be: a PNG, JPEG or SVG picture by its bytes, whatever it is called, of at most 256 KiB.
import { CountinghouseError } from '../../../kernel/index.ts';
import { jpegSize } from './jpeg.ts';
import { svgSize } from './svg.ts';

export const LOGO_LIMIT_BYTES = 262_144;
export const MEDIA_TYPES = ['image/png', 'image/jpeg', 'image/svg+xml'] as const;

/** Pictures that are larger unpacked would stall whoever draws them. */
const SIDE_LIMIT_PX = 4_096;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_HEADER_BYTES = 24;

export interface PictureSize {
  /** Null for an SVG picture without a size of its own. */
  readonly widthPx: number | null;
  readonly heightPx: number | null;
}

export interface Picture extends PictureSize {
  readonly mediaType: (typeof MEDIA_TYPES)[number];
}

/** What the bytes are. Raises `bad_input` at `logo` for what is no such picture, is too large, or could run code. */
export function pictureOf(bytes: Uint8Array): Picture {
  if (bytes.length > LOGO_LIMIT_BYTES) {
    throw refusal(
      `The logo has ${Math.ceil(bytes.length / 1024)} KiB; at most ${LOGO_LIMIT_BYTES / 1024} KiB are taken`,
      'Save it smaller, or as SVG',
    );
  }
  const picture = recognized(bytes);
  if (picture === null) throw refusal('The logo is no PNG, JPEG or SVG picture', 'Choose another file');
  const isDrawn = picture.mediaType === 'image/svg+xml';
  if (!isDrawn && Math.max(picture.widthPx ?? 1, picture.heightPx ?? 1) > SIDE_LIMIT_PX) {
    throw refusal(`The logo is wider or higher than ${SIDE_LIMIT_PX} pixels`, 'Save it smaller, or as SVG');
  }
  return picture;
}

function recognized(bytes: Uint8Array): Picture | null {
  const png = pngSize(bytes);
  if (png !== null) return { mediaType: 'image/png', ...png };
  const jpeg = jpegSize(bytes);
  if (jpeg !== null) return { mediaType: 'image/jpeg', ...jpeg };
  const text = utf8(bytes);
  const svg = text === null ? null : svgSize(text);
  return svg === null ? null : { mediaType: 'image/svg+xml', ...svg };
}

/** The size in the header of a PNG picture (W3C PNG, 11.2.2 IHDR); null for other bytes. */
function pngSize(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < PNG_HEADER_BYTES || PNG_SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isHeaderFirst = view.getUint32(12) === 0x49484452;
  const [widthPx, heightPx] = [view.getUint32(16), view.getUint32(20)];
  return isHeaderFirst && widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : null;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refusal(what: string, fix: string): CountinghouseError {
  return new CountinghouseError('bad_input', { what, where: 'logo', fix });
}
