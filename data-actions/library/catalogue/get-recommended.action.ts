import type { ListKind } from '@vitrine/commerce-engine/client';
import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { catalogueSource } from '../sources.action.ts';
import { catalogueCache } from './catalogue-cache.action.ts';

const KINDS = [
  'new',
  'best-selling',
  'trending',
  'bought-together',
  'also-like',
] as const satisfies readonly ListKind[];

/** Ids of recommended products: of the shop, of a category, or of those that go with a product. Nothing of the shopper is asked. */
export const getRecommended = defineAction({
  id: 'catalogue.get-recommended',
  source: catalogueSource,
  input: z.object({
    kind: z.enum(KINDS),
    /** The id of a category or a product; empty = the whole shop. */
    key: z.string().max(200),
    limit: z.number().int().min(1).max(60),
  }),
  output: type<readonly string[]>(),
  varyBy: ['channel', 'locale'],
  cache: catalogueCache,
  tags: ({ kind }) => [`recommended:${kind}`],
});
