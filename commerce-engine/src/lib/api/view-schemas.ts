import { z } from '@hono/zod-openapi';
import type { CartOutcome, CartView } from '../cart/cart.views.ts';
import { RECIPIENT_FIELDS } from '../cart/recipient.ts';
import type {
  CategoryRef,
  CategoryTreeNode,
  CategoryView,
  ComponentView,
  MediaView,
  OptionValueView,
  ProductCardView,
  ProductView,
} from '../catalog/catalog.views.ts';
import type { ImportOutcome } from '../catalog/product-import.ts';
import { CAPABILITIES } from '../identity/capability.rules.ts';
import type { Actor, AuditView, SignInOutcome } from '../identity/identity.views.ts';
import type { AvailabilityView, StoreAvailabilityView } from '../inventory/inventory.views.ts';
import type { Money } from '../money/money.rules.ts';
import type { ProductPriceView, VariantPriceView } from '../pricing/pricing.views.ts';
import type { SearchResultView, SuggestionView } from '../search/search.views.ts';

// What the API answers, for the OpenAPI documents and for the tests that hold answers against them. The types are the
// views; a view that grows a property fails here until its schema has it too.

export type SchemaOf<View> = z.ZodType<View>;

/**
 * What is there, or null. For schemas with a name: `nullable()` of one is documented as a reference alone, without the null.
 */
export function orNone<Schema extends z.ZodType>(schema: Schema): z.ZodUnion<[Schema, z.ZodNull]> {
  return z.union([schema, z.null()]);
}

const texts = z.record(z.string(), z.string());
const ids = z.array(z.string());
const availabilityClass = z.enum(['in-stock', 'low-stock', 'sold-out', 'backorder', 'preorder']);

export const shipsFrom: z.ZodString = z
  .string()
  .openapi({ format: 'date', description: 'The local day it comes out; only of what is on preorder.' });

export const moneySchema: SchemaOf<Money> = z
  .strictObject({ amount: z.int(), currency: z.string().length(3) })
  .openapi('Money', { description: 'Whole minor units of one currency.' });

export const mediaView: SchemaOf<MediaView> = z
  .strictObject({
    id: z.string(),
    src: z.string(),
    alt: z.string(),
    width: z.int(),
    height: z.int(),
    shows: texts,
  })
  .openapi('Media');

export const components: z.ZodOptional<SchemaOf<readonly ComponentView[]>> = z
  .array(
    z
      .strictObject({
        variantId: z.string(),
        productId: z.string(),
        productSlug: z.string().optional().openapi({ description: 'Absent = it is not sold by itself.' }),
        name: z.string(),
        options: z.string(),
        sku: z.string(),
        quantity: z.int().openapi({ description: 'Pieces in one piece of the bundle.' }),
        media: mediaView.optional(),
      })
      .openapi('Component'),
  )
  .optional()
  .openapi({ description: 'Only of a bundle: what one piece of it holds, in order.' });

const optionValue: SchemaOf<OptionValueView> = z.strictObject({
  key: z.string(),
  label: z.string(),
  swatch: z.string().optional(),
});

const card = {
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  brand: z.string().optional(),
  media: z.array(mediaView),
  swatches: z.array(optionValue),
  variantIds: ids,
  badges: z.array(z.enum(['new'])),
};

const refs = { id: z.string(), slug: z.string(), name: z.string() };
const categoryRef: SchemaOf<CategoryRef> = z.strictObject(refs);
const seo = z.strictObject({ title: z.string(), description: z.string() });

export const productCardSchema: SchemaOf<ProductCardView> = z.strictObject(card).openapi('ProductCard');

export const quantities = z.strictObject({
  min: z.int().optional(),
  multiple: z.int().optional(),
  max: z.int().optional(),
});

export const productSchema: SchemaOf<ProductView> = z
  .strictObject({
    ...card,
    description: z.string(),
    options: z.array(z.strictObject({ key: z.string(), label: z.string(), values: z.array(optionValue) })),
    variants: z.array(
      z.strictObject({
        id: z.string(),
        sku: z.string(),
        options: texts,
        barcode: z.string().optional(),
        weight: z.number().optional(),
        components,
        quantities: quantities.optional(),
      }),
    ),
    attributes: z.array(z.strictObject({ key: z.string(), label: z.string(), value: z.string() })),
    breadcrumb: z.array(categoryRef),
    tags: z.array(z.string()),
    seo,
    slugs: texts,
    relatedIds: ids,
    isGiftCard: z.literal(true).optional(),
  })
  .openapi('Product');

export const categorySchema: SchemaOf<CategoryView> = z
  .strictObject({
    ...refs,
    description: z.string(),
    image: mediaView.optional(),
    parentId: z.string().optional(),
    breadcrumb: z.array(categoryRef),
    children: z.array(categoryRef),
    seo,
    slugs: texts,
  })
  .openapi('Category');

export const categoryTreeNodeSchema: SchemaOf<CategoryTreeNode> = z
  .strictObject({
    ...refs,
    get children() {
      return z.array(categoryTreeNodeSchema);
    },
  })
  .openapi('CategoryTreeNode');

const plusTax = z
  .literal(true)
  .optional()
  .openapi({ description: 'Tax comes on top of the price; absent = it is in it.' });

export const variantPriceSchema: SchemaOf<VariantPriceView> = z
  .strictObject({
    variantId: z.string(),
    price: moneySchema,
    regular: moneySchema,
    onSale: z.boolean(),
    plusTax,
    lowest30Days: moneySchema.optional(),
    breaks: z
      .array(z.strictObject({ from: z.int(), price: moneySchema, regular: moneySchema }))
      .optional()
      .openapi({ description: 'What a piece costs in larger quantities, rising.' }),
    validUntil: z.string().optional(),
  })
  .openapi('VariantPrice');

export const productPriceSchema: SchemaOf<ProductPriceView> = z
  .strictObject({
    productId: z.string(),
    from: moneySchema,
    to: moneySchema,
    regularFrom: moneySchema,
    onSale: z.boolean(),
    plusTax,
    validUntil: z.string().optional(),
  })
  .openapi('ProductPrice');

export const availabilitySchema: SchemaOf<AvailabilityView> = z
  .strictObject({
    variantId: z.string(),
    class: availabilityClass,
    left: z.int().optional(),
    shipsFrom: shipsFrom.optional(),
  })
  .openapi('Availability');

export const storeAvailabilitySchema: SchemaOf<StoreAvailabilityView> = z
  .strictObject({
    storeId: z.string(),
    storeName: z.string(),
    city: z.string(),
    class: availabilityClass,
    left: z.int().optional(),
  })
  .openapi('StoreAvailability');

export const searchResultSchema: SchemaOf<SearchResultView> = z
  .strictObject({
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    productIds: ids,
    facets: z.array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        values: z.array(
          z.strictObject({
            key: z.string(),
            label: z.string(),
            count: z.int(),
            selected: z.boolean(),
            swatch: z.string().optional(),
          }),
        ),
      }),
    ),
    priceRange: z.strictObject({ from: moneySchema, to: moneySchema }).optional(),
    corrected: z.string().optional(),
  })
  .openapi('SearchResult');

export const suggestionSchema: SchemaOf<SuggestionView> = z
  .strictObject({
    kind: z.enum(['product', 'category', 'term']),
    text: z.string(),
    productId: z.string().optional(),
    slug: z.string().optional(),
  })
  .openapi('Suggestion');

const codeRefusals = ['unknown', 'not-begun', 'over', 'used-up', 'disabled', 'other-customer'] as const;

const recipientView = z.strictObject({
  name: z.string(),
  email: z.string(),
  message: z.string().optional(),
  on: z.string().optional(),
});

export const giftCardView = z.strictObject({ recipient: recipientView.optional() }).optional();

export const cartSchema: SchemaOf<CartView> = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    currency: z.string(),
    lines: z.array(
      z.strictObject({
        id: z.string(),
        variantId: z.string(),
        productId: z.string(),
        productSlug: z.string(),
        name: z.string(),
        options: z.string(),
        media: mediaView.optional(),
        components,
        quantity: z.int(),
        giftCard: giftCardView,
        unitPrice: moneySchema,
        unitRegular: moneySchema,
        isPricedByHand: z.literal(true).optional(),
        discounts: z.array(z.strictObject({ name: z.string(), amount: moneySchema })),
        total: moneySchema,
        availability: availabilityClass,
        shipsFrom: shipsFrom.optional(),
        maxQuantity: z.int(),
        minQuantity: z.int().optional(),
        multiple: z.int().optional(),
        isGift: z.literal(true).optional(),
      }),
    ),
    count: z.int(),
    subtotal: moneySchema,
    savings: moneySchema,
    discounts: z.array(
      z.strictObject({
        promotionId: z.string(),
        name: z.string(),
        code: z.string().optional(),
        amount: moneySchema,
      }),
    ),
    total: moneySchema,
    plusTax,
    coupons: z.array(
      z.strictObject({
        code: z.string(),
        state: z.enum(['applied', 'does-not-apply', 'personal', ...codeRefusals]),
      }),
    ),
    notices: z.array(
      z.strictObject({
        kind: z.enum(['removed', 'lowered', 'raised', 'price-changed', 'joined', 'by-hand-ended']),
        name: z.string(),
      }),
    ),
    missedGifts: z.array(z.strictObject({ name: z.string(), promotion: z.string() })).optional(),
    nearPromotion: z
      .strictObject({ name: z.string(), pieces: z.int().optional(), amount: moneySchema.optional() })
      .optional(),
  })
  .openapi('Cart');

const cart = cartSchema.optional();

export const cartOutcomeSchema: SchemaOf<CartOutcome> = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('changed'),
      cart: cartSchema,
      removed: z
        .strictObject({
          lineId: z.string(),
          variantId: z.string(),
          name: z.string(),
          quantity: z.int(),
          recipient: recipientView.optional(),
          place: z.int(),
        })
        .optional(),
    }),
    z.strictObject({ kind: z.literal('sold-out'), variantId: z.string(), cart }),
    z.strictObject({ kind: z.literal('not-enough'), variantId: z.string(), left: z.int(), cart }),
    z.strictObject({ kind: z.literal('unknown-variant'), variantId: z.string() }),
    z.strictObject({ kind: z.literal('unknown-line'), lineId: z.string(), cart }),
    z.strictObject({ kind: z.literal('bad-recipient'), fields: z.array(z.enum(RECIPIENT_FIELDS)) }),
    z.strictObject({ kind: z.literal('cart-full'), max: z.int() }),
    z.strictObject({
      kind: z.literal('bad-quantity'),
      quantity: z.number(),
      max: z.int(),
      min: z.int().optional(),
      multiple: z.int().optional(),
    }),
    z.strictObject({
      kind: z.literal('coupon-refused'),
      code: z.string(),
      reason: z.enum([...codeRefusals, 'too-many']),
      cart,
    }),
  ])
  .openapi('CartOutcome');

export const importOutcomeSchema: SchemaOf<ImportOutcome> = z
  .strictObject({
    handle: z.string(),
    kind: z.enum(['created', 'changed', 'unchanged', 'refused']),
    changes: z.array(z.string()),
    problems: z.array(z.string()),
  })
  .openapi('ImportOutcome');

const staffActor = z.strictObject({
  kind: z.literal('staff'),
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  capabilities: z.array(z.enum(CAPABILITIES)),
});

/** Nobody is the system across HTTP. */
export const customerActor = z.strictObject({
  kind: z.literal('customer'),
  id: z.string(),
  name: z.string(),
  email: z.string(),
  group: z.string().optional(),
});

export const actorSchema: SchemaOf<Exclude<Actor, { kind: 'system' }>> = z
  .discriminatedUnion('kind', [z.strictObject({ kind: z.literal('guest') }), customerActor, staffActor])
  .openapi('Actor');

export const signInOutcomeSchema: SchemaOf<SignInOutcome> = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('signed-in'),
      token: z.string(),
      expiresAt: z.string(),
      actor: staffActor,
    }),
    z.strictObject({ kind: z.literal('refused') }),
    z.strictObject({ kind: z.literal('too-many-tries'), retryAfterSeconds: z.int() }),
  ])
  .openapi('SignInOutcome');

export const auditSchema: SchemaOf<AuditView> = z
  .strictObject({
    id: z.string(),
    at: z.string(),
    actor: z.string(),
    actorName: z.string(),
    action: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi('AuditEntry');
