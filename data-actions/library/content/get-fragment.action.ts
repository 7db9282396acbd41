import type { PageDocument } from '@vitrine/content';
import { defineAction, defineSource, type } from '@vitrine/data-actions';
import { z } from 'zod';

const contentSource = defineSource({ id: 'content', breaker: { errorRate: 0.5, minimum: 20 } });

/** A published fragment, for modules that show another document's content, such as the text of a legal notice. */
export const getFragment = defineAction({
  id: 'content.get-fragment',
  source: contentSource,
  input: z.object({ id: z.string().min(1).max(200) }),
  output: type<PageDocument>(),
  cache: { fresh: 5 * 60_000, stale: 60 * 60_000, rescue: 24 * 60 * 60_000, negative: 10_000 },
  tags: ({ id }) => [`page:${id}`],
});
