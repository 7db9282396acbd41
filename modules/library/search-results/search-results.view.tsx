import type { ModuleProps } from '@vitrine/modules';
import { RichText } from '@vitrine/modules/view';
import { Card, cardStock } from '../product-card/card.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { FilterForm } from './filter-form.tsx';
import { Paging } from './paging.tsx';
import styles from './search-results.module.css';
import type { searchResults } from './search-results.module.ts';
import { SortMenu } from './sort-menu.tsx';

const sizes = '(min-width: 1400px) 330px, (min-width: 900px) 26vw, (min-width: 600px) 31vw, 46vw';

export function SearchResultsView(props: ModuleProps<typeof searchResults>) {
  const { id, config, data, query, context, href, t } = props;
  const { results } = data;
  const [category] = data.categories;
  const prices = new Map(
    [...(data.prices ?? []), ...(data.insteadPrices ?? [])].map((price) => [price.productId, price]),
  );
  const availability = new Map(data.availability?.map((each) => [each.variantId, each]));
  const filtered = Object.values(query.f).some((values) => values.length > 0) || query.price !== undefined;
  const empty = results.total === 0;
  // Beside the filters three stand in a row, without them four.
  const cards = empty ? (data.instead ?? []).slice(0, filtered ? 3 : 4) : data.cards;
  return (
    <section className={styles.results} aria-labelledby={`${id}-title`}>
      <div className={config.heading ? styles.head : 'vt-hidden'}>
        <h1 id={`${id}-title`}>
          {category?.name ?? (query.q ? t('results', { text: query.q }) : t('everything'))}
        </h1>
        {category?.description && (
          <RichText html={category.description} className={`vt-prose ${styles.description}`} />
        )}
        {results.corrected && (
          <p className={styles.corrected}>
            {t('corrected', { text: query.q, corrected: results.corrected })}
          </p>
        )}
      </div>
      <div className={styles.layout} data-empty={(empty && !filtered) || undefined}>
        {(!empty || filtered) && (
          <>
            <FilterForm {...props} />
            <div className={styles.bar}>
              <p className={styles.count} role="status">
                {t('count', { count: results.total })}
              </p>
              <SortMenu {...props} />
            </div>
          </>
        )}
        <div className={styles.main}>
          {filtered && <ActiveFilters {...props} />}
          {empty && (
            <div className={styles.none}>
              <h2>{t('none')}</h2>
              <p>{t(filtered ? 'none-filters' : category ? 'none-category' : 'none-text')}</p>
            </div>
          )}
          {empty && cards.length > 0 && <h2 className={styles.instead}>{t('instead')}</h2>}
          <ul className={styles.list}>
            {cards.map((card, at) => (
              <li key={card.id}>
                <Card
                  product={card}
                  price={prices.get(card.id)}
                  stock={cardStock(card, availability, prices)}
                  level={empty ? 'h3' : 'h2'}
                  sizes={sizes}
                  priority={!empty && at < 2}
                  wanted={query.f}
                  locale={context.locale}
                  href={href}
                  t={t}
                  styles={styles}
                />
              </li>
            ))}
          </ul>
          <Paging {...props} />
        </div>
      </div>
    </section>
  );
}
