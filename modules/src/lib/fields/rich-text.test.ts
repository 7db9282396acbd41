import { normaliseRichText } from '@vitrine/content/collab';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sanitiseHtml } from './sanitise-html.ts';

const pieces = fc.constantFrom(
  ...'p h2 h3 h4 ul ol li blockquote strong em u s sub sup code pre small hr div'
    .split(' ')
    .flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
  '<br>',
  '<a href="/a?b=1&amp;c=&quot;2&quot;" target="_blank">',
  '<a href="javascript:alert(1)">',
  '<a href="java&#10;script:x">',
  '<a href="x&colon;y">',
  '<a href="https://example.org/&Tab;x">',
  '</a>',
  '<script>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  'words ',
  '&amp;lt;b&gt;',
  '&nbsp;',
  '\u0000',
  '"',
);
const anyHtml = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 25 })
  .map((all) => all.join(''));

test('[MOD-8] What comes out of a rich text that people edited together passes as it is', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      const normal = normaliseRichText(html);
      expect(sanitiseHtml(normal)).toEqual({ html: normal, removed: [] });
      // What the fields let through means the same to both.
      const clean = sanitiseHtml(html).html;
      expect(sanitiseHtml(normaliseRichText(clean))).toEqual({ html: normaliseRichText(clean), removed: [] });
    }),
    { numRuns: 1500 },
  );
});
