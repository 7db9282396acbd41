import type { OutputOf } from '@vitrine/data-actions';
import type { getProduct } from '@vitrine/data-actions/library';
import { pictureOption } from '../media-gallery/media-on-show.ts';

export type Product = OutputOf<typeof getProduct>;
export type Variant = Product['variants'][number];
export type Option = Product['options'][number];

/** How a product's options are chosen on a page, and what is chosen so far. */
export interface Choice {
  /** Options chosen by links: the pictured one, since pictures follow it, and all others but one. */
  readonly links: readonly Option[];
  /** The option chosen by radio buttons whose values are variants, so that a plain form says which one is bought. */
  readonly radio: Option | undefined;
  /** Link options' keys → value on show. */
  readonly selected: Readonly<Record<string, string>>;
  /** Variants with the selected values, in the order of the radio option. */
  readonly variants: readonly Variant[];
  /** Settled by the address, or because there is only one. */
  readonly variant: Variant | undefined;
}

/** Reads the choice from an address. Values that do not exist count as not said; what is left is always a real combination. */
export function readChoice(
  product: Pick<Product, 'options' | 'variants' | 'media'>,
  query: { readonly colour?: string; readonly variant?: string },
): Choice {
  const pictured = pictureOption(product);
  const radio = product.options.filter((option) => option !== pictured).at(-1);
  const links = product.options.filter((option) => option !== radio);
  const asked = product.variants.find(({ id }) => id === query.variant);
  const firstShown = pictured && product.media.find(({ shows }) => shows[pictured.key])?.shows[pictured.key];
  const selected: Record<string, string> = {};
  let fitting = product.variants;
  for (const { key } of links) {
    const isPictured = key === pictured?.key;
    const wishes = [
      isPictured ? query.colour : undefined,
      asked?.options[key],
      isPictured ? firstShown : undefined,
    ];
    const value =
      wishes.find((wish) => fitting.some(({ options }) => options[key] === wish)) ??
      fitting[0]?.options[key] ??
      '';
    selected[key] = value;
    fitting = fitting.filter(({ options }) => options[key] === value);
  }
  const order = radio?.values.map(({ key }) => key) ?? [];
  const variants = radio
    ? [...fitting].sort((a, b) => order.indexOf(a.options[radio.key]!) - order.indexOf(b.options[radio.key]!))
    : fitting;
  const settled = !radio || variants.length === 1 ? variants[0] : undefined;
  return { links, radio, selected, variants, variant: variants.find((each) => each === asked) ?? settled };
}

/**
 * What the address must say for a link option to have another value: the colour by its name, anything else by a
 * variant. A variant already chosen takes its other values along where they exist.
 */
export function queryFor(
  product: Pick<Product, 'options' | 'variants' | 'media'>,
  choice: Choice,
  option: Option,
  value: string,
  chosen: Variant | undefined,
): { colour?: string; variant?: string } {
  const links = { ...choice.selected, [option.key]: value };
  const find = (wanted: Readonly<Record<string, string>>) =>
    product.variants.find(({ options }) => Object.keys(wanted).every((key) => options[key] === wanted[key]));
  const same = chosen && find({ ...chosen.options, ...links });
  const near = find(links) ?? find({ [option.key]: value });
  if (option.key !== pictureOption(product)?.key) return { variant: (same ?? near)?.id };
  const wanted = same ?? (choice.links.length > 1 ? near : undefined);
  // The colour's name is enough where it settles all: people pass these addresses on.
  const settled = readChoice(product, { colour: value }).variant;
  return { colour: value, variant: wanted === settled ? undefined : wanted?.id };
}

/** Variants one could still get with this value of a link option, the other link options as they are. */
export function variantsWith(
  product: Pick<Product, 'variants'>,
  choice: Choice,
  option: Option,
  value: string,
): readonly Variant[] {
  const wanted = { ...choice.selected, [option.key]: value };
  return product.variants.filter(({ options }) =>
    choice.links.every(({ key }) => options[key] === wanted[key]),
  );
}
