import type { ModuleProps } from '@vitrine/modules';
import { formatMoney } from '@vitrine/modules/view';
import { offRows } from '../purchase-sums.ts';
import { TakenOff } from '../taken-off.tsx';
import styles from './cart.module.css';
import type { cart } from './cart.module.ts';
import { CartCoupons } from './cart-coupons.tsx';
import { CartLine } from './cart-line.tsx';

export function CartView(props: ModuleProps<typeof cart>) {
  const { id, config, data, context, href, t } = props;
  const found = data.cart;
  if (!found || found.lines.length === 0) {
    return (
      <section className={styles.empty} aria-labelledby={`${id}-title`}>
        <h1 id={`${id}-title`}>{t('empty')}</h1>
        <Notices {...props} />
        <p>{t('empty-text')}</p>
        <a className="vt-button" href={href(config.shopLink)}>
          {t('shop')}
        </a>
      </section>
    );
  }
  const money = (value: typeof found.total) => formatMoney(value, context.locale);
  return (
    <section className={styles.cart} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h1 id={`${id}-title`}>{t('title')}</h1>
        <p>{t('count', { count: found.count })}</p>
      </div>
      <div>
        <Notices {...props} />
        <ul>
          {found.lines.map((line) => (
            <CartLine key={line.id} line={line} {...props} />
          ))}
        </ul>
      </div>
      <aside className={styles.summary} aria-labelledby={`${id}-summary`}>
        <h2 id={`${id}-summary`}>{t('summary')}</h2>
        <dl className={styles.sums}>
          <div className={styles.total}>
            <dt>{t('total')}</dt>
            <dd>{money(found.total)}</dd>
          </div>
        </dl>
        <p className={styles.fine}>{t('tax')}</p>
        <TakenOff rows={offRows(found)} locale={context.locale} styles={styles} t={t} />
        <CartCoupons coupons={found.coupons} form={data.form ?? undefined} {...props} />
        {config.checkout ? (
          <a className="vt-button" href={href(config.checkout)}>
            {t('checkout')}
          </a>
        ) : (
          <p>{t('no-checkout')}</p>
        )}
        {config.note && <p className={styles.fine}>{config.note}</p>}
      </aside>
    </section>
  );
}

function Notices({ data, t }: Pick<ModuleProps<typeof cart>, 'data' | 't'>) {
  const notices = data.cart?.notices ?? [];
  if (notices.length === 0) return null;
  return (
    <div className={styles.notices} role="status">
      <ul aria-label={t('notices')}>
        {notices.map(({ kind, name }) => (
          <li key={`${kind} ${name}`}>{t(`notice.${kind}`, { name })}</li>
        ))}
      </ul>
    </div>
  );
}
