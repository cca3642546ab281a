// Pictures of charts as files: SVG as it is, PNG at twice the size.
import { type Picture, pictureOf } from './svg-picture.ts';

const SCALE = 2;
const BASIC_LATIN = /U\+0+-0*FF\b/i;

export type PictureFormat = 'svg' | 'png';

/** Makes the picture of a chart and hands it to the browser as a download. */
export async function savePicture(
  element: HTMLElement,
  { title, fileName, format }: { readonly title: string; readonly fileName: string; readonly format: PictureFormat },
): Promise<void> {
  const picture = pictureOf(element, title, await fontRule());
  const blob = format === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await pngOf(picture);
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fileName}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture could not be made')) : resolve(blob)));
  });
}

/** The screen's font as a rule that carries its file inside; empty where it cannot be had. */
async function fontRule(): Promise<string> {
  try {
    const rule = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules].map((of) => ({ of, base: sheet.href ?? document.baseURI })))
      .find(({ of }) => of instanceof CSSFontFaceRule && BASIC_LATIN.test(of.style.getPropertyValue('unicode-range')));
    if (!(rule?.of instanceof CSSFontFaceRule)) return '';
    const file = /url\("?([^")]+)"?\)/.exec(rule.of.style.getPropertyValue('src'))?.[1];
    if (file === undefined) return '';
    const response = await fetch(new URL(file, rule.base));
    const data = await dataUrlOf(await response.blob());
    const family = rule.of.style.getPropertyValue('font-family');
    return `@font-face{font-family:${family};font-weight:100 900;src:url(${data})}`;
  } catch {
    return '';
  }
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}
