import fc from 'fast-check';

const pieces = fc.constantFrom(
  ...'p h2 h3 h4 ul ol li blockquote strong em b i u s sub sup small code pre a'
    .split(' ')
    .flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
  ...'<br> <hr> <a.href="/x"> <a.href="https://a.b/?c=1&amp;d".target="_blank"> <p.dir="rtl"> <a.href="x:y">'
    .split(' ')
    .map((tag) => tag.replaceAll('.', ' ')),
  ' ',
  '\n',
  'a',
  'b c',
  '  d',
  '&amp;',
  '&nbsp;',
  '&lt;p&gt;',
  '&copy;',
  '\u00a0',
  '\t',
  '<',
  '&',
  '"',
);
/** Tags of rich text and other pieces in any order: balanced or not. */
export const anyHtml = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 30 })
  .map((all) => all.join(''));
