import type { ModuleProps } from '@vitrine/modules';
import { Icon } from '../icon.tsx';
import { priceLabel } from './price-label.ts';
import { priceSteps } from './price-range.ts';
import { filterOf } from './search-query.ts';
import styles from './search-results.module.css';
import type { searchResults } from './search-results.module.ts';

/** Facet values shown before the rest has to be unfolded. */
const shownAtOnce = 8;

/**
 * All filters as one form of the browser's own: it asks for the same address with other parameters. On a phone it is a
 * drawer, from tablets up a column; both are the same element.
 */
export function FilterForm({ id, data, query, context, withQuery, t }: ModuleProps<typeof searchResults>) {
  const { total, priceRange } = data.results;
  // A choice that would leave everything as it is is none.
  const facets = data.results.facets.filter(({ values }) =>
    values.some(({ count, selected }) => selected || count < total),
  );
  const steps = priceRange ? priceSteps(priceRange.from.amount, priceRange.to.amount) : [];
  const prices = query.price !== undefined && !steps.includes(query.price) ? [query.price, ...steps] : steps;
  const chosen = Object.values(query.f).flat().length + (query.price === undefined ? 0 : 1);
  const drawer = `${id}-filters`;
  return (
    <>
      <button type="button" className={styles.open} popoverTarget={drawer}>
        <Icon name="filter" size={20} />
        {chosen > 0 ? t('filters-chosen', { count: chosen }) : t('filters')}
      </button>
      <form
        className={styles.filters}
        id={drawer}
        popover="auto"
        method="get"
        action={withQuery({}).split('?', 1)[0]}
        aria-label={t('filters')}
      >
        <div className={styles.filtersHead}>
          <p>{t('filters')}</p>
          <button type="button" popoverTarget={drawer} popoverTargetAction="hide">
            <Icon name="close" />
            <span className="vt-hidden">{t('close-filters')}</span>
          </button>
        </div>
        {query.q && <input type="hidden" name="q" value={query.q} />}
        {query.sort && <input type="hidden" name="sort" value={query.sort} />}
        {facets.map((facet) => {
          const inputs = facet.values.map((value) => (
            <label key={value.key} className={styles.choice} data-none={value.count === 0 || undefined}>
              <input
                type="checkbox"
                name="f"
                value={filterOf(facet.key, value.key)}
                defaultChecked={value.selected}
                disabled={value.count === 0 && !value.selected}
              />
              {value.swatch && (
                <svg className={styles.facetSwatch} viewBox="0 0 16 16" aria-hidden="true">
                  <circle cx="8" cy="8" r="7.5" fill={value.swatch} />
                </svg>
              )}
              <span>{value.label}</span> <span className={styles.number}>{value.count}</span>
            </label>
          ));
          return (
            <details key={facet.key} className={styles.facet} open>
              <summary>{facet.label}</summary>
              <fieldset className={styles.choices}>
                <legend className="vt-hidden">{facet.label}</legend>
                {inputs.slice(0, shownAtOnce)}
                {inputs.length > shownAtOnce && (
                  <details
                    className={styles.rest}
                    open={facet.values.slice(shownAtOnce).some(({ selected }) => selected)}
                  >
                    <summary>{t('more', { count: inputs.length })}</summary>
                    {inputs.slice(shownAtOnce)}
                  </details>
                )}
              </fieldset>
            </details>
          );
        })}
        {prices.length > 0 && (
          <details className={styles.facet} open>
            <summary>{t('price')}</summary>
            <fieldset className={styles.choices}>
              <legend className="vt-hidden">{t('price')}</legend>
              {[undefined, ...prices].map((price) => (
                <label key={price ?? 'any'} className={styles.choice}>
                  <input
                    type="radio"
                    name="price"
                    value={price ?? ''}
                    defaultChecked={query.price === price}
                  />
                  <span>{price === undefined ? t('any-price') : priceLabel(price, context, t)}</span>
                </label>
              ))}
            </fieldset>
          </details>
        )}
        <p className={styles.apply}>
          <button type="submit" className="vt-button">
            {t('apply')}
          </button>
        </p>
      </form>
    </>
  );
}
