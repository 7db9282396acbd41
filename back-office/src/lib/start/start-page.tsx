import { Alert, Stack, Table, Text } from '@mantine/core';
import type { WorklistView } from '@vitrine/commerce-engine/client';
import { Link } from '../address/link.tsx';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import css from '../look/look.module.css';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { useSession } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { Figure } from './figure.tsx';
import startCss from './start.module.css';

/** What needs doing today. */
export function StartPage() {
  const { me } = useSession();
  const asked = useAnswer<WorklistView>('/worklist');
  return (
    <>
      <PageHead title={`Hello, ${me.name.split(' ')[0]}`} />
      <Answer to={asked} of="what needs doing">
        {(work) => <Work {...work} />}
      </Answer>
    </>
  );
}

function Work({ orders, stock, webhooks }: WorklistView) {
  if (!orders && !stock && !webhooks)
    return (
      <Empty title="Nothing here is yours to look after">
        What you may do is in the navigation. Pages of the shop are made in the <a href="/editor">editor</a>.
      </Empty>
    );
  return (
    <Stack gap="lg">
      <div className={startCss.figures}>
        {orders && (
          <>
            <Figure of={orders.toFulfil} label="Orders to send or hand over" to="/orders?state=open" />
            <Figure of={orders.returnsToApprove} label="Returns to decide on" to="/returns?state=requested" />
            <Figure of={orders.returnsToRefund} label="Returns to refund" to="/returns?state=received" />
          </>
        )}
        {stock && <Figure of={stock.low} label="Low or sold out" to="/stock?low=yes" />}
        {webhooks && (
          <>
            <Figure of={webhooks.dead} label="Webhooks given up this week" />
            {webhooks.disabled > 0 && (
              <Figure of={{ count: webhooks.disabled, more: false }} label="Webhook endpoints switched off" />
            )}
          </>
        )}
      </div>
      {orders && orders.stuck.length > 0 && <Stuck stuck={orders.stuck} />}
      {orders && orders.payments.length > 0 && <Payments payments={orders.payments} />}
      {stock && stock.scarcest.length > 0 && <Scarcest variants={stock.scarcest} />}
    </Stack>
  );
}

/** Their location cannot send something of them, nor anybody else just now. */
function Stuck({ stuck }: { stuck: NonNullable<WorklistView['orders']>['stuck'] }) {
  const { places } = useSession();
  return (
    <Section title="Orders nobody can send">
      <Stack gap="xs">
        {stuck.map(({ orderId, number, locationId, since }) => (
          <Text key={`${orderId} ${locationId}`}>
            <Link to={`/orders/${orderId}`}>Order {number}</Link>: turned down by{' '}
            {places.find(({ id }) => id === locationId)?.name ?? locationId}, {when(since)}. It moves on by
            itself once another place has the goods.
          </Text>
        ))}
      </Stack>
    </Section>
  );
}

function Payments({ payments }: { payments: NonNullable<WorklistView['orders']>['payments'] }) {
  return (
    <Section title="Payments with a problem">
      <Stack gap="xs">
        {payments.map(({ paymentId, amount: sum, problem, at }) => (
          <Alert key={`${paymentId} ${at}`} color="red">
            <Text size="sm">{problem}</Text>
            <Text size="xs" c="dimmed">
              {amount(sum)}, {when(at)}
            </Text>
          </Alert>
        ))}
      </Stack>
    </Section>
  );
}

function Scarcest({ variants }: { variants: NonNullable<WorklistView['stock']>['scarcest'] }) {
  return (
    <Section title="Low or sold out" flush>
      <Table.ScrollContainer minWidth={360}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Article</Table.Th>
              <Table.Th>Number</Table.Th>
              <Table.Th ta="right">Left</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {variants.map(({ variantId, name, sku, available }) => (
              <Table.Tr key={variantId}>
                <Table.Td>
                  <Link to={`/stock/${encodeURIComponent(variantId)}`}>{name}</Link>
                </Table.Td>
                <Table.Td>{sku}</Table.Td>
                <Table.Td ta="right" className={css.figures}>
                  {available}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
