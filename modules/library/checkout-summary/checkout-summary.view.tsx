import type { ModuleProps } from '@vitrine/modules';
import { formatMoney } from '@vitrine/modules/view';
import { Icon } from '../icon.tsx';
import { PurchaseLines, PurchaseSums } from '../purchase-parts.tsx';
import { offRows, sumRows, tenderRows } from '../purchase-sums.ts';
import styles from './checkout-summary.module.css';
import type { checkoutSummary } from './checkout-summary.module.ts';
import { NothingToPay } from './nothing-to-pay.tsx';

export function CheckoutSummaryView(props: ModuleProps<typeof checkoutSummary>) {
  const { id, config, data, context, href, t } = props;
  const { page } = data;
  if (page?.checkout.state !== 'open') return <NothingToPay {...props} />;
  const { cart, deliveryTotal, total, rest, tenders, missing, earns, ...checkout } = page.checkout;
  const { locale } = context;
  const amount = formatMoney(rest, locale);
  const rows = sumRows({ ...checkout, delivery: deliveryTotal });
  const tools = { locale, styles, t };
  return (
    <div className={styles.summary} id={id} data-live="">
      <input type="hidden" name="checkoutId" value={checkout.id} />
      <input type="hidden" name="seen" value={checkout.seen} />
      <input type="hidden" name="_key" value={page.key} />
      {page.hasTried && <input type="hidden" name="tried" value="yes" />}
      <h2 className={styles.title} id={`${id}-title`}>
        {t('title')}
      </h2>
      {cart.notices.length > 0 && (
        <div className={styles.notices} role="status">
          <ul>
            {cart.notices.map(({ kind, name }) => (
              <li key={`${kind} ${name}`}>{t(`notice.${kind}`, { name })}</li>
            ))}
          </ul>
        </div>
      )}
      <details className={styles.goods} id={`${id}-goods`}>
        <summary>
          {t('count', { count: cart.count })}
          <Icon name="down" size={18} />
        </summary>
        <PurchaseLines lines={cart.lines} {...tools} />
        <p>
          <a className="vt-link" href={href(config.cart)}>
            {t('change')}
          </a>
        </p>
      </details>
      <PurchaseSums
        rows={rows}
        off={offRows({ lines: cart.lines, discounts: checkout.discounts })}
        total={total}
        paidBy={tenderRows(tenders)}
        rest={rest}
        taxes={checkout.taxes}
        prices={checkout.prices}
        {...(checkout.reliefs && { reliefs: checkout.reliefs })}
        {...tools}
      />
      {checkout.isVatUnproven && (
        <p className={styles.fine}>{t('vat-unproven', { vatId: checkout.vatId ?? '' })}</p>
      )}
      {earns && (
        <p className={styles.fine}>
          {t(earns.isMember ? 'earns' : 'would-earn', {
            points: t('points', { count: earns.points }),
            name: earns.name,
          })}
        </p>
      )}
      {cart.lines.some(({ shipsFrom }) => shipsFrom !== undefined) && (
        <p className={styles.fine}>{t('preorder-paid')}</p>
      )}
      {!deliveryTotal && <p className={styles.fine}>{t('delivery-open')}</p>}
      {missing.includes('cart') && (
        <p className={styles.problem}>
          {t('sold-out-cart')} <a href={href(config.cart)}>{t('change')}</a>
        </p>
      )}
      <button type="submit" className="vt-button" data-pay="">
        {!deliveryTotal
          ? t('continue')
          : total.amount === 0
            ? t('place')
            : rest.amount === 0
              ? t('place-covered')
              : t('pay', { total: amount })}
      </button>
      <p hidden data-announce="">
        {t('total-now', { total: formatMoney(total, locale) })}
        {rest.amount !== total.amount && ` ${t('rest-now', { rest: amount })}`}
      </p>
    </div>
  );
}
