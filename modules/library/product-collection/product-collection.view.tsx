import { forgetViewed } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import { Card, cardStock } from '../product-card/card.tsx';
import { SectionHeading } from '../section-heading.tsx';
import styles from './product-collection.module.css';
import type { productCollection } from './product-collection.module.ts';

export function ProductCollectionView({
  id,
  config,
  data,
  context,
  href,
  withQuery,
  t,
}: ModuleProps<typeof productCollection>) {
  if (data.cards.length < config.least) return null;
  const isViewed = config.source === 'viewed';
  const title = config.title || (isViewed ? t('viewed') : '');
  const prices = data.prices && new Map(data.prices.map((price) => [price.productId, price]));
  const availability = new Map(data.availability?.map((each) => [each.variantId, each]));
  return (
    <section
      id={id}
      className={styles.collection}
      aria-labelledby={title ? `${id}-title` : undefined}
      data-layout={config.layout}
    >
      <SectionHeading
        id={`${id}-title`}
        title={title}
        intro={config.intro}
        link={config.link}
        linkLabel={config.linkLabel}
        href={href}
        styles={styles}
      >
        {isViewed && (
          <MutationForm mutation={forgetViewed} values={{ _from: withQuery({}) }}>
            <button type="submit" className={styles.forget}>
              {t('forget')}
            </button>
          </MutationForm>
        )}
      </SectionHeading>
      <ul className={styles.list} tabIndex={config.layout === 'row' ? 0 : undefined}>
        {data.cards.map((card) => (
          <li key={card.id}>
            <Card
              product={card}
              price={prices?.get(card.id)}
              stock={cardStock(card, availability, prices)}
              level={title ? 'h3' : 'h2'}
              sizes="(min-width: 1400px) 310px, (min-width: 900px) 23vw, (min-width: 600px) 31vw, 46vw"
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
