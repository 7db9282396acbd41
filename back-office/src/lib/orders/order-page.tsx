import { Anchor, Button, List, Stack, Text } from '@mantine/core';
import type { OrderEventView, OrderLeftView, OrderView, ReturnView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Link } from '../address/link.tsx';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Address } from '../look/address.tsx';
import { Columns } from '../look/columns.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { useMay, useSession } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { language } from '../words/language.ts';
import { when } from '../words/when.ts';
import { whenThere } from '../words/when-there.ts';
import { actorInWords } from './actor-in-words.ts';
import { ConfirmAgain } from './confirm-again.tsx';
import { piecesLeft } from './consignments.ts';
import { CorrectOrder } from './correct-order.tsx';
import { ExchangedFor } from './exchanged-for.tsx';
import { GoodsWords } from './goods-words.tsx';
import { OrderAdditions } from './order-additions.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderPapers } from './order-papers.tsx';
import { OrderPayments } from './order-payments.tsx';
import { OrderReturns } from './order-returns.tsx';
import { OrderSteps } from './order-steps.tsx';
import { OrderTags } from './order-tags.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import { type OrderGoods, OrderWork } from './order-work.tsx';

const back = { to: '/orders', label: 'Orders' };

interface Answered {
  readonly order: OrderView | null;
  readonly timeline: readonly OrderEventView[];
  /** Absent with the order. */
  readonly left?: OrderLeftView;
  readonly customerId?: string;
  /** `staff:<id>`. */
  readonly takenBy?: string;
  readonly names: Readonly<Record<string, string>>;
}

/** An order: what was bought, by whom, what became of it and what can be done. */
export function OrderPage({ id }: { id: string }) {
  const asked = useAnswer<Answered>(`/orders/${id}`);
  return (
    <Answer to={asked} of="the order">
      {({ order, left, ...rest }) =>
        order && left ? (
          <Order order={order} left={left} {...rest} />
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

function Order({
  order,
  left,
  timeline,
  customerId,
  takenBy,
  names,
}: Omit<Answered, 'order' | 'left'> & { readonly order: OrderView; readonly left: OrderLeftView }) {
  const { me } = useSession();
  const goods = useAnswer<OrderGoods>(`/orders/${order.id}/shipments`);
  const returns = useAnswer<{ returns: readonly ReturnView[] }>('/returns', { orderId: order.id });
  return (
    <>
      <PageHead title={`Order ${order.number}`} back={back} about={<OrderTags of={order} />}>
        <OrderSteps
          order={order}
          left={left}
          returns={returns.data?.returns ?? []}
          isCustomers={customerId !== undefined}
        />
      </PageHead>
      <Columns
        beside={
          <Beside
            order={order}
            customerId={customerId}
            takenBy={takenBy && actorInWords(takenBy, { me: me.id, names })}
          />
        }
      >
        <OrderLines order={order} />
        <OrderAdditions orderId={order.id} channel={order.channel} />
        <Answer to={goods} of="its parcels">
          {(loaded) => <OrderWork order={order} goods={loaded} />}
        </Answer>
        <OrderReturns returns={returns.data?.returns ?? []} />
        <ExchangedFor orderId={order.id} />
        <OrderPayments order={order} />
        <OrderTimeline order={order} events={timeline} names={names} />
      </Columns>
    </>
  );
}

function Beside({
  order,
  customerId,
  takenBy,
}: {
  order: OrderView;
  customerId: string | undefined;
  /** Who of the staff, in words. */
  takenBy: string | undefined;
}) {
  const { channels } = useSession();
  const may = useMay();
  const [isCorrecting, setCorrecting] = useState(false);
  const { contact, billing, note, giftMessage } = order;
  // Nothing goes to an address that was given with goods that come by e-mail: it is for the invoice.
  const invoiced = billing ?? order.deliveries.find(({ kind }) => kind === 'electronic')?.address;
  return (
    <>
      <Section
        title="Customer"
        actions={
          may('orders.write') && (
            <Button variant="subtle" size="compact-sm" onClick={() => setCorrecting(true)}>
              Correct the order
            </Button>
          )
        }
      >
        <Facts
          of={{
            Name:
              customerId !== undefined && may('customers.read') ? (
                <Link to={`/customers/${customerId}`}>{contact.name || contact.email}</Link>
              ) : (
                contact.name
              ),
            Account: customerId === undefined ? 'bought as a guest' : undefined,
            'E-mail': (
              <Anchor inherit href={`mailto:${contact.email}`}>
                {contact.email}
              </Anchor>
            ),
            Telephone: contact.phone,
            'VAT number': order.vatId,
            'No tax': order.reliefs?.map(reliefInWords).join(', '),
            Placed: when(order.placedAt),
            'Taken by': takenBy,
            Channel: channels.find(({ id }) => id === order.channel)?.name ?? order.channel,
            Language: language(order.locale),
          }}
        />
        {note !== undefined && (
          <Text size="sm" mt="xs">
            “{note}”
          </Text>
        )}
        {giftMessage !== undefined && (
          <Text size="sm" mt="xs" style={{ whiteSpace: 'pre-line' }}>
            Gift message: “{giftMessage}”
          </Text>
        )}
        {may('orders.write') && contact.email !== '' && <ConfirmAgain orderId={order.id} />}
      </Section>
      {order.deliveries.map(({ id, kind, name, address, store, slot, givenBack }) => (
        <Section key={id} title={deliveryTitles[kind]}>
          <Stack gap="xs">
            {kind === 'electronic' ? (
              <Text size="sm">{mailedTo(order, id).join(', ')}</Text>
            ) : (
              <Text size="sm" c="dimmed">
                By: {name}
              </Text>
            )}
            {address && kind !== 'electronic' && <Address of={address} />}
            {store && (
              <Text>
                {store.name}, {store.city}
              </Text>
            )}
            {store && slot !== undefined && <PickupTime at={slot} storeId={store.id} />}
            {givenBack.amount > 0 && (
              <Text size="sm" c="dimmed">
                {amount(givenBack)} of its charge taken off
              </Text>
            )}
            {order.deliveries.length > 1 && (
              <List size="sm">
                {order.lines
                  .filter(({ deliveryId }) => deliveryId === id)
                  .map((line) => (
                    <List.Item key={line.id}>
                      <GoodsWords of={piecesLeft(line)} />
                    </List.Item>
                  ))}
              </List>
            )}
          </Stack>
        </Section>
      ))}
      {invoiced && (
        <Section title="Invoice to">
          <Address of={invoiced} />
        </Section>
      )}
      <OrderPapers order={order} />
      <CorrectOrder
        // What was corrected is where the next correction begins.
        key={JSON.stringify([contact, billing, note, giftMessage, order.deliveries])}
        order={order}
        isOpen={isCorrecting}
        onClose={() => setCorrecting(false)}
      />
    </>
  );
}

function reliefInWords(relief: NonNullable<OrderView['reliefs']>[number]): string {
  return relief.kind === 'reverse-charge'
    ? `Reverse charge: the company pays the VAT (${relief.vatId})`
    : `Exempt by certificate no. ${relief.number}`;
}

/** Gift cards go to whom they are for, anything else to whoever bought it. */
function mailedTo({ lines, contact }: OrderView, id: string): string[] {
  const own = lines.filter(({ deliveryId }) => deliveryId === id);
  return [...new Set(own.map(({ giftCard }) => giftCard?.recipient?.email ?? contact.email))];
}

const deliveryTitles: Readonly<Record<OrderView['deliveries'][number]['kind'], string>> = {
  ship: 'Goes to',
  pickup: 'Picked up at',
  electronic: 'Sent by e-mail',
};

/** By the clock of the store: it is what the shopper reads. Nobody knows that of a store without an address. */
function PickupTime({ at, storeId }: { at: string; storeId: string }) {
  const timeZone = useSession().places.find(({ id }) => id === storeId)?.timeZone;
  return (
    <Text c="dimmed">
      {timeZone === undefined ? `${when(at)} (by your clock)` : whenThere(at, { timeZone })}
    </Text>
  );
}
