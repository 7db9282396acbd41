import type { OrderAddress } from '@vitrine/commerce-engine/client';
import { country } from '../words/country.ts';
import css from './look.module.css';

/** Where something goes, as on a letter. */
export function Address({ of: address }: { of: OrderAddress }) {
  const { name, company, street, extra, postalCode, city, region } = address;
  const lines = [name, company, street, extra, `${postalCode} ${city}`, region, country(address.country)];
  return (
    <address className={css.address}>
      {lines.filter(Boolean).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  );
}
