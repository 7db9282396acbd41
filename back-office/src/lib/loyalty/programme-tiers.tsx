import { Text } from '@mantine/core';
import type { Programme } from '@vitrine/commerce-engine/client';
import { Facts } from '../look/facts.tsx';
import { Section } from '../look/section.tsx';
import { number } from '../words/amount.ts';
import { localName } from '../words/local-name.ts';
import { points } from './programme-words.ts';

/** The tiers of a programme, the lowest first. */
export function ProgrammeTiers({ programme: { tiers, tierWindowDays } }: { programme: Programme }) {
  return (
    <Section title="Tiers">
      {tiers.length === 0 ? (
        <Text c="dimmed">None: all members are alike.</Text>
      ) : (
        <>
          <Facts
            of={Object.fromEntries(
              tiers.map(({ name, from, priceGroup }) => [
                localName(name),
                `from ${points(from)}${priceGroup === undefined ? '' : `, prices of “${priceGroup}”`}`,
              ]),
            )}
          />
          <Text size="sm" c="dimmed" mt="xs">
            Points of the last {number(tierWindowDays)} days count.
          </Text>
        </>
      )}
    </Section>
  );
}
