import { PriceTag } from '@vitrine/modules/view';
import { useState } from 'react';
import { AddToCart } from './add-to-cart.tsx';
import styles from './buy-box.module.css';
import type { BuyBoxProps } from './buy-box-props.ts';
import { readChoice } from './choice.ts';
import { isMailed } from './is-mailed.ts';
import { OptionLinks } from './option-links.tsx';
import { SetContents } from './set-contents.tsx';
import { StoreStock } from './store-stock.tsx';

export function BuyBoxView(props: BuyBoxProps) {
  const { config, data, query, context, t } = props;
  const { product } = data;
  const choice = readChoice(product, query);
  const [variantId, chooseVariant] = useState(choice.variant?.id);
  const variant = choice.variants.find(({ id }) => id === variantId);
  const offered = new Set((variant ? [variant] : choice.variants).map(({ id }) => id));
  const prices = data.prices.filter((price) => offered.has(price.variantId));
  const cheapest = prices.toSorted((a, b) => a.price.amount - b.price.amount)[0];
  const Heading = config.level;
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        {product.brand && <p className={styles.brand}>{product.brand}</p>}
        <Heading className={styles.title}>{product.name}</Heading>
        {cheapest && (
          <p className={styles.price} aria-live="polite">
            <PriceTag
              price={cheapest.price}
              regular={cheapest.regular}
              from={prices.some(({ price }) => price.amount !== cheapest.price.amount)}
              lowest30Days={cheapest.lowest30Days}
              locale={context.locale}
              t={t}
            />
          </p>
        )}
        {cheapest && (
          <p className={styles.fine}>
            {t(isMailed(data.ways) ? 'mailed' : cheapest.plusTax ? 'plus-tax' : 'tax')}
          </p>
        )}
      </div>
      {choice.links.map((option) => (
        <OptionLinks key={option.key} option={option} choice={choice} variant={variant} {...props} />
      ))}
      <SetContents variant={variant} {...props} />
      <AddToCart choice={choice} variant={variant} onChoose={chooseVariant} {...props} />
      <StoreStock choice={choice} variant={variant} {...props} />
    </div>
  );
}
