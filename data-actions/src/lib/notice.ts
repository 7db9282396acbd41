import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FormAnswer } from './define-action.ts';

/** Something said once, on the page after a form. */
export type Notice = NonNullable<FormAnswer['notice']>;

const NAME = 'vt_notice';
const LONGEST_TEXT = 500;
/** Browsers drop a cookie of more than 4,096 characters with its name and attributes: what its button puts back would be lost. */
const MOST_CHARACTERS = 3_600;
const MOST_BYTES = 64 * 1024;
/** Before what had to be made smaller; no JSON begins with it. */
const SMALLER = '~';

/** `Set-Cookie` that carries a notice to the next page. */
export function noticeCookie({ tone, text, button }: Notice, options: { secure: boolean }): string {
  const said = JSON.stringify([tone, text.slice(0, LONGEST_TEXT), ...(button ? [button] : [])]);
  const plain = encodeURIComponent(said);
  const value = plain.length > MOST_CHARACTERS ? SMALLER + deflateRawSync(said).toString('base64url') : plain;
  return `${NAME}=${value}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax${options.secure ? '; Secure' : ''}`;
}

/** The notice a request carries; `undefined` when there is none. */
export function readNotice(request: Request): Notice | undefined {
  const found = request.headers.get('cookie')?.match(/(?:^|;\s*)vt_notice=([^;]*)/)?.[1];
  if (!found) return undefined;
  try {
    return openNotice(decodeURIComponent(found));
  } catch {
    return undefined;
  }
}

/** The notice in a cookie's decoded value. It is the visitor's own: believe nothing of it, and escape it. */
export function openNotice(value: string | undefined): Notice | undefined {
  if (value === undefined) return undefined;
  try {
    const [tone, text, button] = JSON.parse(value.startsWith(SMALLER) ? larger(value) : value);
    const isNotice =
      (tone === 'good' || tone === 'bad') && typeof text === 'string' && text.length <= LONGEST_TEXT;
    if (!isNotice) return undefined;
    return isButton(button) ? { tone, text, button } : { tone, text };
  } catch {
    return undefined;
  }
}

function larger(value: string): string {
  const bytes = Buffer.from(value.slice(SMALLER.length), 'base64url');
  return inflateRawSync(bytes, { maxOutputLength: MOST_BYTES }).toString();
}

function isButton(given: unknown): given is NonNullable<Notice['button']> {
  if (typeof given !== 'object' || given === null) return false;
  const { text, mutation, values, key } = given as Record<string, unknown>;
  return (
    [text, mutation, key].every((each) => typeof each === 'string') &&
    typeof values === 'object' &&
    values !== null &&
    Object.values(values).every((each) => typeof each === 'string')
  );
}

/** `Set-Cookie` that forgets the notice: sent with the page that says it. */
export const forgetNotice = `${NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;
