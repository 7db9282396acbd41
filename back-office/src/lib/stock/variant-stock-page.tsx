import { Button, Text } from '@mantine/core';
import type { StockLevelView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Empty, PageHead } from '../look/page-head.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { useSession } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import { BundleStock } from './bundle-stock.tsx';
import { CountStock } from './count-stock.tsx';
import { MoveStock } from './move-stock.tsx';
import { Movements } from './movements.tsx';
import { PreorderNote } from './preorder-note.tsx';
import { ReceiveStock } from './receive-stock.tsx';
import { SellingRules } from './selling-rules.tsx';
import type { StockRow } from './stock-row.ts';
import { StockTag } from './stock-tag.tsx';
import { WriteOffStock } from './write-off-stock.tsx';

const back = { to: '/stock', label: 'Stock' };

/** A variant: what is where of it, what can be booked, and its ledger. */
export function VariantStockPage({ id }: { id: string }) {
  const asked = useAnswer<{ variant: StockRow | null }>(`/stock/${encodeURIComponent(id)}`);
  return (
    <Answer to={asked} of="its stock">
      {({ variant }) =>
        variant ? (
          variant.madeOf ? (
            <BundleStock variant={variant} madeOf={variant.madeOf} />
          ) : (
            <VariantStock variant={variant} />
          )
        ) : (
          <>
            <PageHead title="Stock" back={back} />
            <Empty title="There is no such article on sale" />
          </>
        )
      }
    </Answer>
  );
}

function VariantStock({ variant }: { variant: StockRow }) {
  const { places } = useSession();
  const [open, setOpen] = useState<'receive' | 'count' | 'off' | 'move' | 'rules'>();
  // Each opening begins anew, with the levels of then.
  const [opening, setOpening] = useState(0);
  const begin = (step: typeof open) => {
    setOpening(opening + 1);
    setOpen(step);
  };
  const at = (step: typeof open) => ({
    key: `${step} ${opening}`,
    variant,
    isOpen: open === step,
    onClose: () => setOpen(undefined),
  });
  const levels = places.map(
    ({ id }) => variant.levels.find(({ locationId }) => locationId === id) ?? nothingAt(id),
  );
  return (
    <>
      <PageHead title={variant.name} back={back} about={<StockTag of={variant} />}>
        {places.length > 1 && (
          <Button variant="default" onClick={() => begin('move')}>
            Transfer
          </Button>
        )}
        <Button variant="default" onClick={() => begin('off')}>
          Write off
        </Button>
        <Button variant="default" onClick={() => begin('count')}>
          Count
        </Button>
        <Button onClick={() => begin('receive')}>Receive</Button>
      </PageHead>
      <Text c="dimmed" mt={-12} mb="md">
        {variant.sku}
        <PreorderNote of={variant.preorder} />
      </Text>
      <Section
        title="What is where"
        flush
        actions={
          <Button variant="subtle" size="compact-sm" onClick={() => begin('rules')}>
            Rules of selling
          </Button>
        }
      >
        <Rows
          label="What is where"
          items={levels}
          columns={columnsFor(new Map(places.map(({ id, name }) => [id, name])))}
          keyOf={({ locationId }) => locationId}
        />
      </Section>
      <Movements variantId={variant.variantId} />
      <ReceiveStock {...at('receive')} />
      <CountStock {...at('count')} />
      <WriteOffStock {...at('off')} />
      <MoveStock {...at('move')} />
      <SellingRules {...at('rules')} />
    </>
  );
}

function nothingAt(locationId: string): StockLevelView {
  return { locationId, onHand: 0, reserved: 0, buffer: 0, available: 0 };
}

function columnsFor(names: ReadonlyMap<string, string>): readonly Column<StockLevelView>[] {
  return [
    { label: 'Place', cell: ({ locationId }) => names.get(locationId) ?? locationId },
    { label: 'On hand', cell: ({ onHand }) => number(onHand), isNumeric: true },
    { label: 'Promised', cell: ({ reserved }) => number(reserved), isNumeric: true },
    { label: 'Kept back', cell: ({ buffer }) => number(buffer), isNumeric: true },
    {
      label: 'Runs low at',
      cell: ({ lowAt }) => (lowAt === undefined ? '–' : number(lowAt)),
      isNumeric: true,
    },
    { label: 'Available', cell: ({ available }) => number(available), isNumeric: true },
  ];
}
