import type { ActionEngine } from './action-engine.ts';
import { BodyProblem, readForm } from './bounded-body.ts';
import type { RequestOptions } from './data-request.ts';
import { type Notice, noticeCookie } from './notice.ts';
import { isLocalPath, isSameOrigin } from './same-origin.ts';
import { typedFormCookie } from './typed-form.ts';
import { pageBefore, type VisitorOf } from './visitor.ts';

export interface FormOptions extends RequestOptions {
  /** What is said when a handler threw. Default: English. */
  readonly faultNotice?: (locale: string) => string;
}

/**
 * Carries out a mutation posted by a plain HTML form to `/_actions/<id>` and sends the browser on with 303. What came of it
 * is said once on the next page (`readNotice`). Never rejects. Fields that begin with `_` are not input: `_from` is the page
 * to go back to, `_key` the idempotency key.
 */
export async function handleFormRequest(
  engine: ActionEngine,
  request: Request,
  visitorOf: VisitorOf,
  options: FormOptions = {},
): Promise<Response> {
  const id = decodeURIComponentSafely(new URL(request.url).pathname.replace(/^\/_actions\//, ''));
  try {
    if (request.method !== 'POST') return problem(405, 'A change is posted.', { allow: 'POST' });
    if (!isSameOrigin(request))
      return problem(
        403,
        'Forms are taken from pages of this shop only. Go back, load the page again and send the form from there.',
      );
    if (engine.definition(id)?.class !== 'mutation')
      return problem(404, `There is no mutation "${id.slice(0, 100)}".`);
    return await carryOut(engine, request, { id, visitorOf, options });
  } catch (error) {
    if (error instanceof BodyProblem) return problem(error.status, error.message);
    options.onFault?.(error, id);
    return problem(500, 'The form could not be taken. Go back and try again.');
  }
}

async function carryOut(
  engine: ActionEngine,
  request: Request,
  asked: { id: string; visitorOf: VisitorOf; options: FormOptions },
): Promise<Response> {
  const { id, visitorOf, options } = asked;
  const fields = await readForm(request);
  const from = placeOf(fields._from) ?? pageBefore(request);
  const input = Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('_')));
  const visitor = await visitorOf(request, { claimed: {}, from });
  const { locale } = visitor.shared;
  const scope = engine.openScope({ shared: visitor.shared, private: visitor.private });
  const secure =
    new URL(request.url).protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https';
  try {
    const key = typeof fields._key === 'string' && fields._key.length <= 200 ? fields._key : undefined;
    const done = await engine.mutate(id, input, scope, {
      idempotencyKey: key || undefined,
      origin: visitor.origin,
      caller: visitor.caller,
    });
    if (done.kind === 'unknown-mutation') return problem(404, done.message);
    if (done.kind === 'bad-input')
      return problem(400, `The form is not filled in as expected.\n${done.problems.join('\n')}`);
    const answer = done.mutation.form?.(done.outcome, { input: done.input, from, locale }) ?? {
      location: from,
    };
    const { location, away, notice, again } = answer;
    const cookies = [...((done.remember && (await visitor.remember?.(done.remember))) ?? [])];
    if (again) {
      const values = valuesOf(fields, again.fields);
      cookies.push(typedFormCookie({ mutation: id, values, problems: again.problems }, { secure }));
    }
    const local = isLocalPath(location) ? location : '/';
    const there = away === undefined ? undefined : outside(away, visitor.origin);
    if (there === 'elsewhere') return leave(away!, cookies);
    return goTo(there ?? local, { cookies, notice, secure });
  } catch (error) {
    options.onFault?.(error, id);
    const text = options.faultNotice?.(locale) ?? 'That did not work. Please try again in a moment.';
    return goTo(from, { cookies: [], notice: { tone: 'bad', text }, secure });
  }
}

/** A path of this shop, `elsewhere` for another one that may be gone to, or nothing. */
function outside(address: string, origin: string | undefined): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const path = url.pathname + url.search + url.hash;
  if (url.origin === origin) return isLocalPath(path) ? path : undefined;
  return url.protocol === 'https:' ? 'elsewhere' : undefined;
}

/** Not by 303: a page's policy `form-action` holds for redirects too, and would have to name every bank there is. */
function leave(address: string, cookies: readonly string[]): Response {
  const url = new URL(address).href;
  const html = `<!doctype html><meta charset="utf-8"><title>…</title><p><a href="${escaped(url)}">${escaped(new URL(url).host)}</a></p>\n`;
  const headers = new Headers({
    refresh: `0; url=${url}`,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(html, { headers });
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

function valuesOf(
  fields: Readonly<Record<string, string | string[]>>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(fields, name) ? [fields[name] ?? []].flat().at(-1) : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function goTo(
  location: string,
  options: { cookies: readonly string[]; notice?: Notice; secure: boolean },
): Response {
  const headers = new Headers({ location, 'cache-control': 'private, no-store' });
  for (const cookie of options.cookies) headers.append('set-cookie', cookie);
  if (options.notice) headers.append('set-cookie', noticeCookie(options.notice, options));
  return new Response(null, { status: 303, headers });
}

function placeOf(field: string | string[] | undefined): string | undefined {
  return typeof field === 'string' && isLocalPath(field) ? field : undefined;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function problem(status: number, message: string, headers: Record<string, string> = {}): Response {
  return new Response(`${message}\n`, {
    status,
    headers: {
      ...headers,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
