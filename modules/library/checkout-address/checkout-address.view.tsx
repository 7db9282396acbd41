import type { ModuleProps } from '@vitrine/modules';
import { CheckoutPart, valueIn } from '../checkout-parts.tsx';
import { comesByMail } from '../comes-by-mail.ts';
import { AddressFields } from './address-fields.tsx';
import styles from './checkout-address.module.css';
import type { checkoutAddress } from './checkout-address.module.ts';
import { OwnAddresses } from './own-addresses.tsx';

export function CheckoutAddressView({ id, config, data, context, t }: ModuleProps<typeof checkoutAddress>) {
  const { page } = data;
  if (page?.checkout.state !== 'open') return null;
  const { address, billing } = page.checkout;
  const countries = config.countries.match(/\b[A-Z]{2}\b/g) ?? [];
  const shared = { tools: { id, page, styles, t }, countries, locale: context.locale };
  const differs = valueIn(page, 'billing.differs', billing ? 'yes' : 'no') === 'yes';
  return (
    <CheckoutPart id={id} title={t(comesByMail(page.checkout) ? 'title-mailed' : 'title')} styles={styles}>
      <OwnAddresses id={id} page={page} styles={styles} t={t} />
      <AddressFields {...shared} part="address" stored={address} />
      <div className={styles.other}>
        <input type="hidden" name="billing.differs" value="no" />
        <label className={styles.differs}>
          <input type="checkbox" name="billing.differs" value="yes" defaultChecked={differs} />
          {t('differs')}
        </label>
        <fieldset className={styles.billing}>
          <legend className={styles.legend}>{t('billing')}</legend>
          <AddressFields {...shared} part="billing" stored={billing} />
        </fieldset>
      </div>
    </CheckoutPart>
  );
}
