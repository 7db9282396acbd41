import { formatMoney, Picture } from '@vitrine/modules/view';
import styles from './buy-box.module.css';
import type { BuyBoxProps } from './buy-box-props.ts';
import type { Variant } from './choice.ts';
import { setSavings } from './set-savings.ts';

/** What a bundle holds, with the way to what is sold by itself. */
export function SetContents({
  variant,
  config,
  data,
  context,
  href,
  t,
}: BuyBoxProps & { variant: Variant | undefined }) {
  const components = variant?.components;
  if (!components) return null;
  const saved = setSavings(variant, data.prices, data.componentPrices ?? []);
  const Heading = config.level === 'h1' ? 'h2' : 'h3';
  return (
    <section className={styles.contents} aria-label={t('contents')}>
      <Heading className={styles.optionLabel}>{t('contents')}</Heading>
      <ul>
        {components.map(({ variantId, quantity, name, options, productSlug, media }) => (
          <li key={variantId} className={styles.component}>
            <div className={styles.componentPicture}>
              {media && <Picture image={media} alt="" sizes="56px" />}
            </div>
            <p>
              {quantity} ×{' '}
              {productSlug === undefined ? (
                name
              ) : (
                <a href={href({ kind: 'product', slug: productSlug })}>{name}</a>
              )}
              {options && <span>{options}</span>}
            </p>
          </li>
        ))}
      </ul>
      {saved && <p className={styles.saved}>{t('saved', { amount: formatMoney(saved, context.locale) })}</p>}
    </section>
  );
}
