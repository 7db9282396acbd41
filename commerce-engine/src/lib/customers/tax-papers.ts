import type { Queryable } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import type { CustomersTables } from './customers.tables.ts';
import type { TaxPapersView } from './customers.views.ts';

/** What a customer's tax papers are read as in a statement of another room. */
export interface TaxPapersValue {
  readonly numbers: readonly {
    readonly vat_id: string;
    readonly verified_at: string | null;
    readonly verified_by: string | null;
  }[];
  readonly certificates: readonly {
    readonly id: string;
    readonly number: string;
    readonly jurisdictions: readonly string[] | null;
    readonly classes: readonly string[] | null;
    readonly valid_from: string | null;
    readonly valid_to: string | null;
  }[];
}

/** One value of a statement: the papers of a customer, as of now. @param customerId what is a value itself may be null: nobody, who has none. */
export function taxPapersValue(customerId: string | RawBuilder<string | null>): RawBuilder<TaxPapersValue> {
  return sql`jsonb_build_object(
    'numbers', coalesce((
      select jsonb_agg(paper order by verified_at is null, made_at desc, vat_id)
      from customers_tax_number as paper where customer_id = ${customerId}::uuid), '[]'),
    'certificates', coalesce((
      select jsonb_agg(paper order by made_at desc, id)
      from customers_certificate as paper where customer_id = ${customerId}::uuid), '[]'))`;
}

/** One statement. */
export async function readTaxPapers(on: Queryable, customerId: string): Promise<TaxPapersView> {
  const { papers } = await on
    .tables<CustomersTables>()
    .selectNoFrom(taxPapersValue(customerId).as('papers'))
    .executeTakeFirstOrThrow();
  return taxPapersOf(papers);
}

export function taxPapersOf({ numbers, certificates }: TaxPapersValue): TaxPapersView {
  return {
    taxNumbers: numbers.map(({ vat_id: vatId, verified_at, verified_by }) => ({
      vatId,
      ...(verified_at !== null && {
        verified: { at: iso(verified_at), by: verified_by?.startsWith('staff:') ? 'staff' : verified_by! },
      }),
    })),
    certificates: certificates.map(({ id, number, jurisdictions, classes, valid_from, valid_to }) => ({
      id,
      number,
      ...(jurisdictions && { jurisdictions }),
      ...(classes && { classes }),
      ...(valid_from !== null && { from: iso(valid_from) }),
      ...(valid_to !== null && { to: iso(valid_to) }),
    })),
  };
}

function iso(time: string): string {
  return new Date(time).toISOString();
}
