import type { CheckoutAnswer, PickupTime } from '@vitrine/data-actions/library';
import type { ReactElement } from 'react';
import { type FieldTools, fieldId, Problem, problemProps, valueIn } from '../checkout-parts.tsx';

type Option = CheckoutAnswer['checkout']['options'][number];

/** Where goods are picked up, and when. They are seen when their way of delivery is chosen. */
export function PickupFields({
  tools,
  option,
  delivery,
  locale,
  timeZone,
}: {
  tools: FieldTools;
  option: Option;
  /** What is chosen for these goods. */
  delivery: CheckoutAnswer['checkout']['delivery'];
  locale: string;
  timeZone: string;
}): ReactElement {
  const { page, styles, t } = tools;
  const isChosen = delivery?.methodId === option.methodId;
  const store = isChosen ? delivery.storeId : undefined;
  const [storeId, slotId] = [fieldId('delivery.storeId'), fieldId('delivery.slot')];
  return (
    <div className={styles.pickup}>
      <div className={styles.field}>
        <label htmlFor={storeId}>{t('store')}</label>
        <select
          className="vt-field"
          id={storeId}
          name="delivery.storeId"
          autoComplete="off"
          defaultValue={valueIn(page, 'delivery.storeId', store)}
          data-now=""
          {...problemProps(tools, 'delivery.storeId')}
        >
          <option value="">{t('choose-store')}</option>
          {option.stores?.map(({ id, name, city }) => (
            <option key={id} value={id}>
              {name}, {city}
            </option>
          ))}
        </select>
        <Problem tools={tools} name="delivery.storeId" />
      </div>
      {option.hasSlots && (
        <div className={styles.field}>
          <label htmlFor={slotId}>{t('time')}</label>
          <select
            className="vt-field"
            id={slotId}
            name="delivery.slot"
            autoComplete="off"
            disabled={page.times.length === 0}
            defaultValue={(isChosen && delivery.slot) || ''}
            data-now=""
            {...problemProps(tools, 'delivery.slot')}
          >
            <option value="">{t('choose-time')}</option>
            {timesByDay(page.times, { locale, timeZone }).map(([day, times]) => (
              <optgroup key={day} label={day}>
                {times.map(({ value, text }) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          {page.times.length === 0 && (
            <p className={styles.soft}>
              {store ? t('no-times') : t('store-first')}
              {!store && <span data-update=""> {t('then-update')}</span>}
            </p>
          )}
          <Problem tools={tools} name="delivery.slot" />
        </div>
      )}
    </div>
  );
}

/** In the stores' own time, whatever clock the shopper has. */
function timesByDay(
  times: readonly PickupTime[],
  { locale, timeZone }: { locale: string; timeZone: string },
): [day: string, times: { value: string; text: string }[]][] {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const days = Map.groupBy(times, ({ startsAt }) => day.format(new Date(startsAt)));
  return [...days].map(([label, own]) => [
    label,
    own.map(({ startsAt, endsAt }) => ({
      value: startsAt,
      text: `${hour.format(new Date(startsAt))} – ${hour.format(new Date(endsAt))}`,
    })),
  ]);
}
