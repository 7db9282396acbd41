import { Group, Text } from '@mantine/core';
import { type Money, money, previewTax, type TaxTable } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { MoneyField } from '../look/money-field.tsx';
import { useMarket } from '../shell/session.ts';
import { amount as words } from '../words/amount.ts';
import css from './settings.module.css';

/** What of an amount would be tax at a place, whether prices hold it or not. */
export function TaxPreview({
  table,
  zone,
  taxClass,
}: {
  table: TaxTable;
  zone: TaxTable['zones'][number];
  taxClass: string;
}) {
  const { currency } = useMarket();
  const [sum, setSum] = useState<Money | undefined>(money(10_000, currency));
  const { country, regions, postalCodes, cities } = zone;
  const code = postalCodes?.[0];
  const place = {
    country,
    ...(regions && { region: regions[0]! }),
    ...(code && { postalCode: code.kind === 'prefix' ? code.prefix : code.from }),
    ...(cities && { city: cities[0]! }),
  };
  const taxOf = (prices: 'inclusive' | 'exclusive', of: Money) => {
    const { tax } = previewTax(table, {
      place,
      taxClass,
      at: new Date(),
      amount: of.amount,
      currency,
      prices,
    });
    return words(money(tax, currency));
  };
  const name = table.classes.find(({ id }) => id === taxClass)?.name ?? taxClass;
  return (
    <div className={css.paper}>
      <Group gap="sm" align="flex-end">
        <MoneyField label="For example" currency={currency} value={sum} onChange={setSum} />
        <Text size="sm" data-preview className={css.about}>
          {sum
            ? `${words(sum)} in ${zone.name}, ${name.toLowerCase()}: ${taxOf('exclusive', sum)} on top, or ${taxOf('inclusive', sum)} in it when prices hold the tax.`
            : 'Type an amount.'}
        </Text>
      </Group>
    </div>
  );
}
