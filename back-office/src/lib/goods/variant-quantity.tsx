import { ActionIcon, Group, NumberInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';

/** So many pieces of an article from now on; 0 = none any more. */
export type Put = (variantId: string, quantity: number) => void;

/** How many pieces of an article, with a way to take it out. */
export function VariantQuantity({
  of: { variantId, quantity },
  name,
  put,
}: {
  of: { readonly variantId: string; readonly quantity: number };
  name: string;
  put: Put;
}) {
  return (
    <Group gap={4} mt={6}>
      <NumberInput
        aria-label={`Pieces of ${name}`}
        size="xs"
        w={76}
        value={quantity}
        onChange={(typed) => typeof typed === 'number' && typed >= 1 && put(variantId, typed)}
        min={1}
        max={99}
        allowDecimal={false}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Take out ${name}`}
        onClick={() => put(variantId, 0)}
      >
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
