import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { CommerceEngine } from '../engine.ts';
import { adminOperations } from './admin-operations.ts';
import { createOperationApp, type OperationSetting } from './operation.ts';
import { problemResponse } from './problem.ts';
import type { RateLimits } from './rate-limits.ts';
import { storeOperations } from './store-operations.ts';
import { documentEvents } from './webhook-operations.ts';

export interface CommerceApiOptions {
  /**
   * Network address of the caller, for limiting sign-ins. Default `unknown` for everyone: then only the limit by account
   * tells callers apart. Behind a proxy read the header that the proxy sets, and no other.
   */
  readonly addressOf?: (request: Request) => string;
  /** How often one caller may ask; needs `addressOf`. Default as often as they like. */
  readonly limits?: RateLimits;
  /** Told of every fault of ours, of which the caller learns nothing. Default one line to standard error. */
  readonly onFault?: (error: unknown, request: Request) => void;
}

const MEGABYTE = 1024 * 1024;

/**
 * The engine over HTTP: `/api/store/v1` for shoppers, `/api/admin/v1` for staff and programs, each with its
 * `openapi.json`; `/api/payments/<provider>/messages` for payment providers. Mount it whole, or hand requests to its `fetch`.
 */
export function createCommerceApi(engine: CommerceEngine, options: CommerceApiOptions = {}): OpenAPIHono {
  const setting: Omit<OperationSetting, 'maxBody'> = {
    async actorOf(token) {
      const shopper = await engine.accounts.actorOf(token);
      return shopper.kind === 'guest' ? engine.identity.actorOf(token) : shopper;
    },
    addressOf: options.addressOf ?? (() => 'unknown'),
    onFault: options.onFault ?? reportFault,
    ...(options.limits && { limits: options.limits }),
  };
  const store = createOperationApp(storeOperations(engine), { ...setting, maxBody: MEGABYTE });
  const admin = createOperationApp(adminOperations(engine), { ...setting, maxBody: 20 * MEGABYTE });
  documentEvents(admin.openAPIRegistry);
  const app = new OpenAPIHono();
  for (const { path, title, part } of [
    { path: '/api/store/v1', title: 'Vitrine store API', part: store },
    { path: '/api/admin/v1', title: 'Vitrine admin API', part: admin },
  ]) {
    part.doc31('/openapi.json', {
      openapi: '3.1.0',
      info: { title, version: '1.0.0', description: WAYS },
      servers: [{ url: path }],
    });
    app.route(path, part);
  }
  app.post('/api/payments/:provider/messages', bodyLimit({ maxSize: MEGABYTE }), async (c) => {
    const request = { headers: c.req.raw.headers, body: await c.req.text() };
    const taken = await engine.payments.receive(c.req.param('provider'), request);
    if (!taken)
      return problemResponse(c, {
        status: 404,
        code: 'no_such_provider',
        detail: 'No payment provider of this shop is called that.',
      });
    if (taken.kind === 'refused')
      return problemResponse(c, { status: 400, code: 'message_refused', detail: taken.problem });
    return c.json({ taken: true });
  });
  app.onError((error, c) => {
    setting.onFault(error, c.req.raw);
    const detail = 'Something went wrong here. Send it again.';
    return problemResponse(c, { status: 500, code: 'internal', detail });
  });
  app.notFound((c) =>
    problemResponse(c, {
      status: 404,
      code: 'no_such_route',
      detail: `Nothing answers ${c.req.method} ${c.req.path}. What does: /api/store/v1/openapi.json and /api/admin/v1/openapi.json.`,
    }),
  );
  return app;
}

/** What holds for every operation, for whoever reads the documents. */
const WAYS = `- **Who asks**: \`Authorization: Bearer <token>\`, of a session or, for programs, of an API token made in the back office.
- **Changes** want the header \`Idempotency-Key\`, a new random one for each; sent again with the same key they give the same answer and change nothing more.
- **Amounts** are whole minor units of a currency: \`{ "amount": 1999, "currency": "EUR" }\`.
- **Outcomes** that are to be expected, such as sold out, are answers with status 200 and a \`kind\`. Mistakes are \`application/problem+json\` with a \`code\` that never changes.
- **Lists** go on with \`after\`: the \`next\` of the page before.
- **Limits**: \`RateLimit\` says how much is left in this minute; above it the answer is 429 with \`Retry-After\`.`;

function reportFault(error: unknown, request: Request): void {
  const { pathname } = new URL(request.url);
  console.error(`commerce api: ${request.method} ${pathname} failed`, error);
}
