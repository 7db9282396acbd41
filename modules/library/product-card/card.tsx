import type { OutputOf } from '@vitrine/data-actions';
import type { getAvailability, getProductCard, getProductPrice } from '@vitrine/data-actions/library';
import type { ViewProps } from '@vitrine/modules';
import { Picture, PriceTag } from '@vitrine/modules/view';
import type { ReactElement } from 'react';
import { calendarDay } from '../calendar-day.ts';

export type CardProduct = OutputOf<typeof getProductCard>;
export type CardPrice = OutputOf<typeof getProductPrice>;
export type CardAvailability = OutputOf<typeof getAvailability>;

/**
 * A product as a card, the same wherever products stand side by side. The whole card is one link with the product's
 * name. `styles` come from a style sheet that imports `card.css`; texts are `cardMessages` and must be in the module.
 */
export function Card({
  product,
  price,
  stock = {},
  level: Heading = 'h3',
  sizes,
  priority = false,
  wanted = {},
  locale,
  href,
  t,
  styles,
}: {
  product: CardProduct;
  /** Without it the card shows no price: a price that is late must not hold up a picture. */
  price?: CardPrice;
  stock?: CardStock;
  level?: 'h2' | 'h3';
  sizes: string;
  priority?: boolean;
  /** Values of options that were asked for: the picture shows one of them, and the link leads to it. */
  wanted?: Readonly<Record<string, readonly string[]>>;
  locale: string;
  styles: Readonly<Record<string, string | undefined>>;
} & Pick<ViewProps<unknown, unknown, never, unknown>, 'href' | 't'>): ReactElement {
  const [first] = product.media;
  const asked = product.media.find(({ shows }) => Object.keys(shows).some((key) => isWanted(shows, key)));
  const media = asked ?? first;
  const seen = asked && asked !== first && Object.keys(asked.shows).find((key) => isWanted(asked.shows, key));
  const address = href({ kind: 'product', slug: product.slug });
  const { notYet, soldOut, shipsFrom } = stock;
  const badge = notYet
    ? 'not-yet'
    : soldOut
      ? 'sold-out'
      : shipsFrom
        ? 'preorder'
        : price?.onSale
          ? 'sale'
          : product.badges[0];
  const shownSwatches = product.swatches.slice(0, 5);
  return (
    <article className={styles.card} data-sold-out={soldOut || notYet || undefined}>
      <div className={styles.cardPicture}>
        {media ? (
          <Picture image={media} alt="" sizes={sizes} priority={priority} />
        ) : (
          <span className={styles.noPicture}>{t('no-picture')}</span>
        )}
        {badge && (
          <span className={styles.badge} data-badge={badge}>
            {t(badge)}
          </span>
        )}
      </div>
      <div className={styles.cardWords}>
        <Heading className={styles.cardName}>
          <a href={seen ? `${address}?colour=${encodeURIComponent(asked.shows[seen]!)}` : address}>
            {product.name}
          </a>
        </Heading>
        {price && (
          <PriceTag
            className={styles.cardPrice}
            price={price.from}
            plusTax={price.plusTax}
            regular={price.onSale ? price.regularFrom : price.from}
            from={price.to.amount > price.from.amount}
            locale={locale}
            t={t}
          />
        )}
        {shipsFrom && (
          <p className={styles.shipsFrom}>{t('ships-from', { day: calendarDay(shipsFrom, locale) })}</p>
        )}
        {product.swatches.length > 1 && (
          <p className={styles.swatches}>
            <span className="vt-hidden">{t('colours', { count: product.swatches.length })}</span>
            {shownSwatches.map(({ key, swatch }) => (
              <svg key={key} className={styles.swatch} viewBox="0 0 12 12" aria-hidden="true">
                <circle cx="6" cy="6" r="5.5" fill={swatch ?? 'currentColor'} />
              </svg>
            ))}
            {product.swatches.length > shownSwatches.length && (
              <span aria-hidden="true">+{product.swatches.length - shownSwatches.length}</span>
            )}
          </p>
        )}
      </div>
    </article>
  );

  function isWanted(shows: Readonly<Record<string, string>>, key: string): boolean {
    return wanted[key]?.includes(shows[key]!) ?? false;
  }
}

/** What a card says of a product's stock. */
export interface CardStock {
  /** None of its variants has a price here. */
  readonly notYet?: boolean;
  /** None of its variants can be bought. */
  readonly soldOut?: boolean;
  /** None that can be bought is out yet: the day the first of them comes out. */
  readonly shipsFrom?: string;
}

/** Of all variants together; nothing is said while it is not known of each. What has no price cannot be bought, whatever is there. */
export function cardStock(
  product: CardProduct,
  availability: ReadonlyMap<string, CardAvailability>,
  /** Absent = not known yet. */
  prices: ReadonlyMap<string, CardPrice> | undefined,
): CardStock {
  if (prices && !prices.has(product.id)) return { notYet: true };
  const told = product.variantIds.map((id) => availability.get(id));
  const buyable = told.filter((each) => each?.class !== 'sold-out');
  if (told.length === 0) return {};
  if (buyable.length === 0) return { soldOut: true };
  if (!buyable.every((each) => each?.class === 'preorder')) return {};
  const [shipsFrom] = buyable.flatMap((each) => each?.shipsFrom ?? []).sort();
  return shipsFrom === undefined ? {} : { shipsFrom };
}
