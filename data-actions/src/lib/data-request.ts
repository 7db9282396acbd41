import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ActionEngine, Answered } from './action-engine.ts';
import { BodyProblem, readText } from './bounded-body.ts';
import type { AnyPublicAction } from './define-action.ts';
import { type SharedDimension, type SharedDimensions, sharedDimensions } from './dimensions.ts';
import { parseInput } from './parse-input.ts';
import { isSameOrigin } from './same-origin.ts';
import { pageBefore, type Visitor, type VisitorOf } from './visitor.ts';

export interface RequestOptions {
  /** Told of a handler that threw. The browser is told only that it failed. */
  readonly onFault?: (error: unknown, id: string) => void;
}

/** Inputs in one GET. */
const MOST_INPUTS = 100;
/** Seconds a CDN may keep a public answer; it has no tags to drop it by unless the host wires them. */
const MOST_SHARED_AGE = 30;

/**
 * Answers the browser's questions as `PROTOCOL.md` says: `GET /_a/<action>` public ones, `POST /_a` private ones and
 * mutations. Never rejects.
 */
export async function handleDataRequest(
  engine: ActionEngine,
  request: Request,
  visitorOf: VisitorOf,
  options: RequestOptions = {},
): Promise<Response> {
  try {
    const { pathname, searchParams } = new URL(request.url);
    const id = actionIn(pathname);
    if (id === undefined) {
      if (request.method !== 'POST') return problem(405, 'Expected POST.', { allow: 'POST' });
      return await answerPost(engine, request, visitorOf, options);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return problem(405, 'Expected GET.', { allow: 'GET, HEAD' });
    return await answerGet(engine, request, { id, searchParams, visitorOf, options });
  } catch (error) {
    if (error instanceof BodyProblem) return problem(error.status, error.message);
    options.onFault?.(error, 'data request');
    return problem(500, 'The question could not be answered.');
  }
}

function actionIn(pathname: string): string | undefined {
  const after = pathname.replace(/^\/_a\/?/, '');
  return after === '' ? undefined : after;
}

async function answerGet(
  engine: ActionEngine,
  request: Request,
  asked: { id: string; searchParams: URLSearchParams; visitorOf: VisitorOf; options: RequestOptions },
): Promise<Response> {
  const { id, searchParams, visitorOf, options } = asked;
  const action = engine.definition(id);
  if (action?.class !== 'public') return problem(404, `There is no public action "${id.slice(0, 100)}".`);
  const inputs = inputsIn(searchParams.get('i'));
  const names = ['i', ...action.varyBy];
  const given = [...searchParams.keys()];
  if (given.length !== names.length || names.some((name) => !given.includes(name)))
    return problem(400, `Expected the parameters ${names.join(', ')}, each once.`);
  if (!inputs) return problem(400, `Expected "i" to be a JSON array of 1 to ${MOST_INPUTS} inputs.`);
  const claimed: Partial<SharedDimensions> = {};
  for (const name of action.varyBy as readonly SharedDimension[]) claimed[name] = searchParams.get(name)!;
  const { shared } = await visitorOf(request, { claimed, from: pageBefore(request) });
  const changed = Object.entries(claimed).find(([name, value]) => shared[name as SharedDimension] !== value);
  if (changed) return problem(409, `The page was made for another ${changed[0]}. Load it again.`);
  const bad = inputs.flatMap((input, i) => {
    const parsed = parseInput(action, input);
    return 'problems' in parsed ? parsed.problems.map((each) => `${i}: ${each}`) : [];
  });
  if (bad.length > 0) return problem(400, 'Some inputs are not what the action expects.', {}, bad);
  const answers = await Promise.all(inputs.map((input) => engine.answerPublic(id, input, shared)));
  for (const answer of answers) if (answer.kind === 'failed') options.onFault?.(answer.error, id);
  return publicResponse(request, { action, shared, answers, now: engine.clock.now() });
}

function publicResponse(
  request: Request,
  parts: {
    action: AnyPublicAction;
    shared: Readonly<SharedDimensions>;
    answers: readonly Answered[];
    now: number;
  },
): Response {
  const { action, shared, answers, now } = parts;
  const body = JSON.stringify({ answers: answers.map(wireAnswer) });
  const entries = answers.map((answer) => ('entry' in answer ? answer.entry : undefined));
  const whole = answers.every((answer, i) => entries[i] && !('stale' in answer && answer.stale));
  if (!whole) return json(body, { 'cache-control': 'no-store' });
  const until = Math.min(...entries.map((entry) => entry!.freshUntil));
  const seconds = Math.max(0, Math.min(MOST_SHARED_AGE, Math.floor((until - now) / 1000)));
  // What a group may see is not for a cache that does not know who is in the group.
  const forAnyone = !action.varyBy.includes('customerGroup') || shared.customerGroup === 'anyone';
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'cache-control': forAnyone ? `public, max-age=0, s-maxage=${seconds}` : 'private, no-cache',
    'cache-tag': [...new Set(entries.flatMap((entry) => entry!.tags))].map(encodeURIComponent).join(','),
    etag,
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return json(request.method === 'HEAD' ? null : body, headers);
}

const posted = z.object({
  context: z
    .partialRecord(z.enum(sharedDimensions as [SharedDimension, ...SharedDimension[]]), z.string().max(100))
    .default({}),
  questions: z
    .array(z.object({ action: z.string().max(200), input: z.unknown() }))
    .max(100)
    .default([]),
  mutations: z
    .array(
      z.object({
        mutation: z.string().max(200),
        input: z.unknown(),
        key: z.string().min(1).max(200).optional(),
      }),
    )
    .max(10)
    .default([]),
});

async function answerPost(
  engine: ActionEngine,
  request: Request,
  visitorOf: VisitorOf,
  options: RequestOptions,
): Promise<Response> {
  if (!isSameOrigin(request))
    return problem(403, 'Questions about a shopper are answered to pages of this shop only.');
  const [kind = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (kind.trim().toLowerCase() !== 'application/json') return problem(415, 'Expected application/json.');
  const body = posted.safeParse(parseJson(await readText(request)));
  if (!body.success)
    return problem(
      400,
      'The body is not a list of questions and mutations.',
      {},
      body.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  const { context, questions, mutations } = body.data;
  const visitor: Visitor = await visitorOf(request, { claimed: context, from: pageBefore(request) });
  const scope = engine.openScope({
    shared: visitor.shared,
    private: visitor.private,
    signal: request.signal,
  });
  const headers = new Headers();
  const outcomes: unknown[] = [];
  for (const { mutation, input, key } of mutations) {
    try {
      const done = await engine.mutate(mutation, input, scope, {
        idempotencyKey: key,
        origin: visitor.origin,
        caller: visitor.caller,
      });
      if (done.kind === 'done') {
        outcomes.push({ outcome: done.outcome ?? null });
        for (const cookie of (done.remember && (await visitor.remember?.(done.remember))) ?? [])
          headers.append('set-cookie', cookie);
      } else outcomes.push(done.kind === 'bad-input' ? { problems: done.problems } : { error: done.message });
    } catch (error) {
      options.onFault?.(error, mutation);
      outcomes.push({ error: 'The change could not be made.' });
    }
  }
  const answers = await Promise.all(
    questions.map(({ action, input }) => engine.answerPrivate(action, input, scope)),
  );
  answers.forEach((answer, i) => {
    if (answer.kind === 'failed') options.onFault?.(answer.error, questions[i]!.action);
  });
  headers.set('cache-control', 'private, no-store');
  return json(JSON.stringify({ mutations: outcomes, answers: answers.map(wireAnswer) }), headers);
}

function wireAnswer(answer: Answered): unknown {
  switch (answer.kind) {
    case 'value':
      return { value: answer.value, at: answer.entry?.at };
    case 'missing':
      return { missing: true, at: answer.entry?.at };
    case 'failed':
      return { error: 'The question could not be answered.' };
    case 'unknown-action':
      return { error: answer.message };
    case 'bad-input':
      return { problems: answer.problems };
  }
}

function inputsIn(text: string | null): unknown[] | undefined {
  const inputs = text === null ? undefined : parseJson(text);
  return Array.isArray(inputs) && inputs.length >= 1 && inputs.length <= MOST_INPUTS ? inputs : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function json(body: string | null, headers: HeadersInit): Response {
  const all = new Headers(headers);
  all.set('content-type', 'application/json; charset=utf-8');
  all.set('x-content-type-options', 'nosniff');
  return new Response(body, { headers: all });
}

function problem(
  status: number,
  error: string,
  headers: Record<string, string> = {},
  problems?: readonly string[],
): Response {
  return new Response(JSON.stringify({ error, problems }), {
    status,
    headers: {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
