import type { Notice } from '@vitrine/data-actions/server';
import { escapeHtml } from '../segments/escape-html.ts';

export type { Notice };

const LONGEST_TEXT = 500;

/** What a mutation's form left to be said on the next page: the value of the cookie that `noticeCookie` wrote. */
export function openNotice(cookie: string | undefined): Notice | undefined {
  if (cookie === undefined) return undefined;
  try {
    const [tone, text] = JSON.parse(cookie);
    const isNotice =
      (tone === 'good' || tone === 'bad') && typeof text === 'string' && text.length <= LONGEST_TEXT;
    return isNotice ? { tone, text } : undefined;
  } catch {
    return undefined;
  }
}

/** Spoken by screen readers when the page arrives: `alert` for what went wrong, `status` for the rest. */
export function noticeHtml({ tone, text }: Notice): string {
  return `<div class="vt-notice" data-tone="${tone}" role="${tone === 'bad' ? 'alert' : 'status'}">${escapeHtml(text)}</div>`;
}
