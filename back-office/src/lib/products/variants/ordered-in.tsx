import { Group, Stack, Text } from '@mantine/core';
import { WholeField } from '../../look/whole-field.tsx';
import type { VariantDraft } from './choices-draft.ts';

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
  return (
    <Stack gap={2}>
      <Group gap="xs" wrap="nowrap" align="end">
        {fields.map(([key, label, said]) => (
          <WholeField
            key={key}
            size="xs"
            label={label}
            ariaLabel={`${said} ${name}`}
            value={quantities[key]}
            onChange={(pieces) => {
              const { [key]: _, ...others } = quantities;
              onChange(pieces ? { ...others, [key]: pieces } : others);
            }}
          />
        ))}
      </Group>
      {error && (
        <Text size="xs" c="red">
          {error}
        </Text>
      )}
    </Stack>
  );
}
