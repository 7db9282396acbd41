import type { PastedMark } from './paste-block.ts';

const byTag: Readonly<Record<string, PastedMark>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  CITE: 'italic',
  DFN: 'italic',
  U: 'underline',
  INS: 'underline',
  S: 'strikethrough',
  STRIKE: 'strikethrough',
  DEL: 'strikethrough',
  CODE: 'code',
  KBD: 'code',
  SAMP: 'code',
  TT: 'code',
  PRE: 'code',
  SUB: 'sub',
  SUP: 'sup',
};

/** The marks of words inside an element, given those around it: by its tag first, then by its style, which has the last word. */
export function marksWithin(element: HTMLElement, around: ReadonlySet<PastedMark>): ReadonlySet<PastedMark> {
  const marks = new Set(around);
  const set = (mark: PastedMark, isOn: boolean) => {
    if (isOn) marks.add(mark);
    else marks.delete(mark);
  };
  const own = byTag[element.tagName];
  if (own) marks.add(own);

  const { fontWeight, fontStyle, textDecoration, textDecorationLine, verticalAlign } = element.style;
  // Google Docs wraps all it copies in a <b> that is not bold.
  if (fontWeight) set('bold', /^(bold|bolder|[6-9]\d\d|1000)$/.test(fontWeight));
  if (fontStyle) set('italic', /^(italic|oblique)/.test(fontStyle));
  // A line under words comes from around them too and cannot be taken off inside.
  const lines = `${textDecoration} ${textDecorationLine}`;
  const isLink = element.closest('a') !== null;
  if (lines.includes('underline') && !isLink) marks.add('underline');
  if (lines.includes('line-through')) marks.add('strikethrough');
  if (verticalAlign === 'super') marks.add('sup');
  if (verticalAlign === 'sub') marks.add('sub');
  return marks;
}
