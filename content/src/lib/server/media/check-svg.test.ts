import { expect, test } from 'vitest';
import { svgProblem } from './check-svg.ts';
import { sampleDrawing } from './testing/sample-files.ts';

const problemIn = (inside: string) => svgProblem(sampleDrawing(inside));

test('[MEDIA-19] ordinary drawings come through as they are', () => {
  const fine = [
    '<!-- a comment -- with dashes --><g id="a"><path d="M0 0L9 9"/></g><use xlink:href="#a"/>',
    '<style>.a{fill:url(#g);font-family:"Größe"}</style><style><![CDATA[.b > .c{fill:red}]]></style>',
    '<a href="https://shop.example/"><text>Hello &amp; welcome</text></a>',
    '<image href="data:image/png;base64,iVBORw0KGgo="/>',
    '<rect style="fill:url(\'#g\')" inkscape:export-filename="C:\\import\\a.png"/>',
    '<rect><animate attributeName="x" from="0" to="9"/></rect>',
  ];
  for (const inside of fine) expect([inside, problemIn(inside)]).toEqual([inside, undefined]);
  const doctype =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  expect(svgProblem(Buffer.from(`\ufeff<?xml version="1.0"?>${doctype}<svg></svg>`))).toBeUndefined();
});

test('[MEDIA-19] whatever runs code is refused', () => {
  const scripts = [
    '<script>alert(1)</script>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    '<rect onload="alert(1)"/>',
    "<rect\nONCLICK='alert(1)'/>",
    '<rect x:onclick="alert(1)"/>',
    '<foreignObject><b>x</b></foreignObject>',
    '<foreignObject/>',
    '<iframe src="#"/>',
    '<handler type="x"/>',
    '<a href="javascript:alert(1)"/>',
    '<a xlink:href="&#106;avascript:alert(1)"/>',
    '<a href="\tjava\nscript:alert(1)"/>',
    '<a href="data:text/html,x"/>',
    '<set attributeName="onload" to="alert(1)"/>',
    '<animate attributeName="xlink:href" to="javascript:alert(1)"/>',
    '<style>*{behavior:url(#x)}</style>',
  ];
  for (const inside of scripts) expect([inside, problemIn(inside)]).toEqual([inside, expect.any(String)]);
  expect(problemIn('<rect onload="x"/>')).toBe('has the event handler onload, which runs code. Take it out');
});

test('[MEDIA-19] whatever loads something from elsewhere is refused', () => {
  const foreign = [
    '<image href="https://evil.example/x.png"/>',
    '<image xlink:href="file:///etc/passwd"/>',
    '<image href="//evil.example/x.png"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
    '<use href="other.svg#a"/>',
    '<style>@import "https://evil.example/x.css";</style>',
    '<style>.a{fill:url(https://evil.example/x)}</style>',
    '<style>.a{fill:u/**/rl(https://evil.example/x)}</style>',
    '<style>.a{fill:\\75rl(https://evil.example/x)}</style>',
    '<style><![CDATA[@import url(x.css);]]></style>',
    '<rect style="fill:url(&quot;https://evil.example/x&quot;)"/>',
    '<rect fill="url(https://evil.example/x)"/>',
    '<g xml:base="https://evil.example/"/>',
    '<?xml-stylesheet href="https://evil.example/x.css"?>',
  ];
  for (const inside of foreign) expect([inside, problemIn(inside)]).toEqual([inside, expect.any(String)]);
});

test('[MEDIA-19] what is no strict XML is refused, since another reader may see something else in it', () => {
  const loose = [
    '<rect a=b/>',
    '<rect a="1" <script>alert(1)</script>"/>',
    '<g><rect></g>',
    '<g>',
    '</g>',
    '<!-- never closed',
    '<![CDATA[ never closed',
    '< script>alert(1)</script>',
    '<rect "="x"/>',
  ];
  for (const inside of loose) expect([inside, problemIn(inside)]).toEqual([inside, expect.any(String)]);
  expect(svgProblem(Buffer.from('<svg/><svg/>'))).toBeDefined();
  expect(svgProblem(Buffer.from('<html><svg/></html>'))).toBeDefined();
  expect(svgProblem(Buffer.from('<svg/>text'))).toBeDefined();
  expect(svgProblem(Buffer.from(''))).toBeDefined();
  expect(svgProblem(Buffer.from('<svg/>', 'utf16le'))).toBeDefined();
  expect(svgProblem(Buffer.from([0x3c, 0x73, 0x76, 0x67, 0xff]))).toContain('UTF-8');
  expect(svgProblem(Buffer.from('<?xml version="1.0" encoding="UTF-7"?><svg/>'))).toContain('UTF-7');
});

test('[MEDIA-19] a large drawing is read in time that grows with its size', () => {
  const begun = performance.now();
  expect(problemIn('<rect x="1" y="2" width="3" height="4" fill="#123456"/>'.repeat(40_000))).toBeUndefined();
  expect(problemIn('<g>'.repeat(300))).toContain('nested deeper');
  expect(problemIn('<rect/>'.repeat(60_000))).toContain('more than 50000 elements');
  expect(problemIn(`<rect ${'a="'.repeat(50_000)}`)).toBeDefined();
  expect(problemIn(`<rect ${'a="1" '.repeat(50_000)}`)).toBeDefined();
  expect(problemIn(`<rect${' '.repeat(100_000)}`)).toBeDefined();
  expect(performance.now() - begun).toBeLessThan(15_000);
});
