import type { CheckoutAnswer } from '@vitrine/data-actions/library';
import { formatMoney } from '@vitrine/modules/view';
import type { ReactElement } from 'react';
import { type FieldTools, fieldId, Problem, problemProps } from '../checkout-parts.tsx';
import { PickupFields } from './pickup-fields.tsx';
import { promiseText } from './promise-text.ts';

type Checkout = CheckoutAnswer['checkout'];

/** Ways for goods that are delivered together, of which one is chosen. */
export function DeliveryChoices({
  tools,
  name,
  title,
  gone,
  options,
  chosen,
  delivery,
  isPickupElsewhere = false,
  locale,
  timeZone,
}: {
  tools: FieldTools;
  /** Of the form's field. */
  name: string;
  title: string;
  /** What is said when the way that was chosen, or any, is not offered. */
  gone: string;
  options: Checkout['options'];
  /** The method that is chosen. */
  chosen: string | undefined;
  /** What is chosen with it. */
  delivery: Checkout['delivery'];
  /** Store and time are asked for with other goods: an order is picked up once. */
  isPickupElsewhere?: boolean;
  locale: string;
  timeZone: string;
}): ReactElement {
  const { page, styles, t } = tools;
  const isGone =
    page.problems[name] === 'gone' ||
    (chosen !== undefined && options.length > 0 && !options.some(({ methodId }) => methodId === chosen));
  return (
    <>
      {options.length > 0 && (
        <fieldset className={styles.choices} id={fieldId(name)} tabIndex={-1}>
          <legend className="vt-hidden">{title}</legend>
          {options.map((option, at) => {
            const own = `${fieldId(name)}-${option.methodId}`;
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
                    <small>{promiseText(option, { locale, t })}</small>
                  </span>
                  <span className={styles.price}>
                    {option.price.amount === 0 ? t('free') : formatMoney(option.price, locale)}
                  </span>
                </label>
                {option.kind === 'pickup' && !isPickupElsewhere && (
                  <PickupFields
                    tools={tools}
                    option={option}
                    delivery={delivery}
                    locale={locale}
                    timeZone={timeZone}
                  />
                )}
              </div>
            );
          })}
        </fieldset>
      )}
      {isGone ? (
        <p className={styles.problem} id={`${fieldId(name)}-problem`}>
          {gone}
        </p>
      ) : (
        <Problem tools={tools} name={name} />
      )}
    </>
  );
}
