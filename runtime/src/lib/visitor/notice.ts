import { escapeHtml } from '../segments/escape-html.ts';
import type { ValueSigner } from './signed-value.ts';

/** Something said once, on the page that follows a form. */
export interface Notice {
  readonly tone: 'good' | 'bad';
  readonly text: string;
}

const LONGEST_TEXT = 300;

export function sealNotice(signer: ValueSigner, { tone, text }: Notice): string {
  const value = Buffer.from(JSON.stringify([tone, text.slice(0, LONGEST_TEXT)])).toString('base64url');
  return signer.sign('notice', value);
}

/** `undefined` unless this shop wrote it. */
export function openNotice(signer: ValueSigner, cookie: string | undefined): Notice | undefined {
  const value = signer.open('notice', cookie);
  if (value === undefined) return undefined;
  const [tone, text] = JSON.parse(Buffer.from(value, 'base64url').toString()) as [Notice['tone'], string];
  return { tone, text };
}

/** Spoken by screen readers when the page arrives: `alert` for what went wrong, `status` for the rest. */
export function noticeHtml({ tone, text }: Notice): string {
  return `<div class="vt-notice" data-tone="${tone}" role="${tone === 'bad' ? 'alert' : 'status'}">${escapeHtml(text)}</div>`;
}
