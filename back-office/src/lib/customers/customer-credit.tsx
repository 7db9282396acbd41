import { Button, Text } from '@mantine/core';
import type { StoreCreditView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Section } from '../look/section.tsx';
import { useMay } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { IssueCredit } from './issue-credit.tsx';

/** Money the shop owes a customer. */
export function CustomerCredit({ customerId }: { customerId: string }) {
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const asked = useAnswer<{ items: readonly StoreCreditView[] }>(`/customers/${customerId}/store-credit`);
  return (
    <Section
      title="Store credit"
      actions={
        may('storecredit.write') && (
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
            Give store credit
          </Button>
        )
      }
    >
      <Answer to={asked} of="store credit">
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">None</Text>
          ) : (
            items.map(({ balance, runsOut }) => (
              <Text key={balance.currency}>
                {amount(balance)}
                {runsOut && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    {amount(runsOut.amount)} of it until {when(runsOut.at)}
                  </Text>
                )}
              </Text>
            ))
          )
        }
      </Answer>
      {/* Begins anew when it was given. */}
      <IssueCredit
        key={String(isOpen)}
        customerId={customerId}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </Section>
  );
}
