// What is recognized as a picture, and the SVG that is refused because it could do more than draw.
import { describe, expect, test } from 'vitest';
import { pictureOf } from './pictures.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const svg = (inside: string, attributes = '') =>
  bytes(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );

/** A JPEG's beginning: an application segment, then a frame header of 640 by 480. */
const JPEG = new Uint8Array([
  ...[0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x4a, 0x46],
  ...[0xff, 0xc4, 0x00, 0x03, 0x00],
  ...[0xff, 0xc2, 0x00, 0x0b, 0x08, 0x01, 0xe0, 0x02, 0x80, 0x01, 0x01, 0x11, 0x00],
]);

function png(width: number, height: number): Uint8Array {
  const picture = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(picture);
  picture.write('IHDR', 12, 'latin1');
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return picture;
}

describe('pictures', () => {
  test('are told by their bytes', () => {
    expect(pictureOf(png(300, 80))).toEqual({ mediaType: 'image/png', widthPx: 300, heightPx: 80 });
    expect(pictureOf(JPEG)).toEqual({ mediaType: 'image/jpeg', widthPx: 640, heightPx: 480 });
    expect(pictureOf(svg('<path d="M0 0"/>', 'width="12.5" height="8px"'))).toEqual({
      mediaType: 'image/svg+xml',
      widthPx: 13,
      heightPx: 8,
    });
    expect(pictureOf(svg('', 'width="100%" height="100%"'))).toMatchObject({ widthPx: null, heightPx: null });
  });

  test('that are too large to unpack, cut off or something else are refused', () => {
    for (const bad of [
      png(40_000, 1),
      png(0, 1),
      JPEG.subarray(0, 12),
      bytes('%PDF-1.7'),
      new Uint8Array([0xff, 0xfe]),
    ]) {
      expect(() => pictureOf(bad)).toThrow(expect.objectContaining({ code: 'bad_input', where: 'logo' }));
    }
  });
});

describe('SVG', () => {
  test.each([
    [
      'a gradient',
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#000"/></linearGradient></defs><rect fill="url(#g)"/>',
    ],
    ['a use', '<symbol id="s"><circle r="2"/></symbol><use xlink:href="#s"/>'],
    ['a style within it', '<style>.a{fill:url("#g");clip-path:url(#c)}</style><g class="a" style="fill:#123456"/>'],
    ['an embedded picture', '<image href="data:image/png;base64,iVBORw0KGgo="/>'],
    ['text with entities', '<text>A &amp; B &#169; &#x41;</text><!-- a comment --><title><![CDATA[A < B]]></title>'],
    [
      'what drawing programs leave',
      '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"><cc:Work rdf:about=""/></rdf:RDF></metadata><sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" id="n"/>',
    ],
  ])('with %s is a picture', (_, inside) => {
    expect(pictureOf(svg(inside)).mediaType).toBe('image/svg+xml');
  });

  test('may begin with a declaration and a document type', () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg xmlns="http://www.w3.org/2000/svg"/>`;
    expect(pictureOf(bytes(`\uFEFF${text}`)).mediaType).toBe('image/svg+xml');
  });

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script of another prefix', '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'],
    ['a script behind another namespace', '<x:script xmlns:x="urn:x"/><g xmlns:x="http://www.w3.org/2000/svg"/>'],
    ['an event', '<rect onload="alert(1)"/>'],
    ['an event in capitals', '<rect ONCLICK="alert(1)"/>'],
    ['a page', '<foreignObject><p>hello</p></foreignObject>'],
    ['a page as default namespace', '<g xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['a link to a script', '<use xlink:href="javascript:alert(1)"/>'],
    ['a spelled link', '<use href="&#106;avascript:alert(1)"/>'],
    ['a link outside', '<image href="https://example.com/x.png"/>'],
    ['an embedded SVG', '<image href="data:image/svg+xml;base64,AAAA"/>'],
    ['an animated link', '<use href="#a"><set attributeName="href" to="javascript:alert(1)"/></use>'],
    ['style that fetches', '<style>@import "https://example.com/x.css";</style>'],
    ['style that fetches a picture', '<rect style="fill:url(https://example.com/x)"/>'],
    ['style in an escape', '<rect style="fill:\\75rl(https://example.com/x)"/>'],
    ['a style in CDATA', '<style><![CDATA[.a{fill:url(//example.com/x)}]]></style>'],
    ['an instruction', '<?xml-stylesheet href="https://example.com/x.css"?>'],
  ])('with %s is refused', (_, inside) => {
    expect(() => pictureOf(svg(inside))).toThrow(expect.objectContaining({ code: 'bad_input', where: 'logo' }));
  });

  test.each([
    ['entities of its own', '<!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>'],
    ['a tag that never ends', '<svg xmlns="http://www.w3.org/2000/svg"><g <script>x</script></svg>'],
    ['attributes without quotes', '<svg xmlns="http://www.w3.org/2000/svg"><g onload=alert(1)></g></svg>'],
    ['another root', '<html xmlns="http://www.w3.org/2000/svg"><svg/></html>'],
    ['another namespace at its root', '<svg xmlns="http://www.w3.org/1999/xhtml"/>'],
  ])('with %s is refused', (_, text) => {
    expect(() => pictureOf(bytes(text))).toThrow(expect.objectContaining({ code: 'bad_input', where: 'logo' }));
  });
});
