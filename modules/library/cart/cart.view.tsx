import { changeCart } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { formatMoney, MutationForm } from '@vitrine/modules/view';
import { offRows } from '../purchase-sums.ts';
import { TakenOff } from '../taken-off.tsx';
import styles from './cart.module.css';
import type { cart } from './cart.module.ts';
import { CartCoupons } from './cart-coupons.tsx';
import { CartLine } from './cart-line.tsx';

type Line = Parameters<typeof CartLine>[0]['line'];

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
  const form = data.form ?? undefined;
  const problemOf = (line: Line) => form?.problems[`quantity.${line.id}`];
  // The first field of the page that could not be taken has the focus.
  const focused = found.lines.find(problemOf)?.id;
  return (
    <MutationForm
      mutation={changeCart}
      values={{ 'page.checkout': config.checkout && href(config.checkout) }}
      className={styles.cart}
      label={t('title')}
    >
      {/* Enter in any field presses the first button of a form: it takes nothing out, and does not lead on. */}
      <button type="submit" className="vt-hidden" tabIndex={-1} aria-hidden="true" />
      <div className={styles.head}>
        <h1 id={`${id}-title`}>{t('title')}</h1>
        <p>{t('count', { count: found.count })}</p>
      </div>
      <div>
        <Notices {...props} />
        <ul>
          {found.lines.map((line) => (
            <CartLine
              key={line.id}
              line={line}
              problem={problemOf(line)}
              hasFocus={line.id === focused}
              {...props}
            />
          ))}
        </ul>
        <Offers {...props} />
      </div>
      <aside className={styles.summary} aria-labelledby={`${id}-summary`}>
        <h2 id={`${id}-summary`}>{t('summary')}</h2>
        <dl className={styles.sums}>
          <div className={styles.total}>
            <dt>{t('total')}</dt>
            <dd>{money(found.total)}</dd>
          </div>
        </dl>
        <p className={styles.fine}>{t(taxWords(found))}</p>
        <TakenOff rows={offRows(found)} locale={context.locale} styles={styles} t={t} />
        <CartCoupons coupons={found.coupons} form={form} hasFocus={!focused} {...props} />
        {config.checkout ? (
          <button type="submit" className="vt-button" name="to" value="checkout">
            {t('checkout')}
          </button>
        ) : (
          <p>{t('no-checkout')}</p>
        )}
        {config.note && <p className={styles.fine}>{config.note}</p>}
      </aside>
    </MutationForm>
  );
}

/** What is said of tax and delivery below the total; gift cards have neither. */
function taxWords({ lines, plusTax }: NonNullable<ModuleProps<typeof cart>['data']['cart']>) {
  if (lines.every(({ giftCard }) => giftCard)) return 'tax-cards';
  return plusTax ? 'plus-tax' : 'tax';
}

/** What promotions would give, and what they cannot. */
function Offers({ data, context, t }: Pick<ModuleProps<typeof cart>, 'data' | 'context' | 't'>) {
  const { nearPromotion: near, missedGifts = [] } = data.cart ?? {};
  if (!near && missedGifts.length === 0) return null;
  return (
    <ul className={styles.offers}>
      {missedGifts.map(({ name, promotion }) => (
        <li key={promotion}>{t('missed-gift', { name, promotion })}</li>
      ))}
      {near?.pieces !== undefined && (
        <li>{t('near-pieces', { count: near.pieces, promotion: near.name })}</li>
      )}
      {near?.amount && (
        <li>
          {t('near-amount', { amount: formatMoney(near.amount, context.locale), promotion: near.name })}
        </li>
      )}
    </ul>
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
