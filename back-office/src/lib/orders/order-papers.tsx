import { Group, Stack, Text } from '@mantine/core';
import type { InvoiceView, OrderView } from '@vitrine/commerce-engine/client';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { Section } from '../look/section.tsx';
import { amount } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { PrintPaper } from './print-paper.tsx';

/** Invoice, credit notes and receipt of an order. */
export function OrderPapers({ order: { id: orderId, state } }: { order: OrderView }) {
  const asked = useAnswer<{ invoices: readonly InvoiceView[]; awaited: boolean }>(
    `/orders/${orderId}/invoices`,
    {},
    // They are written by a job, a moment after goods left or money came off.
    { isAwaited: ({ awaited }) => awaited },
  );
  const readReceipt = async () => {
    const { html } = await api.get<{ html: string | null }>(`/orders/${orderId}/receipt`, {});
    return html ?? undefined;
  };
  return (
    <Section title="Invoices">
      <Answer to={asked} of="its invoices">
        {({ invoices, awaited }) => (
          <Stack gap="sm">
            {invoices.length === 0 && !awaited && (
              <Text size="sm" c="dimmed">
                {state === 'cancelled'
                  ? 'There is none: nothing of it left before it was cancelled.'
                  : 'An invoice is written when the first goods leave.'}
              </Text>
            )}
            {invoices.map((invoice) => (
              <Invoice key={invoice.id} of={invoice} />
            ))}
            {awaited && (
              <Text size="sm" c="dimmed">
                Being written …
              </Text>
            )}
            <div>
              <PrintPaper name="Receipt" read={readReceipt} />
            </div>
          </Stack>
        )}
      </Answer>
    </Section>
  );
}

function Invoice({ of: { id, kind, number, issuedAt, total } }: { of: InvoiceView }) {
  const read = async () => {
    const { invoice } = await api.get<{ invoice: { html: string } | null }>(`/invoices/${id}`, {});
    return invoice?.html;
  };
  return (
    <Group justify="space-between" gap="xs">
      <div>
        <Text fw={600}>{kind === 'invoice' ? 'Invoice' : 'Credit note'}</Text>
        <Text size="sm" c="dimmed">
          {when(issuedAt)} · {kind === 'invoice' ? amount(total) : `${amount(total)} back`}
        </Text>
      </div>
      <PrintPaper name={number} read={read} />
    </Group>
  );
}
