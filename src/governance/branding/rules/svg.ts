// Whether an SVG picture only draws: every tag of it is read, and what could run code or fetch something is refused.
import { CountinghouseError } from '../../../kernel/index.ts';
import type { PictureSize } from './pictures.ts';
import { tagsOf, type Tag } from './svg-tags.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Elements that draw or describe, by name without prefix. Whatever else there is (scripts, pages, media) is refused. */
const DRAWING = new Set(
  `svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textpath image
  lineargradient radialgradient stop pattern clippath mask marker style switch view filter feblend fecolormatrix
  fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap fedistantlight fedropshadow
  feflood fefunca fefuncb fefuncg fefuncr fegaussianblur femerge femergenode femorphology feoffset fepointlight
  fespecularlighting fespotlight fetile feturbulence`.split(/\s+/),
);

/** Namespaces of the Web itself, in which unknown elements could do something; those of drawing programs cannot. */
const WEB_NAMESPACE = /^https?:\/\/www\.w3\.org\/(?!1999\/02\/22-rdf-syntax-ns#)/;
const EMBEDDED_PICTURE = /^data:image\/(?:png|jpeg);base64,[a-z0-9+/=\s]*$/i;

/** The picture's size; null for text that is no SVG. Raises `bad_input` at `logo` for one that could do more than draw. */
export function svgSize(text: string): PictureSize | null {
  const tags = tagsOf(text);
  const root = tags?.[0];
  if (tags === null || root === undefined || localName(root.name) !== 'svg') return null;
  const spaces = namespacesOf(tags);
  if (!(spaces.get(prefixOf(root.name)) ?? []).every((space) => space === SVG)) return null;
  for (const tag of tags) requireHarmless(tag, spaces);
  return sizeOf(root);
}

function requireHarmless(tag: Tag, spaces: ReadonlyMap<string, readonly string[]>): void {
  if (tag.kind !== 'element') throw refusal(`a ${tag.kind}`);
  const uris = spaces.get(prefixOf(tag.name)) ?? [];
  const isForeign = prefixOf(tag.name) !== '' && uris.length > 0 && !uris.some((uri) => WEB_NAMESPACE.test(uri));
  if (!isForeign && !DRAWING.has(localName(tag.name))) throw refusal(`the element ${tag.name}`);
  for (const [name, value] of tag.attributes) {
    if (localName(name).startsWith('on')) throw refusal(`the script ${name}`);
    if (name === 'xmlns' && value !== SVG) throw refusal(`the namespace ${value.slice(0, 80)}`);
    if (['href', 'src', 'base'].includes(localName(name)) && !value.startsWith('#') && !EMBEDDED_PICTURE.test(value)) {
      throw refusal(`a link to ${value.slice(0, 40)}`);
    }
    requireHarmlessStyle(value);
  }
  if (localName(tag.name) === 'style') requireHarmlessStyle(tag.text);
}

/** Style may point within the picture alone. */
function requireHarmlessStyle(style: string): void {
  // An escape could spell anything that is looked for here.
  if (/url\s*\(|@import|expression\s*\(|javascript:|\\/i.test(style)) {
    const others = style.replace(/url\(\s*(["']?)#[^"'()\\]*\1\s*\)/gi, '');
    if (/url\s*\(|@import|expression\s*\(|javascript:|\\/i.test(others)) throw refusal('style that reaches outside it');
  }
}

/** Every namespace that each prefix is bound to anywhere in the picture; the empty prefix is the default one. */
function namespacesOf(tags: readonly Tag[]): Map<string, string[]> {
  const spaces = new Map<string, string[]>();
  for (const [name, value] of tags.flatMap(({ attributes }) => [...attributes])) {
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null;
    if (prefix !== null) spaces.set(prefix, [...(spaces.get(prefix) ?? []), value]);
  }
  return spaces;
}

function sizeOf(root: Tag): PictureSize {
  const [, , boxWidth, boxHeight] = (root.attributes.get('viewBox') ?? '').trim().split(/[\s,]+/);
  const widthPx = pixels(root.attributes.get('width')) ?? pixels(boxWidth);
  const heightPx = pixels(root.attributes.get('height')) ?? pixels(boxHeight);
  return widthPx === null || heightPx === null ? { widthPx: null, heightPx: null } : { widthPx, heightPx };
}

function pixels(length: string | undefined): number | null {
  const [, number] = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(length ?? '') ?? [];
  return number === undefined || Number(number) === 0 ? null : Math.ceil(Number(number));
}

function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function refusal(found: string): CountinghouseError {
  return new CountinghouseError('bad_input', {
    what: `The logo is an SVG with ${found}, which a picture does not need`,
    where: 'logo',
    fix: 'Export it as plain SVG, or as PNG',
  });
}
