import type { ModuleProps } from '@vitrine/modules';
import { Card } from '../product-card/card.tsx';
import { SectionHeading } from '../section-heading.tsx';
import styles from './my-picks.module.css';
import type { myPicks } from './my-picks.module.ts';

export function MyPicksView({ id, config, data, context, href, t }: ModuleProps<typeof myPicks>) {
  const picks = data.picks ?? [];
  if (picks.length === 0) return null;
  return (
    <section id={id} className={styles.picks} aria-labelledby={`${id}-title`}>
      <SectionHeading id={`${id}-title`} title={config.title || t('title')} href={href} styles={styles} />
      <ul className={styles.list}>
        {picks.map(({ product, price }) => (
          <li key={product.id}>
            <Card
              product={product}
              price={price}
              level="h3"
              sizes="(min-width: 1400px) 310px, (min-width: 900px) 23vw, 46vw"
              locale={context.locale}
              href={href}
              t={t}
              styles={styles}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
