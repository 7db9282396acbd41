import { escapeHtml } from '../mail/mail-page.ts';

/** A line of a letter's table: what, and what it comes to or how many. */
export function letterRow(
  name: string,
  value: string,
  { isLast = false, notes = [] }: { readonly isLast?: boolean; readonly notes?: readonly string[] } = {},
): string {
  const weight = isLast ? 'font-weight:600;' : '';
  const line = 'padding:8px 0;border-top:1px solid #d9d3c5;';
  const below = notes.map((note) => `<br><span style="font-size:14px">${escapeHtml(note)}</span>`).join('');
  return `<tr><td style="${line}${weight}">${escapeHtml(name)}${below}</td><td align="right" style="${line}${weight}white-space:nowrap">${escapeHtml(value)}</td></tr>`;
}
