// The tags of an XML text, each with its attributes and the text behind it; strict, so that nothing hides between them.

export interface Tag {
  /** An element that opens, or what XML has beside elements and an SVG picture does not need. */
  readonly kind: 'element' | 'processing instruction' | 'list of entities';
  readonly name: string;
  /** Entities of characters are read. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands between this tag and the next. */
  readonly text: string;
}

const NAME = '[A-Za-z_][\\w.:-]*';
const ATTRIBUTE = new RegExp(`\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'y');
const OPENING = new RegExp(`<(${NAME})`, 'y');
const END_OF_TAG = /\s*\/?>/y;
const CLOSING = new RegExp(`</${NAME}\\s*>`, 'y');
const COMMENT = /<!--(?:(?!--)[\s\S])*-->/y;
const CHARACTERS = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const DECLARATION = /<\?xml\s[^?]*\?>/y;
const INSTRUCTION = /<\?([\s\S]*?)\?>/y;
const DOCUMENT_TYPE = /<!DOCTYPE[^<>[]*>/iy;
const ENTITIES = /<!DOCTYPE/iy;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The tags that open elements, in order; null for text that is no well-kept XML. */
export function tagsOf(whole: string): Tag[] | null {
  const text = whole.replace(/^\uFEFF/, '');
  const tags: { kind: Tag['kind']; name: string; attributes: Map<string, string>; text: string }[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const addText = (found: string): void => {
    const last = tags.at(-1);
    if (last !== undefined) last.text += found;
  };
  while (at < text.length) {
    if (text[at] !== '<') {
      const end = text.indexOf('<', at);
      addText(characters(text.slice(at, end === -1 ? text.length : end)));
      at = end === -1 ? text.length : end;
      continue;
    }
    if (take(COMMENT) !== null || take(CLOSING) !== null || take(DOCUMENT_TYPE) !== null) continue;
    const quoted = take(CHARACTERS);
    if (quoted !== null) {
      addText(quoted[1] ?? '');
      continue;
    }
    if (take(DECLARATION) !== null) continue;
    if (take(INSTRUCTION) !== null) {
      tags.push({ kind: 'processing instruction', name: '', attributes: new Map(), text: '' });
      continue;
    }
    if (take(ENTITIES) !== null)
      return [...tags, { kind: 'list of entities', name: '', attributes: new Map(), text: '' }];
    const name = take(OPENING)?.[1];
    if (name === undefined) return null;
    const attributes = new Map<string, string>();
    for (let found = take(ATTRIBUTE); found !== null; found = take(ATTRIBUTE)) {
      attributes.set(found[1] ?? '', characters(found[2] ?? found[3] ?? ''));
    }
    if (take(END_OF_TAG) === null) return null;
    tags.push({ kind: 'element', name, attributes, text: '' });
  }
  return tags;
}

/** The text with its entities of characters read. */
function characters(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
