import type { ModuleProps } from '@vitrine/modules';
import { Card, cardStock } from './card.tsx';
import styles from './product-card.module.css';
import type { productCard } from './product-card.module.ts';

export function ProductCardView({ config, data, context, href, t }: ModuleProps<typeof productCard>) {
  const [card] = data.cards;
  if (!card) return null;
  const availability = new Map(data.availability?.map((each) => [each.variantId, each]));
  const prices = data.prices && new Map(data.prices.map((each) => [each.productId, each]));
  return (
    <div className={styles.alone}>
      <Card
        product={card}
        price={prices?.get(card.id)}
        stock={cardStock(card, availability, prices)}
        level={config.level}
        sizes="(min-width: 900px) 30vw, 92vw"
        locale={context.locale}
        href={href}
        t={t}
        styles={styles}
      />
    </div>
  );
}
