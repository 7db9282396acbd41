import { Button, Group, Text } from '@mantine/core';
import type { LoyaltyView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Facts } from '../look/facts.tsx';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { points } from '../loyalty/programme-words.ts';
import { useMarket, useMay } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { AdjustPoints } from './adjust-points.tsx';
import { Enrol } from './enrol.tsx';
import { PointsLedger } from './points-ledger.tsx';

/** Points and tiers of a customer, by programme, with what came and went. */
export function CustomerLoyalty({ customerId }: { customerId: string }) {
  const may = useMay();
  const market = useMarket();
  const asked = useAnswer<{ readonly items: readonly LoyaltyView[] }>(
    `/customers/${customerId}/loyalty`,
    market,
  );
  return (
    <Answer to={asked} of="their points">
      {({ items }) => (
        <>
          {items.map((loyalty) => (
            <Membership key={loyalty.programme.id} customerId={customerId} loyalty={loyalty} />
          ))}
          {may('loyalty.write') && may('customers.write') ? (
            <Enrol customerId={customerId} memberOf={items.map(({ programme }) => programme.id)} />
          ) : (
            items.length === 0 && (
              <Section title="Loyalty">
                <Text c="dimmed">In no programme</Text>
              </Section>
            )
          )}
        </>
      )}
    </Answer>
  );
}

function Membership({ customerId, loyalty }: { customerId: string; loyalty: LoyaltyView }) {
  const may = useMay();
  const [open, setOpen] = useState<'adjust' | 'ledger'>();
  const close = () => setOpen(undefined);
  const { programme, tier, nextTier, pending, debt, worth, runsOut, joinedAt } = loyalty;
  return (
    <Section title={programme.name} actions={tier && <Tag tone="new">{tier.name}</Tag>}>
      <Facts
        of={{
          Usable: (
            <>
              {points(loyalty.points)}
              {worth && worth.amount > 0 && (
                <Text span size="sm" c="dimmed">
                  {' '}
                  worth {amount(worth)}
                </Text>
              )}
            </>
          ),
          Pending: pending > 0 ? points(pending) : undefined,
          Owed: debt > 0 ? points(debt) : undefined,
          'Run out': runsOut && `${points(runsOut.points)} on ${when(runsOut.at)}`,
          'Next tier': nextTier && `${nextTier.name}, ${points(nextTier.missing)} to go`,
          Since: when(joinedAt),
        }}
      />
      <Group gap="xs" mt="xs">
        <Button variant="default" size="compact-sm" onClick={() => setOpen('ledger')}>
          Show the ledger
        </Button>
        {may('loyalty.write') && (
          <Button variant="default" size="compact-sm" onClick={() => setOpen('adjust')}>
            Give or take points
          </Button>
        )}
      </Group>
      <PointsLedger
        customerId={customerId}
        programmeId={programme.id}
        title={programme.name}
        isOpen={open === 'ledger'}
        onClose={close}
      />
      {/* Begins anew when points were given. */}
      <AdjustPoints
        key={`${open} ${loyalty.points}`}
        customerId={customerId}
        loyalty={loyalty}
        isOpen={open === 'adjust'}
        onClose={close}
      />
    </Section>
  );
}
