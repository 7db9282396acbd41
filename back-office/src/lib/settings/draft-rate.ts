import type { TaxTable } from '@vitrine/commerce-engine/client';

/** The table with nothing but a rate that is thought of, in its zone, which may be new: for an example of it. */
export function tableWith(
  table: TaxTable,
  zone: TaxTable['zones'][number],
  draft: { readonly class: string; readonly name: string; readonly rate: string },
): TaxTable {
  const { class: taxClass, name, rate } = draft;
  const before = table.rates.find(
    (each) => each.zone === zone.id && each.class === taxClass && each.name === name,
  );
  const drafted = {
    jurisdiction: zone.id,
    compound: false,
    order: 0,
    ...before,
    ...{ id: 'draft', zone: zone.id, class: taxClass, name, rate },
    ...{ from: undefined, to: undefined },
  };
  return { ...table, zones: [...table.zones.filter(({ id }) => id !== zone.id), zone], rates: [drafted] };
}
