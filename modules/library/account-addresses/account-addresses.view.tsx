import { removeAddress } from '@vitrine/data-actions/library';
import type { ModuleProps } from '@vitrine/modules';
import { MutationForm } from '@vitrine/modules/view';
import { AccountSection } from '../account-parts.tsx';
import { AddressLines } from '../order-parts.tsx';
import styles from './account-addresses.module.css';
import type { accountAddresses } from './account-addresses.module.ts';
import { AddressForm } from './address-form.tsx';

export function AccountAddressesView(props: ModuleProps<typeof accountAddresses>) {
  const { id, data, query, context, withQuery, t } = props;
  const { profile } = data;
  if (!profile) return null;
  const { addresses } = profile;
  if (query.edit) return <AddressForm {...props} kept={addresses.find((each) => each.id === query.edit)} />;
  const here = withQuery({});
  return (
    <AccountSection id={id} title={t('title')} intro={t('intro')} styles={styles}>
      {addresses.length === 0 && (
        <div className={styles.empty}>
          <p>{t('none')}</p>
        </div>
      )}
      <ul className={styles.addresses}>
        {addresses.map(({ id: addressId, address, isShipping, isBilling }) => (
          <li key={addressId} className={styles.address}>
            <AddressLines address={address} locale={context.locale} />
            <p className={styles.uses}>
              {isShipping && <span>{t('is-shipping')}</span>}
              {isBilling && <span>{t('is-billing')}</span>}
            </p>
            <div className={styles.ways}>
              <a
                className="vt-link"
                href={withQuery({ edit: addressId })}
                aria-label={t('edit-which', { street: address.street })}
              >
                {t('edit')}
              </a>
              <MutationForm mutation={removeAddress} values={{ _from: here, addressId }}>
                <button
                  type="submit"
                  className={styles.remove}
                  aria-label={t('remove-which', { street: address.street })}
                >
                  {t('remove')}
                </button>
              </MutationForm>
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a className="vt-button" data-look="quiet" href={withQuery({ edit: 'new' })}>
          {t('add')}
        </a>
      </p>
    </AccountSection>
  );
}
