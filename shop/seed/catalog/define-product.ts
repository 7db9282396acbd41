import type {
  LocalText,
  MediaInput,
  OptionInput,
  ProductInput,
  VariantInput,
} from '@vitrine/commerce-engine/client';
import { type ColourKey, colourways } from '../pictures/palette.ts';
import { subjects } from '../pictures/subjects.ts';
import { type MaterialKey, materials } from './materials.ts';
import { type StockCase, stockOf } from './stock.ts';

/** Euro cents, then pence. */
export type Prices = readonly [eur: number, gbp: number];

/** A text in English, then in German. */
export type Pair = readonly [en: string, de: string];

export interface ProductSketch {
  readonly handle: string;
  /** Four digits; the middle of every article number. */
  readonly number: number;
  readonly name: Pair;
  readonly slugDe: string;
  /** Two to four sentences. */
  readonly text: Pair;
  /** Facts, one line each. */
  readonly details: readonly Pair[];
  readonly material: MaterialKey;
  readonly care: Pair;
  readonly origin: Pair;
  readonly dimensions: Pair;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** What search engines show under the title. */
  readonly summary: Pair;
  /** Whether the colours of its pictures are an option. Default: when there is more than one. */
  readonly colours?: boolean;
  readonly options?: readonly OptionInput[];
  readonly price: Prices;
  /** What an option value adds to the price: option key → value key. */
  readonly surcharge?: Readonly<Record<string, Readonly<Record<string, Prices>>>>;
  /** Reduced price; of these variants only when `only` names them (`ochre/large`). */
  readonly sale?: { readonly price: Prices; readonly only?: readonly string[] };
  /** Grams. */
  readonly weight: number;
  /** Stock by variant (`ochre/large`), by one value of it (`large`), or of all (`*`). Default: plenty. */
  readonly stock?: Readonly<Record<string, StockCase>>;
  readonly related: readonly string[];
  readonly publishedAt: string;
}

/** Makes the whole product from a sketch: every variant with prices and stock, every picture with its words. */
export function defineProduct(sketch: ProductSketch): ProductInput {
  const subject = subjects[sketch.handle];
  if (!subject) throw new Error(`Product "${sketch.handle}" has no picture. Add it to pictures/subjects.ts.`);
  const withColours = sketch.colours ?? subject.colours.length > 1;
  const options = [...(withColours ? [colourOption(subject.colours)] : []), ...(sketch.options ?? [])];
  return {
    handle: sketch.handle,
    name: both(sketch.name),
    slug: { en: sketch.handle, de: sketch.slugDe },
    description: {
      en: html(
        sketch.text[0],
        sketch.details.map(([en]) => en),
      ),
      de: html(
        sketch.text[1],
        sketch.details.map(([, de]) => de),
      ),
    },
    brand: 'Ostrand',
    published: true,
    categories: sketch.categories,
    tags: sketch.tags,
    attributes: {
      material: both(materials[sketch.material]),
      care: both(sketch.care),
      origin: both(sketch.origin),
      dimensions: both(sketch.dimensions),
    },
    seo: {
      title: { en: `${sketch.name[0]} – Ostrand`, de: `${sketch.name[1]} – Ostrand` },
      description: both(sketch.summary),
    },
    media: subject.colours.flatMap((colour) => picturesOf(sketch, colour, withColours)),
    options,
    variants: combinations(options).map((values, index) => variantOf(sketch, values, index)),
    related: sketch.related,
    publishedAt: sketch.publishedAt,
  };
}

export function both([en, de]: Pair): LocalText {
  return { en, de };
}

function html(text: string, details: readonly string[]): string {
  return `<p>${text}</p><ul>${details.map((line) => `<li>${line}</li>`).join('')}</ul>`;
}

function colourOption(colours: readonly ColourKey[]): OptionInput {
  return {
    key: 'colour',
    label: { en: 'Colour', de: 'Farbe' },
    values: colours.map((key) => {
      const { en, de, hex } = colourways[key];
      return { key, label: { en, de }, swatch: hex };
    }),
  };
}

function picturesOf(sketch: ProductSketch, colour: ColourKey, withColours: boolean): MediaInput[] {
  const { en, de } = colourways[colour];
  const [nameEn, nameDe] = sketch.name;
  const english = withColours ? `${nameEn} in ${en.toLowerCase()}` : nameEn;
  const german = withColours ? `${nameDe} in ${de}` : nameDe;
  const words: readonly Pair[] = [
    [english, german],
    [`${english}, close up`, `${german}, aus der Nähe`],
    [`${english}, in use`, `${german}, im Gebrauch`],
  ];
  return words.map((alt, index) => ({
    src: `demo/${sketch.handle}-${colour}-${index + 1}.svg`,
    alt: both(alt),
    width: 1200,
    height: 1500,
    ...(withColours ? { shows: { colour } } : {}),
  }));
}

function variantOf(
  sketch: ProductSketch,
  values: Readonly<Record<string, string>>,
  index: number,
): VariantInput {
  const name = Object.values(values).join('/');
  const regular = priceOf(sketch.price, sketch, values);
  const reduced =
    sketch.sale && (!sketch.sale.only || sketch.sale.only.includes(name))
      ? priceOf(sketch.sale.price, sketch, values)
      : undefined;
  const stock =
    sketch.stock?.[name] ??
    Object.values(values)
      .map((value) => sketch.stock?.[value])
      .find(Boolean) ??
    sketch.stock?.['*'] ??
    'plenty';
  return {
    sku: ['OS', sketch.number, ...Object.values(values)].join('-').toUpperCase(),
    barcode: ean(`20${sketch.number}${String(index).padStart(6, '0')}`),
    weight: sketch.weight,
    options: values,
    prices: (['EUR', 'GBP'] as const).map((currency, at) => ({
      price: { amount: (reduced ?? regular)[at]!, currency },
      ...(reduced ? { regular: { amount: regular[at]!, currency } } : {}),
    })),
    stock: stockOf(stock, sketch.number * 17 + index),
    ...(stock === 'backorder' ? { backorder: true } : {}),
  };
}

function priceOf(base: Prices, sketch: ProductSketch, values: Readonly<Record<string, string>>): Prices {
  let [eur, gbp] = base;
  for (const [option, value] of Object.entries(values)) {
    const more = sketch.surcharge?.[option]?.[value];
    if (more) [eur, gbp] = [eur + more[0], gbp + more[1]];
  }
  return [eur, gbp];
}

function combinations(options: readonly OptionInput[]): Record<string, string>[] {
  return options.reduce<Record<string, string>[]>(
    (found, option) =>
      found.flatMap((values) => option.values.map((value) => ({ ...values, [option.key]: value.key }))),
    [{}],
  );
}

// EAN-13: twelve digits and a check digit; numbers from 20 are for use inside a shop.
function ean(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
