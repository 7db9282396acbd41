import { updateCheckout } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { formatMoney, mutationAddress } from '@vitrine/modules/view';
import { CheckoutPart, fieldId, Problem, problemProps, valueIn } from '../checkout-parts.tsx';
import styles from './checkout-delivery.module.css';
import type { checkoutDelivery } from './checkout-delivery.module.ts';
import { PickupFields } from './pickup-fields.tsx';
import { promiseText } from './promise-text.ts';

export function CheckoutDeliveryView(props: ModuleProps<typeof checkoutDelivery>) {
  const { id, data, context, config, t } = props;
  const { page } = data;
  if (page?.checkout.state !== 'open') return null;
  const { delivery, address, country } = page.checkout;
  // Another country was chosen, and no address there can be used yet: what is offered here would not go there.
  const isElsewhere = valueIn(page, 'address.country', country) !== country;
  const options = page.checkout.options.filter(({ kind }) => !(isElsewhere && kind === 'ship'));
  const tools = { id, page, styles, t };
  const name = 'delivery.methodId';
  const typed = page.typed[name];
  // A way of another country was chosen there, and another one has taken its place.
  const chosen = options.some(({ methodId }) => methodId === typed) ? typed : delivery?.methodId;
  const isGone = page.problems[name] === 'gone';
  return (
    <CheckoutPart id={id} title={t('title')} live styles={styles}>
      {(!address || isElsewhere) && !options.some(({ kind }) => kind === 'ship') && (
        <p className={styles.soft}>{t('needs-address')}</p>
      )}
      {address && !isElsewhere && options.length === 0 && <p className={styles.problem}>{t('none')}</p>}
      {options.length > 0 && (
        <fieldset className={styles.choices}>
          <legend className="vt-hidden">{t('title')}</legend>
          {options.map((option, at) => {
            const own = `${fieldId(tools, name)}-${option.methodId}`;
            return (
              <div key={option.methodId} className={styles.choice}>
                <label className={styles.choiceLine} htmlFor={own}>
                  <input
                    id={own}
                    type="radio"
                    name={name}
                    value={option.methodId}
                    defaultChecked={option.methodId === chosen}
                    data-now=""
                    {...(at === 0 && problemProps(tools, name))}
                  />
                  <span className={styles.choiceName}>
                    {option.name}
                    <small>{promiseText(option, { locale: context.locale, t })}</small>
                  </span>
                  <span className={styles.price}>
                    {option.price.amount === 0 ? t('free') : formatMoney(option.price, context.locale)}
                  </span>
                </label>
                {option.kind === 'pickup' && (
                  <PickupFields
                    tools={tools}
                    option={option}
                    locale={context.locale}
                    timeZone={config.timeZone}
                  />
                )}
              </div>
            );
          })}
        </fieldset>
      )}
      {isGone ? (
        <p className={styles.problem} id={`${fieldId(tools, name)}-problem`}>
          {t('gone')}
        </p>
      ) : (
        <Problem tools={tools} name={name} />
      )}
      <button
        type="submit"
        className={`vt-button ${styles.update}`}
        data-look="quiet"
        data-update=""
        formAction={mutationAddress(updateCheckout)}
      >
        {t('update')}
      </button>
    </CheckoutPart>
  );
}
