import { type CheckoutAnswer, updateCheckout } from '@vitrine/data-actions/library';
import { mutationAddress } from '@vitrine/modules/view';
import type { ReactElement } from 'react';
import type { Say } from '../checkout-parts.tsx';
import { Icon } from '../icon.tsx';

type Address = NonNullable<CheckoutAnswer['addresses']>[number]['address'];

/** Addresses of whoever is signed in, each a button that sends goods there. */
export function OwnAddresses({
  id,
  page,
  styles,
  t,
}: {
  id: string;
  page: CheckoutAnswer;
  styles: Readonly<Record<string, string | undefined>>;
  t: Say;
}): ReactElement | null {
  const { addresses = [], checkout } = page;
  if (addresses.length === 0) return null;
  return (
    <ul className={styles.own} id={`${id}-own`} aria-label={t('own')} data-live="">
      {addresses.map(({ id: addressId, address }) => {
        const isChosen = checkout.address !== undefined && isSame(checkout.address, address);
        const lines = [
          address.company ?? address.name,
          address.street,
          `${address.postalCode} ${address.city}`,
        ];
        return (
          <li key={addressId}>
            <button
              type="submit"
              className={styles.ownAddress}
              name="address.use"
              value={addressId}
              formAction={mutationAddress(updateCheckout)}
              aria-pressed={isChosen}
            >
              <span>
                <span className="vt-hidden">{t(isChosen ? 'chosen' : 'use-own')}</span>
                {lines.map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </span>
              {isChosen && <Icon name="check" size={18} />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function isSame(one: Address, other: Address): boolean {
  const words = ({ name, company, street, extra, postalCode, city, country }: Address) =>
    JSON.stringify([name, company, street, extra, postalCode, city, country]);
  return words(one) === words(other);
}
