// A chart as a picture that stands alone: its drawings and words with the styles they have on the screen.

const SPACE = 16;
const TITLE_HEIGHT = 28;

/** What a drawing takes from style sheets; a picture that stands alone has none. */
const DRAWN = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'visibility',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
] as const;

const SVG = 'http://www.w3.org/2000/svg';

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The drawings and words inside an element as one SVG, under a title and on the background as shown.
 * `fontRule` is a style rule that brings the font along; empty for the reader's own fonts.
 */
export function pictureOf(element: HTMLElement, title: string, fontRule: string): Picture {
  const frame = element.getBoundingClientRect();
  const width = Math.ceil(frame.width) + 2 * SPACE;
  const height = Math.ceil(frame.height) + 2 * SPACE + TITLE_HEIGHT;
  const body = getComputedStyle(document.body);
  const picture = make('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
  if (fontRule !== '') picture.append(make('style', {}, fontRule));
  picture.append(make('title', {}, title));
  picture.append(make('rect', { width, height, fill: body.backgroundColor }));
  picture.append(
    make(
      'text',
      {
        x: SPACE,
        y: SPACE + 14,
        fill: body.color,
        'font-family': body.fontFamily,
        'font-size': 14,
        'font-weight': 600,
      },
      title,
    ),
  );
  const at = (left: number, top: number) => ({
    x: round(left - frame.left + SPACE),
    y: round(top - frame.top + SPACE + TITLE_HEIGHT),
  });
  for (const drawing of element.querySelectorAll<SVGSVGElement>('svg')) {
    if (drawing.parentElement?.closest('svg') || !isShown(drawing)) continue;
    const { left, top, width: across, height: down } = drawing.getBoundingClientRect();
    const copy = styledCopy(drawing);
    for (const [name, value] of Object.entries({ ...at(left, top), width: across, height: down })) {
      copy.setAttribute(name, String(value));
    }
    picture.append(copy);
  }
  for (const words of wordsIn(element)) picture.append(textOf(words, at));
  return { svg: new XMLSerializer().serializeToString(picture), width, height };
}

/** The words outside the drawings that can be seen, number by number where they are cut at their decimal point. */
function* wordsIn(element: HTMLElement): Generator<Text | HTMLDataElement> {
  for (const number of element.querySelectorAll<HTMLDataElement>('data')) if (isShown(number)) yield number;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null || node.data.trim() === '') continue;
    if (parent.closest('svg, data') === null && isShown(parent)) yield node;
  }
}

function textOf(
  words: Text | HTMLDataElement,
  at: (left: number, top: number) => { x: number; y: number },
): SVGElement {
  const range = document.createRange();
  range.selectNodeContents(words);
  const { left, top, height } = range.getBoundingClientRect();
  const style = getComputedStyle(words instanceof Text ? (words.parentElement ?? document.body) : words);
  const { x, y } = at(left, top + height * 0.76);
  return make(
    'text',
    {
      x,
      y,
      fill: style.color,
      'font-family': style.fontFamily,
      'font-size': style.fontSize,
      'font-weight': style.fontWeight,
    },
    words.textContent,
  );
}

/** A copy of the drawing whose every part carries its styles itself. */
function styledCopy(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((part, place) => {
    const original = originals[place];
    if (original === undefined) return;
    const style = getComputedStyle(original);
    for (const name of DRAWN) {
      const value = style.getPropertyValue(name);
      if (value !== '') part.setAttribute(name, value);
    }
    for (const name of ['class', 'style', 'tabindex', 'role']) part.removeAttribute(name);
  });
  return copy;
}

function make(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute !== 'xmlns') element.setAttribute(attribute, String(value));
  }
  element.textContent = text;
  return element;
}

function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
