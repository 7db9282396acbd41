import { updateCheckout } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { mutationAddress } from '@vitrine/modules/view';
import { CheckoutPart, valueIn } from '../checkout-parts.tsx';
import { comesByMail } from '../comes-by-mail.ts';
import { GoodsList } from '../goods-list.tsx';
import { ApartLines } from './apart-lines.tsx';
import styles from './checkout-delivery.module.css';
import type { checkoutDelivery } from './checkout-delivery.module.ts';
import { DeliveryChoices } from './delivery-choices.tsx';
import { OtherDeliveries } from './other-deliveries.tsx';

export function CheckoutDeliveryView(props: ModuleProps<typeof checkoutDelivery>) {
  const { id, data, context, config, t } = props;
  const { page } = data;
  if (page?.checkout.state !== 'open') return null;
  const { cart, delivery, otherDeliveries, address, country } = page.checkout;
  const apart = otherDeliveries.flatMap(({ lineIds }) => lineIds);
  // Another country was chosen, and no address there can be used yet: what is offered here would not go there.
  const isElsewhere = valueIn(page, 'address.country', country) !== country;
  const options = page.checkout.options.filter(({ kind }) => !(isElsewhere && kind === 'ship'));
  const isMailed = comesByMail(page.checkout);
  const wanted = delivery?.methodId;
  const chosen = isElsewhere ? options.find(({ methodId }) => methodId === wanted)?.methodId : wanted;
  const tools = { id, page, styles, t };
  return (
    <CheckoutPart id={id} title={t('title')} live styles={styles}>
      {(!address || isElsewhere) && !isMailed && !options.some(({ kind }) => kind === 'ship') && (
        <p className={styles.soft}>{t('needs-address')}</p>
      )}
      {address && !isElsewhere && options.length === 0 && <p className={styles.problem}>{t('none')}</p>}
      {otherDeliveries.length > 0 && (
        <GoodsList lines={cart.lines.filter(({ id: lineId }) => !apart.includes(lineId))} styles={styles} />
      )}
      <DeliveryChoices
        tools={tools}
        name="delivery.methodId"
        title={t('title')}
        gone={t('gone')}
        options={options}
        chosen={chosen}
        delivery={delivery}
        isPickupElsewhere={otherDeliveries.some(({ kind }) => kind === 'pickup')}
        locale={context.locale}
        timeZone={config.timeZone}
      />
      <ApartLines tools={tools} />
      <OtherDeliveries tools={tools} locale={context.locale} timeZone={config.timeZone} />
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
