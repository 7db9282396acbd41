import { Stack, Text } from '@mantine/core';
import type { OrderEventView, OrderView } from '@vitrine/commerce-engine/client';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Address } from '../look/address.tsx';
import { Columns } from '../look/columns.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { useSession } from '../shell/session.ts';
import { when } from '../words/when.ts';
import { OrderLines } from './order-lines.tsx';
import { OrderPayments } from './order-payments.tsx';
import { OrderTags } from './order-tags.tsx';
import { OrderTimeline } from './order-timeline.tsx';

const back = { to: '/orders', label: 'Orders' };

/** An order: what was bought, by whom, what became of it and what can be done. */
export function OrderPage({ id }: { id: string }) {
  const asked = useAnswer<{ order: OrderView | null; timeline: readonly OrderEventView[] }>(`/orders/${id}`);
  return (
    <Answer to={asked} of="the order">
      {({ order, timeline }) =>
        order ? (
          <Order order={order} timeline={timeline} />
        ) : (
          <>
            <PageHead title="Order" back={back} />
            <Empty title="There is no such order" />
          </>
        )
      }
    </Answer>
  );
}

function Order({ order, timeline }: { order: OrderView; timeline: readonly OrderEventView[] }) {
  return (
    <>
      <PageHead title={`Order ${order.number}`} back={back} about={<OrderTags of={order} />} />
      <Columns beside={<Beside order={order} />}>
        <OrderLines order={order} />
        <OrderPayments order={order} />
        <OrderTimeline order={order} events={timeline} />
      </Columns>
    </>
  );
}

function Beside({ order }: { order: OrderView }) {
  const { channels } = useSession();
  const { contact, billing, note } = order;
  return (
    <>
      <Section title="Customer">
        <Facts
          of={{
            Name: contact.name,
            'E-mail': contact.email,
            Telephone: contact.phone,
            Placed: when(order.placedAt),
            Channel: channels.find(({ id }) => id === order.channel)?.name ?? order.channel,
            Language: order.locale,
          }}
        />
        {note !== undefined && (
          <Text size="sm" mt="xs">
            “{note}”
          </Text>
        )}
      </Section>
      {order.deliveries.map(({ id, name, address, store, slot }) => (
        <Section key={id} title={name}>
          <Stack gap="xs">
            {address && <Address of={address} />}
            {store && (
              <Text>
                {store.name}, {store.city}
              </Text>
            )}
            {slot !== undefined && <Text c="dimmed">{when(slot)}</Text>}
          </Stack>
        </Section>
      ))}
      {billing && (
        <Section title="Invoice to">
          <Address of={billing} />
        </Section>
      )}
    </>
  );
}
