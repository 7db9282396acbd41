import { Icon } from '../icon.tsx';
import styles from './buy-box.module.css';
import type { BuyBoxProps } from './buy-box-props.ts';
import type { Choice, Variant } from './choice.ts';

const states = ['in-stock', 'low-stock', 'backorder'] as const;

/** What the stores have: of the chosen variant, or of each that could be chosen. */
export function StoreStock({
  choice,
  variant,
  data,
  t,
}: BuyBoxProps & { choice: Choice; variant: Variant | undefined }) {
  const { product, stores, ways } = data;
  // Answers come in the order of the variants; with one missing nobody could say whose they are.
  if (ways && !ways.includes('pickup')) return null;
  if (!stores || stores.length !== product.variants.length) return null;
  const priced = new Set(data.prices.map(({ variantId }) => variantId));
  // What is not for sale is nobody's to fetch.
  const asked = (variant ? [variant] : choice.variants).filter(({ id }) => priced.has(id));
  const [first] = asked.map((each) => stores[product.variants.indexOf(each)]);
  if (!first || first.length === 0) return null;
  const label = (each: Variant) =>
    choice.radio?.values.find(({ key }) => key === each.options[choice.radio!.key])?.label ?? '';
  return (
    <details className={styles.stores}>
      <summary>
        <Icon name="pin" size={20} />
        {t('stores')}
        <Icon name="down" size={18} />
      </summary>
      <ul>
        {first.map((store) => {
          const stateOf = (each: Variant) =>
            stores[product.variants.indexOf(each)]?.find(({ storeId }) => storeId === store.storeId)?.class;
          const groups = states.flatMap((state) => {
            const having = asked.filter((each) => stateOf(each) === state);
            if (having.length === 0) return [];
            const says = t(`store-${state}`);
            if (asked.length === 1) return [says];
            return [t('in-these', { state: says, values: having.map(label).join(', ') })];
          });
          return (
            <li key={store.storeId} className={styles.store} data-none={groups.length === 0 || undefined}>
              <span>
                {store.storeName}, {store.city}
              </span>{' '}
              <span>{groups.length > 0 ? groups.join(' · ') : t('store-sold-out')}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
