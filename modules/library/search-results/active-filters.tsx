import type { ModuleProps } from '@vitrine/modules';
import { Icon } from '../icon.tsx';
import { priceLabel } from './price-label.ts';
import { filterOf } from './search-query.ts';
import styles from './search-results.module.css';
import type { searchResults } from './search-results.module.ts';

/** The chosen filters, each a link to the same page without it. */
export function ActiveFilters({ data, query, context, withQuery, t }: ModuleProps<typeof searchResults>) {
  const labels = new Map(
    data.results.facets.flatMap(({ key, values }) =>
      values.map((value) => [filterOf(key, value.key), value.label] as const),
    ),
  );
  const filters = Object.entries(query.f).flatMap(([key, values]) =>
    values.map((value) => filterOf(key, value)),
  );
  const chips = filters.map((filter) => ({
    key: filter,
    label: labels.get(filter) ?? filter.slice(filter.indexOf('.') + 1),
    change: { f: filters.filter((other) => other !== filter) } as Record<string, string[] | undefined>,
  }));
  if (query.price !== undefined) {
    chips.push({ key: 'price', label: priceLabel(query.price, context, t), change: { price: undefined } });
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
        <a className={styles.clear} href={withQuery({ page: undefined, price: undefined, f: undefined })}>
          {t('clear')}
        </a>
      </li>
    </ul>
  );
}
