import { z } from '@hono/zod-openapi';
import { attributeSchema, categorySchema, productSchema } from '../catalog/import-schema.ts';
import type { Market } from '../market.ts';
import type { SearchQuery } from '../search/search.views.ts';

/** Most ids in one request; the client asks in several. */
const MAX_IDS = 100;

/** The market as the query of an address. The customer group is not the caller's to choose: it is of who is signed in. */
export const marketQuery = z.object({
  channel: z.string().min(1).max(63).openapi({ example: 'online' }),
  locale: z.string().min(2).max(35).openapi({ example: 'en' }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"')
    .openapi({ example: 'EUR' }),
});

export function marketOf({
  channel,
  locale,
  currency,
  customerGroup = 'anyone',
}: z.infer<typeof marketQuery> & { readonly customerGroup?: string }): Market {
  return { channel, locale, currency, customerGroup };
}

/** A parameter that may come several times: `?id=a&id=b`. */
function repeated(schema: z.ZodType<string>) {
  const list = z.array(schema).max(MAX_IDS, `expected at most ${MAX_IDS}`);
  return z.preprocess((value) => (typeof value === 'string' ? [value] : value), list);
}

const hasNoControls = (text: string) => !/\p{Cc}/u.test(text);
const id = z.string().min(1).max(200).refine(hasNoControls, 'expected no control characters');

export const idsQuery = marketQuery.extend({ id: repeated(id) });
/** Keys of lists: an id, or nothing for the whole shop. */
export const keysQuery = marketQuery.extend({
  key: repeated(z.string().max(200).refine(hasNoControls, 'expected no control characters')).optional(),
});
export const lookupQuery = marketQuery.extend({
  id: repeated(id).optional(),
  slug: repeated(id).optional(),
});

export const productsQuery = lookupQuery.extend({
  prices: z
    .enum(['0', '1'])
    .optional()
    .openapi({ description: '`1` = with what the variants cost, product by product. Default `0`.' }),
});

export const cartParams = z.object({ cartId: z.uuid('expected a UUID') });
export const cartLineParams = cartParams.extend({ lineId: id });
export const addLineBody = z.strictObject({
  variantId: id,
  quantity: z.number(),
  place: z.int().min(0).optional().describe('Of a new line: how many lines stand before it. Default: all.'),
  recipient: z
    .strictObject({
      name: z.string(),
      email: z.string(),
      message: z.string().optional(),
      on: z
        .string()
        .optional()
        .describe('The local day it is mailed, `YYYY-MM-DD`. Default: once it is paid.'),
    })
    .optional()
    .describe('Of a gift card for somebody else: it is mailed to them.'),
});
export const setQuantityBody = z.strictObject({ quantity: z.number() });

const amount = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const searchQuerySchema = marketQuery.extend({
  text: z.string().max(20_000).optional(),
  category: z.string().max(200).optional(),
  filter: repeated(z.string().max(400))
    .optional()
    .openapi({ description: 'Facet key and value key as `colour:ochre`, once for each chosen value.' }),
  priceFrom: amount.optional().openapi({ description: 'Minor units.' }),
  priceTo: amount.optional(),
  facets: z
    .enum(['0', '1'])
    .optional()
    .openapi({ description: '`0` = neither facets nor a price range, for whoever only lists. Default `1`.' }),
  sort: z.enum(['relevance', 'price-asc', 'price-desc', 'newest', 'name']).optional(),
  page: z.coerce.number().optional(),
  pageSize: z.coerce.number().optional(),
});

/** The search as the engine reads it. */
export function searchOf(query: z.infer<typeof searchQuerySchema>): SearchQuery {
  const { text, category, filter = [], priceFrom, priceTo, facets, sort, page, pageSize } = query;
  const chosen = filter.map((each) => {
    const at = each.indexOf(':');
    return { facet: each.slice(0, Math.max(at, 0)), value: each.slice(at + 1) };
  });
  const filters = Object.fromEntries(
    [...Map.groupBy(chosen, ({ facet }) => facet)].map(([facet, values]) => [
      facet,
      values.map(({ value }) => value),
    ]),
  );
  const bounds = { priceFrom, priceTo };
  return { text, categoryId: category, filters, ...bounds, facets: facets !== '0', sort, page, pageSize };
}

/**
 * Inputs of an import. They are documented in full, and checked one by one by the engine: one that cannot be used is
 * refused in its own outcome and does not hold up the others.
 */
const described = <Input>(name: string, schema: z.ZodType<Input>) =>
  (z.unknown() as unknown as z.ZodType<Input>).openapi(
    name,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as object,
  );

const dryRun = z
  .boolean()
  .optional()
  .openapi({ description: 'Tells what would happen and changes nothing.' });
const list = <Input>(schema: z.ZodType<Input>) => z.array(schema).max(10_000);

export const productImportBody = z.strictObject({
  products: list(described('ProductInput', productSchema)),
  dryRun,
});
export const categoryImportBody = z.strictObject({
  categories: list(described('CategoryInput', categorySchema)),
  dryRun,
});
export const attributeImportBody = z.strictObject({
  attributes: list(described('AttributeInput', attributeSchema)),
  dryRun,
});
