import type { OutputOf } from '@vitrine/data-actions';
import type { getProduct } from '@vitrine/data-actions/library';

type Product = Pick<OutputOf<typeof getProduct>, 'media' | 'options' | 'variants'>;

/**
 * The pictures of the colour (or other pictured option) on show, then those of all variants. `query.colour` wins over
 * `query.variant`; unknown ones count as not said: the first picture's colour is shown then.
 */
export function mediaOnShow(
  product: Product,
  query: { readonly colour?: string; readonly variant?: string },
): Product['media'] {
  const key = pictureOption(product)?.key;
  if (key === undefined) return product.media;
  const own = (value: string | undefined) =>
    value === undefined ? [] : product.media.filter(({ shows }) => shows[key] === value);
  const variant = product.variants.find(({ id }) => id === query.variant);
  const chosen = [own(query.colour), own(variant?.options[key])].find((pictures) => pictures.length > 0);
  const general = product.media.filter(({ shows }) => shows[key] === undefined);
  const pictures = [
    ...(chosen ?? own(product.media.find(({ shows }) => shows[key])?.shows[key])),
    ...general,
  ];
  return pictures.length > 0 ? pictures : product.media;
}

/** The option one can see: colours, or whatever pictures differ by. Absent when all variants look alike. */
export function pictureOption(product: Product): Product['options'][number] | undefined {
  return product.options.find(
    ({ key, values }) =>
      values.some(({ swatch }) => swatch) || product.media.some(({ shows }) => shows[key] !== undefined),
  );
}
