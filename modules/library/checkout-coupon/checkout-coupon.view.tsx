import { updateCheckout } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { mutationAddress } from '@vitrine/modules/view';
import { CheckoutPart, fieldId, problemProps } from '../checkout-parts.tsx';
import { Icon } from '../icon.tsx';
import styles from './checkout-coupon.module.css';
import type { checkoutCoupon } from './checkout-coupon.module.ts';

export function CheckoutCouponView({ id, data, t }: ModuleProps<typeof checkoutCoupon>) {
  const { page } = data;
  if (page?.checkout.state !== 'open') return null;
  const { coupons } = page.checkout.cart;
  const tools = { id, page, styles, t };
  const field = fieldId('coupon');
  const problem = page.problems.coupon;
  const update = mutationAddress(updateCheckout);
  return (
    <CheckoutPart id={id} title={t('title')} live styles={styles}>
      {coupons.length > 0 && (
        <ul className={styles.codes} aria-label={t('codes')}>
          {coupons.map(({ code, state }) => (
            <li key={code} className={styles.code}>
              <strong>{code}</strong>
              <span className={styles.state} data-state={state}>
                {t(`coupon.${state}`)}
              </span>
              <button
                type="submit"
                className={styles.remove}
                name="coupon.remove"
                value={code}
                formAction={update}
                aria-label={t('remove-code', { code })}
              >
                <Icon name="close" size={18} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <label className="vt-hidden" htmlFor={field}>
          {t('code')}
        </label>
        <input
          className="vt-field"
          id={field}
          name="coupon"
          type="text"
          inputMode="text"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="done"
          maxLength={100}
          defaultValue={problem ? page.typed.coupon : ''}
          {...problemProps(tools, 'coupon')}
        />
        <button type="submit" className="vt-button" data-look="quiet" formAction={update}>
          {t('apply')}
        </button>
      </div>
      {problem && (
        <p className={styles.problem} id={`${field}-problem`}>
          {t(`coupon.${problem}`)}
        </p>
      )}
    </CheckoutPart>
  );
}
