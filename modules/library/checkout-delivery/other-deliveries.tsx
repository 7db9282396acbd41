import type { ReactElement } from 'react';
import { type FieldTools, fieldId } from '../checkout-parts.tsx';
import { GoodsList } from '../goods-list.tsx';
import { DeliveryChoices } from './delivery-choices.tsx';

/** Goods that do not go with the rest, by how they go. */
export function OtherDeliveries({
  tools,
  locale,
  timeZone,
}: {
  tools: FieldTools;
  locale: string;
  timeZone: string;
}): ReactElement {
  const { page, styles, t } = tools;
  const { cart, otherDeliveries } = page.checkout;
  return (
    <>
      {otherDeliveries.map(({ kind, lineIds, options, delivery }) => {
        const name = `other.${kind}`;
        const titleId = `${fieldId(name)}-title`;
        return (
          <section key={kind} className={styles.other} aria-labelledby={titleId}>
            <h3 className={styles.otherTitle} id={titleId}>
              {t(`other.${kind}`)}
            </h3>
            <GoodsList lines={cart.lines.filter(({ id }) => lineIds.includes(id))} styles={styles} />
            {options.length === 0 ? (
              <p className={styles.problem}>{t('gone-apart')}</p>
            ) : (
              <DeliveryChoices
                tools={tools}
                name={name}
                title={t(`other.${kind}`)}
                gone={t('gone-apart')}
                options={options}
                chosen={delivery?.methodId}
                delivery={delivery}
                locale={locale}
                timeZone={timeZone}
              />
            )}
          </section>
        );
      })}
    </>
  );
}
