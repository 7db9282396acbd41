import type { ModuleProps } from '@vitrine/modules';
import { Icon } from '../icon.tsx';
import { priceLabel } from './price-label.ts';
import styles from './search-results.module.css';
import type { searchResults } from './search-results.module.ts';

/** The chosen filters, each a link to the same page without it. */
export function ActiveFilters({ data, query, context, withQuery, t }: ModuleProps<typeof searchResults>) {
  const labels = new Map(
    data.results.facets.flatMap(({ key, values }) =>
      values.map((value) => [`${key}=${value.key}`, value.label] as const),
    ),
  );
  const chips = Object.entries(query.f).flatMap(([key, values]) =>
    values.map((value) => ({
      key: `${key}=${value}`,
      label: labels.get(`${key}=${value}`) ?? value,
      change: { [`f.${key}`]: values.filter((other) => other !== value) },
    })),
  );
  const none = Object.fromEntries(Object.keys(query.f).map((key) => [`f.${key}`, undefined]));
  if (query.price !== undefined) {
    chips.push({ key: 'price', label: priceLabel(query.price, context, t), change: { price: [] } });
  }
  return (
    <ul className={styles.chips} aria-label={t('active')}>
      {chips.map(({ key, label, change }) => (
        <li key={key}>
          <a
            className={styles.chip}
            href={withQuery({ page: undefined, ...change })}
            aria-label={t('remove-filter', { filter: label })}
          >
            {label}
            <Icon name="close" size={14} />
          </a>
        </li>
      ))}
      <li>
        <a className={styles.clear} href={withQuery({ page: undefined, price: undefined, ...none })}>
          {t('clear')}
        </a>
      </li>
    </ul>
  );
}
