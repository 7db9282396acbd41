import { NativeSelect } from '@mantine/core';
import { type InsteadChoices, money } from '@vitrine/commerce-engine/client';
import { useAnswer } from '../asking/use-answer.ts';
import { amount } from '../words/amount.ts';
import type { LinePieces } from './consignments.ts';
import type { ChosenPieces } from './pieces-field.tsx';

/** Asks what is wanted instead of the pieces that are chosen: their money, or a variant of the same product that can be had now. */
export function InsteadFields({
  orderId,
  of: pieces,
  chosen,
  value,
  onChange,
}: {
  orderId: string;
  of: readonly LinePieces[];
  chosen: ChosenPieces;
  /** Variants by line; none = its money. */
  value: Readonly<Record<string, string>>;
  onChange: (value: Readonly<Record<string, string>>) => void;
}) {
  const asked = useAnswer<{ readonly choices: readonly InsteadChoices[] }>(
    `/orders/${orderId}/instead-choices`,
  );
  return pieces
    .filter(({ line }) => (chosen[line.id] ?? 0) > 0)
    .map(({ line }) => {
      const variants = asked.data?.choices.find(({ lineId }) => lineId === line.id)?.variants ?? [];
      if (variants.length === 0) return null;
      return (
        <NativeSelect
          key={line.id}
          label={`Instead of ${[line.name, line.options].filter(Boolean).join(', ')}`}
          value={value[line.id] ?? ''}
          onChange={(event) => onChange({ ...value, [line.id]: event.currentTarget.value })}
          data={[
            { value: '', label: 'its money' },
            ...variants.map(({ variantId, options, isSame, most, difference }) => ({
              value: variantId,
              label: [isSame ? 'the same again' : options, differenceWords(difference), `${most} to be had`]
                .filter(Boolean)
                .join(', '),
            })),
          ]}
        />
      );
    });
}

function differenceWords(difference: InsteadChoices['variants'][number]['difference']): string {
  if (difference.amount === 0) return '';
  const sum = amount(money(Math.abs(difference.amount), difference.currency));
  return difference.amount > 0 ? `${sum} more` : `${sum} less`;
}
