import type { Hono } from 'hono';
import { z } from 'zod';
import { targetKey } from '../checks/link-target.ts';
import { type LinkStatesOptions, linkStates } from './link-states.ts';
import type { ApiEnvironment } from './refusal.ts';

const text = z.string().min(1).max(1000);
const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), path: text }),
  z.object({ kind: z.literal('product'), slug: text }),
  z.object({ kind: z.literal('category'), slug: text }),
]);
const body = z.object({ links: z.array(z.object({ target, locale: text })).max(500) });

/** What the checks of a page that is being edited ask: whether its links lead somewhere, in the order asked. */
export function checkRoutes(api: Hono<ApiEnvironment>, options: LinkStatesOptions): void {
  api.post('/link-states', async (context) => {
    const { links } = body.parse(await context.req.json());
    const states = await linkStates(links, options);
    return context.json({
      states: links.map((each) => states.get(targetKey(each.target, each.locale)) ?? { kind: 'there' }),
    });
  });
}
