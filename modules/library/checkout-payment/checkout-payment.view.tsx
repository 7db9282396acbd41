import type { ModuleProps } from '@vitrine/modules';
import { CheckoutPart, fieldId, Problem, problemProps, valueIn } from '../checkout-parts.tsx';
import { paymentRows } from '../payment-rows.ts';
import styles from './checkout-payment.module.css';
import type { checkoutPayment } from './checkout-payment.module.ts';

export function CheckoutPaymentView({ id, data, t }: ModuleProps<typeof checkoutPayment>) {
  const { page } = data;
  if (page?.checkout.state !== 'open') return null;
  const { methods, payment, declined, total, rest } = page.checkout;
  const tools = { id, page, styles, t };
  const ways = methods.map((method) => ({ ...method, rows: paymentRows(method) }));
  const first = ways[0]?.rows[0]?.value;
  const kept = ways.find(
    ({ provider, method }) => provider === payment?.provider && method === payment?.method,
  );
  const chosen = valueIn(page, 'payment', kept?.rows[0]?.value ?? first);
  return (
    <CheckoutPart id={id} title={t('title')} live styles={styles}>
      {declined && (
        <p className={styles.declined} role="status" id={fieldId('declined')} tabIndex={-1}>
          {t(`declined.${declined}`)}
        </p>
      )}
      {total.amount === 0 && <p className={styles.soft}>{t('free')}</p>}
      {total.amount > 0 && rest.amount === 0 && <p className={styles.soft}>{t('covered')}</p>}
      {rest.amount > 0 && ways.length === 0 && <p className={styles.problem}>{t('none')}</p>}
      {rest.amount > 0 && ways.length > 0 && (
        <fieldset className={styles.choices} id={fieldId('payment')} tabIndex={-1}>
          <legend className="vt-hidden">{t('title')}</legend>
          {ways.map(({ provider, method, name, hint, choices, rows }) => (
            <fieldset key={`${provider} ${method}`} className={styles.choice}>
              <legend className="vt-hidden">{name}</legend>
              {choices && (
                <p className={styles.method}>
                  <strong>{name}</strong>
                  {hint && <small>{hint}</small>}
                </p>
              )}
              {rows.map((row) => (
                <label
                  key={row.value}
                  className={styles.choiceLine}
                  htmlFor={`${fieldId('payment')}-${row.id}`}
                >
                  <input
                    id={`${fieldId('payment')}-${row.id}`}
                    type="radio"
                    name="payment"
                    value={row.value}
                    defaultChecked={row.value === chosen}
                    {...(row.value === first && problemProps(tools, 'payment'))}
                  />
                  <span className={styles.choiceName}>
                    {row.name}
                    {!choices && hint && <small>{hint}</small>}
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
        </fieldset>
      )}
      <Problem tools={tools} name="payment" />
    </CheckoutPart>
  );
}
