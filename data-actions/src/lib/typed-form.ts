import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { TypedForm } from './dimensions.ts';

const NAME = 'vt_form';
/** Browsers drop a cookie of more than 4,096 characters with its name and attributes. */
const MOST_CHARACTERS = 3_600;
const MOST_BYTES = 64 * 1024;

/**
 * `Set-Cookie` that carries a form to the page that shows it again. What does not fit is left out, the longest fields without a
 * problem first.
 */
export function typedFormCookie(form: TypedForm, { secure }: { secure: boolean }): string {
  const isWrong = ([name]: [string, string]) => name in form.problems;
  const fields = Object.entries(form.values).sort(
    (a, b) => Number(isWrong(b)) - Number(isWrong(a)) || a[1].length - b[1].length,
  );
  let value = pack(form, fields);
  while (value.length > MOST_CHARACTERS && fields.length > 0) {
    fields.pop();
    value = pack(form, fields);
  }
  return `${NAME}=${value}; Path=/; Max-Age=120; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

function pack({ mutation, problems }: TypedForm, fields: readonly [string, string][]): string {
  const text = JSON.stringify([mutation, Object.fromEntries(fields), problems]);
  return deflateRawSync(text).toString('base64url');
}

/** The form a cookie's value holds; `undefined` when there is none. It is the visitor's own: believe nothing of it. */
export function openTypedForm(value: string | undefined): TypedForm | undefined {
  if (!value) return undefined;
  try {
    const text = inflateRawSync(Buffer.from(value, 'base64url'), { maxOutputLength: MOST_BYTES });
    const [mutation, values, problems] = JSON.parse(text.toString());
    if (typeof mutation !== 'string' || !isTexts(values) || !isTexts(problems)) return undefined;
    return { mutation, values, problems };
  } catch {
    return undefined;
  }
}

/** `Set-Cookie` that forgets the form: sent with the page that shows it again. */
export const forgetTypedForm = `${NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

function isTexts(given: unknown): given is Readonly<Record<string, string>> {
  return (
    typeof given === 'object' &&
    given !== null &&
    !Array.isArray(given) &&
    Object.values(given).every((each) => typeof each === 'string')
  );
}
