import type { ModuleProps } from '@vitrine/modules';
import { Icon } from '../icon.tsx';
import styles from './cart-badge.module.css';
import type { cartBadge } from './cart-badge.module.ts';

export function CartBadgeView({ data, href, t }: ModuleProps<typeof cartBadge>) {
  // `undefined` = the cart could not be read in time; that is not an empty one.
  const { count = 0 } = data;
  const said = data.count === undefined ? t('unknown') : count > 0 ? t('count', { count }) : t('empty');
  return (
    <a className={styles.badge} href={href('/cart')} data-cart-badge={t('live')}>
      <Icon name="bag" />
      <span className={styles.count} aria-hidden="true" hidden={count === 0}>
        {count > 99 ? '99+' : count}
      </span>
      <span className="vt-hidden">{said}</span>
    </a>
  );
}
