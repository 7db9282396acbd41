import type { OutputOf } from '@vitrine/data-actions';
import type { getCart, getCartForm } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import styles from './cart.module.css';
import type { cart } from './cart.module.ts';

type Coupons = NonNullable<OutputOf<typeof getCart>>['coupons'];

/** The codes a shopper brought, each with what became of it, and a field for another one. */
export function CartCoupons({
  id,
  coupons,
  form,
  hasFocus,
  t,
}: Pick<ModuleProps<typeof cart>, 'id' | 't'> & {
  coupons: Coupons;
  /** A code that was refused on the page before. */
  form: OutputOf<typeof getCartForm> | undefined;
  hasFocus: boolean;
}) {
  const problem = form?.problems.code;
  return (
    <div className={styles.coupons}>
      {coupons.length > 0 && (
        <ul aria-label={t('codes')}>
          {coupons.map(({ code, state }) => (
            <li key={code} className={styles.coupon}>
              <strong>{code}</strong>
              <span className={styles.couponState} data-state={state}>
                {t(`coupon.${state}`)}
              </span>
              <button
                type="submit"
                className={styles.remove}
                name="code.remove"
                value={code}
                formNoValidate
                aria-label={t('remove-code', { code })}
              >
                {t('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <details open={problem !== undefined}>
        <summary>{t('code')}</summary>
        <div className={styles.couponRow}>
          <label className="vt-hidden" htmlFor={`${id}-code`}>
            {t('code')}
          </label>
          <input
            className="vt-field"
            id={`${id}-code`}
            name="code"
            inputMode="text"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={100}
            defaultValue={form?.values.code}
            {...(problem && {
              'aria-invalid': true,
              'aria-describedby': `${id}-code-problem`,
              autoFocus: hasFocus,
            })}
          />
          <button type="submit" className="vt-button" data-look="quiet">
            {t('apply')}
          </button>
        </div>
        {problem && (
          <p className={styles.problem} id={`${id}-code-problem`}>
            {t(`coupon.${problem}`)}
          </p>
        )}
      </details>
    </div>
  );
}
