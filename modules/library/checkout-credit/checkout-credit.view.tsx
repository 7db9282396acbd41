import { updateCheckout } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { formatMoney, mutationAddress } from '@vitrine/modules/view';
import { CheckoutPart } from '../checkout-parts.tsx';
import styles from './checkout-credit.module.css';
import type { checkoutCredit } from './checkout-credit.module.ts';

export function CheckoutCreditView({ id, data, context, t }: ModuleProps<typeof checkoutCredit>) {
  const { page } = data;
  if (page?.checkout.state !== 'open') return null;
  const { storeCredit } = page.checkout.tenders;
  if (!storeCredit || storeCredit.balance.amount === 0) return null;
  const { balance, pays } = storeCredit;
  const money = (amount: number) => formatMoney({ ...balance, amount }, context.locale);
  const left = balance.amount - pays.amount;
  const said =
    pays.amount === 0
      ? t('have', { balance: money(balance.amount) })
      : t(left > 0 ? 'left' : 'pays', { amount: money(pays.amount), left: money(left) });
  return (
    <CheckoutPart id={id} title={t('title')} live styles={styles}>
      <div className={styles.credit}>
        <input type="hidden" name="storeCredit" value="no" />
        <label className={styles.use} data-now="">
          <input
            type="checkbox"
            name="storeCredit"
            value="yes"
            defaultChecked={pays.amount > 0}
            aria-describedby={`${id}-said`}
          />
          {t('use')}
        </label>
        <p className={styles.soft} id={`${id}-said`}>
          {said}
        </p>
        <button
          type="submit"
          className={`vt-button ${styles.apply}`}
          data-look="quiet"
          data-update=""
          formAction={mutationAddress(updateCheckout)}
        >
          {t('apply')}
        </button>
      </div>
    </CheckoutPart>
  );
}
