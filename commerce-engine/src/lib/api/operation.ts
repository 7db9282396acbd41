import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { may } from '../identity/capability.rules.ts';
import type { Actor, Capability } from '../identity/identity.views.ts';
import { hasOnlyStorableText } from '../storable-text.ts';
import type { CommandContext } from './commerce-client.ts';
import { problemOfError, problemResponse, problemSchema, validationProblem } from './problem.ts';
import type { RateLimits, RequestKind } from './rate-limits.ts';

/** One thing the API can be asked. The same description makes the route, its checks and its documentation. */
export interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** In OpenAPI's form, `/carts/{cartId}`. */
  readonly path: string;
  /** What the caller must be allowed to do; `signed-in` = any staff or token; `customer` = a shopper who is signed in; absent = anyone. */
  readonly needs?: Capability | 'signed-in' | 'customer';
  /** Changes something: wants an `Idempotency-Key`. */
  readonly changes?: boolean;
  /** Its answer is a secret one could try to guess: counted by network address, see {@link RateLimits}. */
  readonly guessable?: boolean;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  readonly handle: (call: Call) => Promise<unknown>;
}

/** A request whose parts have been held against the operation's schemas. */
export interface Call {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly actor: Actor;
  /** The bearer token, when one came. */
  readonly token: string | undefined;
  readonly command: CommandContext;
  readonly from: string;
}

/** Ties the types of an operation's schemas to its handler. */
export function operation<
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodType,
>(
  description: Omit<Operation, 'params' | 'query' | 'body' | 'answer' | 'handle'> & {
    readonly params?: Params;
    readonly query?: Query;
    readonly body?: Body;
    readonly answer: Answer;
    readonly handle: (
      call: Omit<Call, 'params' | 'query' | 'body'> & {
        readonly params: z.infer<Params>;
        readonly query: z.infer<Query>;
        readonly body: z.infer<Body>;
      },
    ) => Promise<z.input<Answer>>;
  },
): Operation {
  return description as unknown as Operation;
}

export interface OperationSetting {
  /** Bytes. */
  readonly maxBody: number;
  readonly actorOf: (token: string | undefined) => Promise<Actor>;
  readonly addressOf: (request: Request) => string;
  readonly onFault: (error: unknown, request: Request) => void;
  /** Absent = everybody may ask as often as they like. */
  readonly limits?: RateLimits;
}

/** What is known of a request before its parts are looked at. */
interface Known {
  Variables: { token: string | undefined; actor: Actor };
}

/** An app that answers these operations, and every fault with a problem. */
export function createOperationApp(operations: readonly Operation[], setting: OperationSetting): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (!result.success) return problemResponse(c, validationProblem(result.target, result.error.issues));
    },
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  for (const each of operations) addOperation(app, each, setting);
  app.onError((error, c) => {
    const problem = problemOfError(error);
    if (problem) return problemResponse(c, problem);
    setting.onFault(error, c.req.raw);
    const detail = 'Something went wrong here. Try again; nothing is known to have changed.';
    return problemResponse(c, { status: 500, code: 'internal', detail });
  });
  return app;
}

/** Who asks, found once for all that want to know. */
function recognise({ actorOf }: OperationSetting): MiddlewareHandler<Known> {
  return async (c, next) => {
    const token = bearerOf(c);
    c.set('token', token);
    c.set('actor', await actorOf(token));
    return next();
  };
}

const jsonContent = (schema: z.ZodType) => ({ 'application/json': { schema } });
const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string('expected the header Idempotency-Key: a new random key for each new request')
    .min(1)
    .max(200),
});

function addOperation(app: OpenAPIHono, each: Operation, setting: OperationSetting): void {
  const { id, summary, method, path, needs, changes, params, query, body, answer } = each;
  const route = createRoute({
    operationId: id,
    summary,
    method,
    path,
    tags: [path.split('/')[1]!],
    ...(needs !== undefined && {
      security: [{ bearer: [] }],
      'x-needs': needs,
      description: `For ${whoMay(needs)}.`,
    }),
    middleware: [recognise(setting), limitRequests(each, setting), refuse(needs), limitBody(setting.maxBody)],
    request: {
      ...(params && { params }),
      ...(query && { query }),
      ...(changes && { headers: idempotencyHeaders }),
      ...(body && { body: { required: true, content: jsonContent(body) } }),
    },
    responses: {
      200: { description: summary, content: jsonContent(answer) },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  });
  app.openapi(route, (async (c: Context<Known>) => {
    const { token, actor } = c.var;
    const valid = (part: string) => c.req.valid(part as never) as unknown;
    const parts = [params && valid('param'), body && valid('json')];
    if (!hasOnlyStorableText(parts)) {
      const detail =
        'Cannot use this request: expected text without NUL characters and halves of characters.';
      return problemResponse(c, { status: 422, code: 'bad_input', detail });
    }
    const answered = await each.handle({
      params: params && valid('param'),
      // The schemas drop what callers say about it.
      query: query && { ...(valid('query') as object), ...groupOf(actor) },
      body: body && valid('json'),
      actor,
      token,
      command: { actor, idempotencyKey: c.req.header('idempotency-key') ?? '' },
      from: setting.addressOf(c.req.raw),
    });
    c.header('cache-control', needs !== undefined || changes ? 'no-store' : 'no-cache');
    return c.json(answered as object);
  }) as never);
}

/** Refuses before the body is read: strangers learn nothing about it, and cost nothing. */
function refuse(needs: Operation['needs']): MiddlewareHandler<Known> {
  return async (c, next) => {
    if (needs === undefined) return next();
    const { actor } = c.var;
    if (actor.kind === 'guest') {
      c.header('www-authenticate', 'Bearer');
      const detail = 'This needs a session or API token. Send the header "Authorization: Bearer <token>".';
      return problemResponse(c, { status: 401, code: 'not_signed_in', detail });
    }
    if (isAllowed(actor, needs)) return next();
    const detail =
      needs === 'customer' || needs === 'signed-in'
        ? `This is for ${needs === 'customer' ? 'customers' : 'staff and programs'}.`
        : `This needs the capability "${needs}", which this token does not have.`;
    return problemResponse(c, { status: 403, code: 'not_allowed', detail });
  };
}

/** Counts the request, whatever becomes of it; the answer says how much is left, as the IETF's RateLimit header fields do. */
function limitRequests(
  { method, guessable }: Operation,
  { limits, addressOf }: OperationSetting,
): MiddlewareHandler<Known> {
  const kind: RequestKind = guessable ? 'guess' : method === 'get' ? 'read' : 'change';
  return async (c, next) => {
    if (!limits) return next();
    const left = await limits.count(kind, { actor: c.var.actor, address: addressOf(c.req.raw) });
    c.header('ratelimit-policy', `"${kind}";q=${left.limit};w=60`);
    c.header('ratelimit', `"${kind}";r=${left.remaining};t=${left.resetAfter}`);
    if (left.allowed) return next();
    c.header('retry-after', String(left.resetAfter));
    const detail = `More than ${left.limit} requests of this kind in a minute. Wait ${left.resetAfter} seconds.`;
    return problemResponse(c, { status: 429, code: 'too_many_requests', detail });
  };
}

function isAllowed(actor: Actor, needs: NonNullable<Operation['needs']>): boolean {
  if (needs === 'customer') return actor.kind === 'customer';
  if (actor.kind === 'customer') return false;
  return needs === 'signed-in' || may(actor, needs);
}

function whoMay(needs: NonNullable<Operation['needs']>): string {
  if (needs === 'customer') return 'customers who are signed in';
  return needs === 'signed-in' ? 'staff and programs' : `staff and programs that may \`${needs}\``;
}

function groupOf(actor: Actor): { customerGroup?: string } {
  return actor.kind === 'customer' && actor.group !== undefined ? { customerGroup: actor.group } : {};
}

function limitBody(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: (c) => {
      const detail = `The body is larger than ${maxSize / 1024 / 1024} MB. Send less at once.`;
      return problemResponse(c, { status: 413, code: 'body_too_large', detail });
    },
  });
}

function bearerOf(c: Context): string | undefined {
  return /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
}
