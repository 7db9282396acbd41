import { Group, Text } from '@mantine/core';
import type { SimulatedPromotion, SimulationView } from '@vitrine/commerce-engine/client';
import { Empty } from '../look/page-head.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { promotionVerdictWords } from './verdict-words.ts';

/** Every promotion that has to do with the basket, and why it takes something off or not. */
export function SimulatedPromotions({ told, currency }: { told: SimulationView; currency: string }) {
  const nameOf = (id: string) => told.promotions.find(({ promotionId }) => promotionId === id)?.name || id;
  const columns: readonly Column<SimulatedPromotion>[] = [
    {
      label: 'Promotion',
      cell: ({ promotionId, name, isTrial }) => (
        <Group gap={6} component="span">
          <Text span size="sm" fw={600}>
            {name || promotionId}
          </Text>
          {isTrial && <Tag tone="new">Tried</Tag>}
        </Group>
      ),
    },
    {
      label: 'What became of it',
      cell: (promotion) => promotionVerdictWords(promotion, { currency, nameOf }),
      onPhone: 'bare',
    },
    {
      label: 'State',
      cell: ({ verdict }) =>
        verdict.kind === 'applied' ? <Tag tone="good">Applies</Tag> : <Tag tone="quiet">Does not</Tag>,
      onPhone: 'end',
    },
    { label: 'Priority', cell: ({ priority }) => priority, isNumeric: true },
  ];
  return (
    <Section title="Promotions" flush>
      {told.promotions.length === 0 ? (
        <Empty title="No promotion has to do with this basket" />
      ) : (
        <Rows
          label="Promotions"
          items={told.promotions}
          columns={columns}
          keyOf={({ promotionId }) => promotionId}
          to={({ promotionId }) => `/promotions/${encodeURIComponent(promotionId)}`}
        />
      )}
    </Section>
  );
}
