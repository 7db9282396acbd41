import type { FormAnswer } from './define-action.ts';

/** Something said once, on the page after a form. */
export type Notice = NonNullable<FormAnswer['notice']>;

const NAME = 'vt_notice';

/** `Set-Cookie` that carries a notice to the next page. */
export function noticeCookie(notice: Notice, options: { secure: boolean }): string {
  const value = encodeURIComponent(JSON.stringify([notice.tone, notice.text.slice(0, 500)]));
  return `${NAME}=${value}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax${options.secure ? '; Secure' : ''}`;
}

/** The notice a request carries; `undefined` when there is none. The text is the visitor's own cookie: escape it. */
export function readNotice(request: Request): Notice | undefined {
  const found = request.headers.get('cookie')?.match(/(?:^|;\s*)vt_notice=([^;]*)/)?.[1];
  if (!found) return undefined;
  try {
    const [tone, text] = JSON.parse(decodeURIComponent(found));
    return (tone === 'good' || tone === 'bad') && typeof text === 'string' && text.length <= 500
      ? { tone, text }
      : undefined;
  } catch {
    return undefined;
  }
}

/** `Set-Cookie` that forgets the notice: sent with the page that says it. */
export const forgetNotice = `${NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;
