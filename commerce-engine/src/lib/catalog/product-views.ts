import type { StoredMedia } from './catalog.tables.ts';
import type {
  AttributeView,
  CategoryRef,
  ComponentView,
  MediaView,
  OptionValueView,
  OptionView,
  ProductCardView,
  ProductView,
} from './catalog.views.ts';
import type {
  AttributeRow,
  CardRow,
  CategoryRow,
  ComponentRow,
  ProductRow,
  VariantRow,
} from './catalog-rows.ts';
import { textIn } from './local-text.rules.ts';
import type { OptionInput } from './product-import.ts';

const NEW_FOR_DAYS = 30;

/** How a row is read: in which locales, best first, and when. */
export interface Reading {
  readonly chain: readonly string[];
  readonly at: Date;
}

export function productView(
  row: ProductRow,
  reading: Reading & {
    /** The channel's locales, for `slugs`. */
    readonly locales: readonly string[];
    readonly breadcrumb: readonly CategoryRef[];
    readonly relatedIds: readonly string[];
    readonly isGiftCard: boolean;
  },
): ProductView {
  const { chain, locales, breadcrumb, relatedIds, isGiftCard } = reading;
  const card = productCardView(row, reading);
  const description = textIn(row.description, chain);
  return {
    ...card,
    description,
    options: shownOptions(row).map((option) => optionView(option, chain)),
    variants: row.variants.map((variant) => {
      const weight = weightOf(variant);
      return {
        id: variant.id,
        sku: variant.sku,
        options: variant.options,
        ...(variant.barcode !== null && { barcode: variant.barcode }),
        ...(weight !== undefined && { weight }),
        ...(variant.quantities && { quantities: variant.quantities }),
        ...(variant.components && {
          components: variant.components.map((component) => componentView(component, chain)),
        }),
      };
    }),
    attributes: row.attributes.map((attribute) => attributeView(attribute, chain)),
    breadcrumb,
    tags: row.tags,
    seo: {
      title: textIn(row.seo_title, chain) || card.name,
      description: textIn(row.seo_description, chain) || beginningOf(description),
    },
    slugs: slugsIn(row.slugs, locales),
    relatedIds,
    ...(isGiftCard && { isGiftCard }),
  };
}

export function productCardView(row: CardRow, { chain, at }: Reading): ProductCardView {
  const name = textIn(row.name, chain);
  const values = shownOptions(row).flatMap((option) => option.values);
  const age = at.getTime() - row.published_at.getTime();
  return {
    id: row.id,
    slug: textIn(row.slugs, chain),
    name,
    ...(row.brand !== null && { brand: row.brand }),
    media: row.media.map((media) => mediaView(media, chain, name)),
    swatches: values
      .filter((value) => value.swatch !== undefined)
      .map((value) => optionValueView(value, chain)),
    variantIds: row.variants.map((variant) => variant.id),
    badges: age >= 0 && age < NEW_FOR_DAYS * 24 * 60 * 60 * 1000 ? ['new'] : [],
  };
}

export function mediaView(media: StoredMedia, chain: readonly string[], otherwise: string): MediaView {
  return {
    id: media.id,
    src: media.src,
    alt: textIn(media.alt, chain) || otherwise,
    width: media.width ?? 0,
    height: media.height ?? 0,
    shows: media.shows ?? {},
  };
}

export function componentView(row: ComponentRow, chain: readonly string[]): ComponentView {
  const name = textIn(row.name, chain);
  const picture = pictureOf(row.media, row.chosen);
  return {
    variantId: row.variantId,
    productId: row.productId,
    ...(row.slugs && { productSlug: textIn(row.slugs, chain) }),
    name,
    options: chosenOptions(row, row.chosen, chain),
    sku: row.sku,
    quantity: row.quantity,
    ...(picture && { media: mediaView(picture, chain, name) }),
  };
}

/** The first picture that shows a variant with these options. */
export function pictureOf(
  media: readonly StoredMedia[],
  chosen: Readonly<Record<string, string>>,
): StoredMedia | undefined {
  return media.find(({ shows = {} }) =>
    Object.entries(shows).every(([option, value]) => chosen[option] === value),
  );
}

/** Grams of a piece; what nobody weighed as a whole is the sum of what it is made of. Undefined = not known. */
export function weightOf({
  weight,
  components,
}: Pick<VariantRow, 'weight' | 'components'>): number | undefined {
  if (weight !== null) return weight;
  const weights = (components ?? []).map((each) => (each.weight ?? Number.NaN) * each.quantity);
  const sum = weights.reduce((total, each) => total + each, 0);
  return weights.length > 0 && !Number.isNaN(sum) ? sum : undefined;
}

export function categoryRef(row: CategoryRow, chain: readonly string[]): CategoryRef {
  return { id: row.id, slug: textIn(row.slugs, chain), name: textIn(row.name, chain) };
}

/** From the root to the category, included; empty when it is not among the rows. */
export function pathTo(id: string | undefined, rows: ReadonlyMap<string, CategoryRow>): CategoryRow[] {
  const path: CategoryRow[] = [];
  for (let row = id === undefined ? undefined : rows.get(id); row; ) {
    path.unshift(row);
    row = row.parent_id === null ? undefined : rows.get(row.parent_id);
  }
  return path;
}

/** The slug in each of the channel's locales, where it has its own or falls back. */
export function slugsIn(slugs: Readonly<Record<string, string>>, locales: readonly string[]) {
  return Object.fromEntries(
    locales.map((locale) => [locale, textIn(slugs, [locale, ...locales.slice(0, 1)])]),
  );
}

/** The chosen values as a shopper reads them, `Ochre · M`, in the order of the options. */
export function chosenOptions(
  row: Pick<ProductRow, 'options'>,
  chosen: Readonly<Record<string, string>>,
  chain: readonly string[],
): string {
  return row.options
    .flatMap((option) => option.values.find((value) => value.key === chosen[option.key]) ?? [])
    .map((value) => textIn(value.label, chain) || value.key)
    .join(' · ');
}

function shownOptions(row: CardRow): OptionInput[] {
  return row.options.map((option) => ({
    ...option,
    values: option.values.filter((value) =>
      row.variants.some((variant) => variant.options[option.key] === value.key),
    ),
  }));
}

function optionView(option: OptionInput, chain: readonly string[]): OptionView {
  return {
    key: option.key,
    label: textIn(option.label, chain) || option.key,
    values: option.values.map((value) => optionValueView(value, chain)),
  };
}

function optionValueView(value: OptionInput['values'][number], chain: readonly string[]): OptionValueView {
  return {
    key: value.key,
    label: textIn(value.label, chain) || value.key,
    ...(value.swatch !== undefined && { swatch: value.swatch }),
  };
}

function attributeView(row: AttributeRow, chain: readonly string[]): AttributeView {
  return {
    key: row.key,
    label: textIn(row.label, chain) || row.key,
    value: attributeText(row, textIn(row.value, chain), chain[0]!),
  };
}

function attributeText({ type, unit }: AttributeRow, value: string, locale: string): string {
  if (type === 'number') {
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(Number(value));
    return unit === null ? number : `${number}\u00a0${unit}`;
  }
  if (type === 'date') {
    const date = new Date(`${value}T00:00:00Z`);
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  }
  return value;
}

/** The first words of a text in HTML, for search engines. */
function beginningOf(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= 160) return text;
  return `${text.slice(0, 159).replace(/\s+\S*$/, '')}…`;
}
