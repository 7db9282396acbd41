import { z } from '@hono/zod-openapi';
import type { StaffVariantChoice } from '../catalog/staff-catalog.views.ts';
import type { CommerceEngine } from '../engine.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { StockMovementView, VariantStockView } from '../inventory/inventory.views.ts';
import { adjustSchema, moveSchema, setOnHandSchema, stockPolicySchema } from '../inventory/stock-input.ts';
import { type Operation, operation } from './operation.ts';
import { mediaView, orNone, type SchemaOf, shipsFrom } from './view-schemas.ts';

type StockRow = StaffVariantChoice &
  VariantStockView & {
    readonly madeOf?: NamedParts;
    readonly partOf?: readonly { readonly variantId: string; readonly name: string }[];
  };
type NamedParts = Omit<NonNullable<VariantStockView['madeOf']>, 'components'> & {
  readonly components: readonly {
    readonly variantId: string;
    readonly quantity: number;
    readonly name?: string;
  }[];
};

const rowSchema: SchemaOf<StockRow> = z
  .strictObject({
    variantId: z.string(),
    productId: z.string(),
    sku: z.string(),
    name: z.string(),
    picture: mediaView.optional(),
    backorder: z.boolean(),
    lowStock: z.int(),
    preorder: z
      .strictObject({
        shipsFrom,
        limit: z.int().optional().openapi({ description: 'Absent = any number may be preordered.' }),
        preordered: z.int().openapi({ description: 'Pieces that were preordered and not given back.' }),
      })
      .optional(),
    levels: z.array(
      z.strictObject({
        locationId: z.string(),
        onHand: z.int(),
        reserved: z.int(),
        buffer: z.int(),
        available: z.int(),
        lowAt: z.int().optional(),
      }),
    ),
    madeOf: z
      .strictObject({
        components: z.array(
          z.strictObject({
            variantId: z.string(),
            quantity: z.int(),
            name: z.string().optional().openapi({ description: 'Absent = it is not on sale any more.' }),
          }),
        ),
        whole: z
          .array(z.strictObject({ locationId: z.string(), available: z.int() }))
          .openapi({ description: 'Pieces that can be put together at each place.' }),
      })
      .optional()
      .openapi({ description: 'Only of a bundle: it has no stock of its own, and no levels.' }),
    partOf: z
      .array(z.strictObject({ variantId: z.string(), name: z.string() }))
      .optional()
      .openapi({ description: 'Bundles on sale that hold it; only where one variant is read.' }),
  })
  .openapi('VariantStock');

const movementSchema: SchemaOf<StockMovementView & { readonly by?: string }> = z
  .strictObject({
    id: z.string(),
    at: z.string(),
    locationId: z.string(),
    onHand: z.int(),
    reserved: z.int(),
    reason: z.string(),
    actor: z.string(),
    reference: z.string().optional(),
    by: z.string().optional().openapi({ description: 'The name of the member of staff.' }),
  })
  .openapi('StockMovement');

const outcomeSchema = z
  .looseObject({ kind: z.enum(['changed', 'unchanged', 'not-enough']) })
  .openapi('StockOutcome', {
    description: 'What is there afterwards; with `not-enough` how many are `free`, and nothing was changed.',
  });

function nothingOf({ variantId }: StaffVariantChoice): VariantStockView {
  return { variantId, backorder: false, lowStock: 0, levels: [] };
}

const variantParams = z.object({ variantId: z.string().max(200) });
const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).optional(),
  after: z.string().max(200).optional().openapi({ description: '`next` of the page before.' }),
};
/** So many that run low, or are not out yet, are told of at once. */
const MOST_CHOSEN = 100;

/** What is where, what came and went, and why. */
export function stockAdminOperations({ inventory, catalog, identity }: CommerceEngine): Operation[] {
  const change = {
    method: 'post',
    needs: 'inventory.write',
    changes: true,
    answer: outcomeSchema,
  } as const;

  /** Undefined = all. */
  async function idsAmong(
    actor: Actor,
    { low, preorder }: { readonly low?: 'yes' | undefined; readonly preorder?: 'yes' | undefined },
  ): Promise<readonly string[] | undefined> {
    if (preorder) return inventory.preorders(actor, { limit: MOST_CHOSEN });
    if (!low) return undefined;
    return (await inventory.lowStock(actor, { limit: MOST_CHOSEN })).map((each) => each.variantId);
  }

  async function rowsOf(actor: Actor, variants: readonly StaffVariantChoice[]): Promise<StockRow[]> {
    const stock = await inventory.stock(
      actor,
      variants.map(({ variantId }) => variantId),
    );
    const levels = new Map(stock.map((each) => [each.variantId, each]));
    const parts = stock.flatMap(({ madeOf }) => madeOf?.components ?? []);
    const names = await catalog.forStaff.variantNames(parts.map(({ variantId }) => variantId));
    return variants.map((variant) => {
      const { madeOf, ...own } = levels.get(variant.variantId) ?? nothingOf(variant);
      if (!madeOf) return { ...variant, ...own };
      const components = madeOf.components.map((each) => {
        const name = names.get(each.variantId)?.name;
        return name === undefined ? each : { ...each, name };
      });
      return { ...variant, ...own, madeOf: { ...madeOf, components } };
    });
  }

  return [
    operation({
      id: 'listStock',
      summary: 'Variants on sale with what is where of them',
      method: 'get',
      path: '/stock',
      needs: 'inventory.write',
      query: z.object({
        q: z
          .string()
          .max(200)
          .optional()
          .openapi({ description: 'Part of a name, begin of an article number, or a barcode.' }),
        low: z
          .enum(['yes'])
          .optional()
          .openapi({ description: 'Only what runs low over all locations, at most 100.' }),
        preorder: z
          .enum(['yes'])
          .optional()
          .openapi({ description: 'Only what is not out yet, the next to come out first, at most 100.' }),
        ...pageQuery,
      }),
      answer: z.object({ variants: z.array(rowSchema), next: z.string().optional() }),
      handle: async ({ actor, query: { q, low, preorder, limit = 50, after } }) => {
        const ids = await idsAmong(actor, { low, preorder });
        const found = await catalog.forStaff.findVariants(actor, {
          q,
          limit: ids ? MOST_CHOSEN : Math.min(limit + 1, 100),
          ...(ids && { ids }),
          ...(after !== undefined && { after }),
        });
        const page = ids ? inOrderOf(ids, found) : found.slice(0, limit);
        const variants = await rowsOf(actor, page);
        const hasMore = found.length > page.length || (!ids && limit === 100 && found.length === 100);
        return { variants, ...(hasMore && { next: page.at(-1)!.variantId }) };
      },
    }),
    operation({
      id: 'getStock',
      summary: 'What is where of a variant on sale',
      method: 'get',
      path: '/stock/{variantId}',
      needs: 'inventory.write',
      params: variantParams,
      answer: z.object({ variant: orNone(rowSchema) }),
      handle: async ({ actor, params }) => {
        const found = await catalog.forStaff.findVariants(actor, { ids: [params.variantId] });
        const [variant] = await rowsOf(actor, found);
        if (!variant) return { variant: null };
        const partOf = await catalog.forStaff.bundlesWith(actor, variant.variantId);
        return { variant: { ...variant, ...(partOf.length > 0 && { partOf }) } };
      },
    }),
    operation({
      id: 'listStockMovements',
      summary: 'The stock ledger of a variant, newest first',
      method: 'get',
      path: '/stock/{variantId}/movements',
      needs: 'inventory.write',
      params: variantParams,
      query: z.object({
        location: z.string().max(200).optional(),
        kind: z
          .enum(['on-hand'])
          .optional()
          .openapi({ description: 'Without what was only promised and let go.' }),
        ...pageQuery,
      }),
      answer: z.object({ movements: z.array(movementSchema), next: z.string().optional() }),
      handle: async ({ actor, params, query: { location, kind, limit, after } }) => {
        const page = await inventory.movements(actor, {
          ...params,
          locationId: location,
          onlyOnHand: kind === 'on-hand',
          limit,
          after,
        });
        const staff = page.movements.flatMap((each) => staffOf(each) ?? []);
        const names = await identity.staffNames([...new Set(staff)]);
        const movements = page.movements.map((each) => {
          const by = names[staffOf(each) ?? ''];
          return by === undefined ? each : { ...each, by };
        });
        return { ...page, movements };
      },
    }),
    operation({
      ...change,
      id: 'setStockOnHand',
      summary: 'An absolute count of a variant at a location',
      path: '/stock-counts',
      body: setOnHandSchema,
      handle: async ({ command, body }) => ({ ...(await inventory.setOnHand(command, body)) }),
    }),
    operation({
      ...change,
      id: 'adjustStock',
      summary: 'Pieces that came to a location, or left it (negative)',
      path: '/stock-adjustments',
      body: adjustSchema,
      handle: async ({ command, body }) => ({ ...(await inventory.adjust(command, body)) }),
    }),
    operation({
      ...change,
      id: 'moveStock',
      summary: 'Pieces that go from one location to another',
      path: '/stock-transfers',
      body: moveSchema,
      handle: async ({ command, body }) => ({ ...(await inventory.move(command, body)) }),
    }),
    operation({
      ...change,
      id: 'setStockPolicy',
      summary: 'How a variant is sold when there is little or nothing left',
      path: '/stock-policies',
      body: stockPolicySchema,
      answer: z.object({ set: z.literal(true) }),
      handle: async ({ command, body }) => {
        await inventory.setPolicy(command, body);
        return { set: true as const };
      },
    }),
  ];
}

function inOrderOf(
  ids: readonly string[],
  variants: readonly StaffVariantChoice[],
): readonly StaffVariantChoice[] {
  const places = new Map(ids.map((id, place) => [id, place]));
  return variants.toSorted((a, b) => places.get(a.variantId)! - places.get(b.variantId)!);
}

function staffOf({ actor }: StockMovementView): string | undefined {
  return /^staff:(.+)$/.exec(actor)?.[1];
}
