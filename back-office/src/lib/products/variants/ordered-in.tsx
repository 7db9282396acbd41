import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { WholeField } from '../../look/whole-field.tsx';
import type { VariantDraft } from './choices-draft.ts';
import css from './variants.module.css';

type Quantities = NonNullable<VariantDraft['quantities']>;

const fields = [
  ['min', 'From', 'Fewest pieces of'],
  ['multiple', 'In packs of', 'Pieces in a pack of'],
  ['max', 'Up to', 'Most pieces of'],
] as const;

/** In what quantities a variant is ordered; empty = in any, up to 99. */
export function OrderedIn({
  of: quantities,
  name,
  onChange,
  error,
}: {
  of: Quantities;
  name: string;
  onChange: (quantities: Quantities) => void;
  error: string | undefined;
}) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen && Object.keys(quantities).length === 0)
    return (
      <div className={css.madeOf}>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`Say in what quantities it is ordered: ${name}`}
          onClick={() => setOpen(true)}
        >
          Say in what quantities it is ordered
        </Button>
      </div>
    );
  return (
    <fieldset className={css.madeOf}>
      <legend>
        <Text size="sm" fw={600}>
          Ordered in pieces
        </Text>
      </legend>
      <Group gap="sm" grow align="start">
        {fields.map(([key, label, said]) => (
          <WholeField
            key={key}
            size="xs"
            label={label}
            ariaLabel={`${said} ${name}`}
            min={1}
            value={quantities[key]}
            onChange={(pieces) => {
              const { [key]: _, ...others } = quantities;
              onChange(pieces ? { ...others, [key]: pieces } : others);
            }}
          />
        ))}
      </Group>
      <Text size="xs" c={error ? 'red' : 'dimmed'}>
        {error ?? 'Without a rule it is ordered in any quantity, up to 99 pieces.'}
      </Text>
    </fieldset>
  );
}
