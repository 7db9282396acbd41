import type { WrittenMail } from './mail.ts';
import { escapeHtml, mailButton, mailPage } from './mail-page.ts';

/** What a letter to somebody of the staff says. Plain text throughout. */
export interface StaffLetter {
  readonly to: string;
  readonly subject: string;
  readonly title: string;
  /** What somebody wrote. */
  readonly quote?: string;
  /** Absolute. */
  readonly link: string;
  readonly button: string;
  /** Why they get it. */
  readonly end: string;
}

/** A letter to somebody of the staff, in the language of our applications. Pure. */
export function staffMail({ to, subject, title, quote, link, button, end }: StaffLetter): WrittenMail {
  return {
    to,
    // A line break would begin a header.
    subject: subject.replace(/\s+/g, ' ').trim(),
    text: [title, ...(quote ? ['', quote] : []), '', `${button}: ${link}`, '', end, ''].join('\n'),
    html: mailPage('en', [
      `<h1 style="font-size:22px;margin:0 0 8px">${escapeHtml(title)}</h1>`,
      ...(quote
        ? [
            `<p style="margin:0;padding:0 0 0 12px;border-left:3px solid #d8d2c4;white-space:pre-line">${escapeHtml(quote)}</p>`,
          ]
        : []),
      mailButton(link, button),
      `<p style="margin:24px 0 0;color:#5a6466;font-size:14px">${escapeHtml(end)}</p>`,
    ]),
  };
}
