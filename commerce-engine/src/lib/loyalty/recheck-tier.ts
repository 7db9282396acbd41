import type { Transaction } from '@vitrine/database';
import type { Customers } from '../customers/customers.ts';
import { readMember } from './keep-members.ts';
import { readProgrammes } from './keep-programmes.ts';
import type { LoyaltyTables } from './loyalty.tables.ts';
import { tierFor } from './programme.rules.ts';
import { readQualifying } from './qualifying-points.ts';

/** Puts a member into the tier that holds now, with its price group: SPEC rules LOYAL-12 to LOYAL-14. */
export async function recheckTier(
  tx: Transaction,
  { customers }: { readonly customers: Pick<Customers, 'inTransaction'> },
  {
    programmeId,
    customerId,
    at,
  }: { readonly programmeId: string; readonly customerId: string; readonly at: Date },
): Promise<void> {
  const programmes = await readProgrammes(tx);
  const programme = programmes.find(({ id }) => id === programmeId);
  // Before the membership, as when customers are merged.
  const customer = await customers.inTransaction.lock(tx, customerId);
  // Whoever has points settled meanwhile asks for another look: it must not be written over.
  await tx
    .tables<LoyaltyTables>()
    .selectFrom('loyalty_member')
    .select('customer_id')
    .where('programme_id', '=', programmeId)
    .where('customer_id', '=', customerId)
    .forUpdate()
    .execute();
  const member = await readMember(tx, { programmeId, customerId });
  if (!programme || !member) return;
  const { points, changesAt } = await readQualifying(tx, programme, { customerId, at });
  const tier = tierFor(programme, points);
  await tx
    .tables<LoyaltyTables>()
    .updateTable('loyalty_member')
    .set({ tier: tier?.id ?? null, recheck_at: changesAt ?? null })
    .where('programme_id', '=', programmeId)
    .where('customer_id', '=', customerId)
    .execute();
  if (customer) {
    const owned = programme.tiers.flatMap(({ priceGroup }) => priceGroup ?? []);
    const kept = customer.groups.filter((group) => !owned.includes(group));
    const groups = [...kept, ...(tier?.priceGroup === undefined ? [] : [tier.priceGroup])];
    if (groups.join('\n') !== customer.groups.join('\n'))
      await customers.inTransaction.setGroups(tx, customerId, groups);
  }
  if ((tier?.id ?? null) === member.tier) return;
  await tx.emit({
    kind: 'loyalty.tier-changed',
    payload: {
      customerId,
      programmeId,
      ...(tier && { tier: tier.id }),
      ...(member.tier !== null && { before: member.tier }),
    },
  });
}
