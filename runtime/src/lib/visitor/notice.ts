import type { Notice } from '@vitrine/data-actions/server';
import { escapeHtml } from '../segments/escape-html.ts';

export type { Notice };

/** Spoken by screen readers when the page arrives: `alert` for what went wrong, `status` for the rest. */
export function noticeHtml({ tone, text, button }: Notice): string {
  const role = tone === 'bad' ? 'alert' : 'status';
  // A redirect to `#vt-notice` brings the focus here, and with it whoever does not see the page.
  return `<div class="vt-notice" id="vt-notice" tabindex="-1" data-tone="${tone}" role="${role}">${escapeHtml(text)}${button ? buttonHtml(button) : ''}</div>`;
}

function buttonHtml({ text, mutation, values, key }: NonNullable<Notice['button']>): string {
  const fields = Object.entries({ ...values, _key: key }).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const address = `/_actions/${encodeURIComponent(mutation)}`;
  return ` <form method="post" action="${escapeHtml(address)}">${fields.join('')}<button type="submit">${escapeHtml(text)}</button></form>`;
}
