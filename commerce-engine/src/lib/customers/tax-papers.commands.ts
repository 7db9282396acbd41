import { newId, type Transaction } from '@vitrine/database';
import type { CertificateInput } from './customer-input.ts';
import type { CustomersTables } from './customers.tables.ts';

const MOST_NUMBERS = 10;
const MOST_CERTIFICATES = 50;

type Saved = { readonly kind: 'saved' | 'no-paper' } | { readonly kind: 'too-many'; readonly max: number };

/** What was seen of a number, and by whom. */
export interface Verified {
  readonly at: Date;
  readonly by: string;
}

/** Writes a VAT number down; what is known of one that is there already stays. The customer is locked. */
export async function saveTaxNumber(
  tx: Transaction,
  { customerId, vatId }: { readonly customerId: string; readonly vatId: string },
  { at, verified }: { readonly at: Date; readonly verified: Verified | undefined },
): Promise<Saved> {
  const tables = tx.tables<CustomersTables>();
  const rows = await tables
    .selectFrom('customers_tax_number')
    .select('vat_id')
    .where('customer_id', '=', customerId)
    .execute();
  const isThere = rows.some(({ vat_id }) => vat_id === vatId);
  if (!isThere && rows.length >= MOST_NUMBERS) return { kind: 'too-many', max: MOST_NUMBERS };
  const seen = { verified_at: verified?.at ?? null, verified_by: verified?.by ?? null };
  await tables
    .insertInto('customers_tax_number')
    .values({ customer_id: customerId, vat_id: vatId, made_at: at, ...seen })
    .onConflict((conflict) =>
      conflict.columns(['customer_id', 'vat_id']).doUpdateSet({ made_at: at, ...(verified && seen) }),
    )
    .execute();
  return { kind: 'saved' };
}

/** Says that a number is in use, or takes that back. The customer is locked. */
export async function verifyTaxNumber(
  tx: Transaction,
  { customerId, vatId }: { readonly customerId: string; readonly vatId: string },
  verified: Verified | undefined,
): Promise<Saved> {
  const found = await tx
    .tables<CustomersTables>()
    .updateTable('customers_tax_number')
    .set({ verified_at: verified?.at ?? null, verified_by: verified?.by ?? null })
    .where('customer_id', '=', customerId)
    .where('vat_id', '=', vatId)
    .returning('vat_id')
    .executeTakeFirst();
  return { kind: found ? 'saved' : 'no-paper' };
}

export async function removeTaxNumber(
  tx: Transaction,
  { customerId, vatId }: { readonly customerId: string; readonly vatId: string },
): Promise<Saved> {
  const gone = await tx
    .tables<CustomersTables>()
    .deleteFrom('customers_tax_number')
    .where('customer_id', '=', customerId)
    .where('vat_id', '=', vatId)
    .returning('vat_id')
    .executeTakeFirst();
  return { kind: gone ? 'saved' : 'no-paper' };
}

/** Writes a certificate, a new one without an id. The customer is locked. */
export async function saveCertificate(
  tx: Transaction,
  { customerId, certificateId, number, jurisdictions, classes, from, to }: CertificateInput,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<Saved> {
  const tables = tx.tables<CustomersTables>();
  const rows = await tables
    .selectFrom('customers_certificate')
    .select('id')
    .where('customer_id', '=', customerId)
    .execute();
  const row = {
    number,
    jurisdictions: jurisdictions ?? null,
    classes: classes ?? null,
    valid_from: from === undefined ? null : new Date(from),
    valid_to: to === undefined ? null : new Date(to),
    made_at: at,
    made_by: by,
  };
  if (certificateId !== undefined) {
    if (!rows.some(({ id }) => id === certificateId)) return { kind: 'no-paper' };
    await tables.updateTable('customers_certificate').set(row).where('id', '=', certificateId).execute();
    return { kind: 'saved' };
  }
  if (rows.length >= MOST_CERTIFICATES) return { kind: 'too-many', max: MOST_CERTIFICATES };
  await tables
    .insertInto('customers_certificate')
    .values({ id: newId(), customer_id: customerId, ...row })
    .execute();
  return { kind: 'saved' };
}

export async function removeCertificate(
  tx: Transaction,
  { customerId, certificateId }: { readonly customerId: string; readonly certificateId: string },
): Promise<Saved> {
  const gone = await tx
    .tables<CustomersTables>()
    .deleteFrom('customers_certificate')
    .where('customer_id', '=', customerId)
    .where('id', '=', certificateId)
    .returning('id')
    .executeTakeFirst();
  return { kind: gone ? 'saved' : 'no-paper' };
}
