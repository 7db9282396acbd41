import { Button, Group, Stack, Text } from '@mantine/core';
import type { Allocation, OrderView, ShipmentView } from '@vitrine/commerce-engine/client';
import { type ReactNode, useState } from 'react';
import { Link } from '../address/link.tsx';
import { api } from '../asking/ask.ts';
import { Section } from '../look/section.tsx';
import { Tag, type Tone } from '../look/tag.tsx';
import { useMay, useSession } from '../shell/session.ts';
import { when } from '../words/when.ts';
import { type Consignment, consignmentsOf, type LinePieces, piecesIn } from './consignments.ts';
import { Contents } from './contents.tsx';
import { GoodsWords } from './goods-words.tsx';
import css from './orders.module.css';
import { HandOver, LayReady } from './pickup-steps.tsx';
import { PrintPaper } from './print-paper.tsx';
import { RejectPieces } from './reject-pieces.tsx';
import { SendParcel } from './send-parcel.tsx';

export interface OrderGoods {
  readonly shipments: readonly ShipmentView[];
  readonly kept: readonly Allocation[];
}

/** What is still to be sent or handed over, and what has been. */
export function OrderWork({ order, goods }: { order: OrderView; goods: OrderGoods }) {
  const { consignments, awaited } = consignmentsOf(order, goods);
  if (consignments.length + awaited.length + goods.shipments.length === 0) return null;
  return (
    <Section title={isMailed(order) ? 'By e-mail' : 'Parcels and pickups'} flush>
      <ul className={css.consignments}>
        {consignments.map((consignment) => (
          <Waiting
            // Pieces that left are another consignment: what was typed for these is not for those.
            key={`${consignment.locationId} ${consignment.deliveryId} ${consignment.pieces.map(({ quantity }) => quantity)}`}
            order={order}
            consignment={consignment}
          />
        ))}
        {awaited.length > 0 && (
          <li>
            <Head title="Not in stock yet" tag={<Tag tone="waits">Awaited</Tag>} />
            <Pieces of={awaited} />
          </li>
        )}
        {goods.shipments.toReversed().map((shipment) => (
          <Shipment key={shipment.id} order={order} shipment={shipment} />
        ))}
      </ul>
    </Section>
  );
}

function Waiting({ order, consignment }: { order: OrderView; consignment: Consignment }) {
  const may = useMay();
  const { places } = useSession();
  const [open, setOpen] = useState<'send' | 'reject'>();
  const close = () => setOpen(undefined);
  const place = places.find(({ id }) => id === consignment.locationId)?.name ?? consignment.locationId;
  const isPickup = consignment.kind === 'pickup';
  if (isCards(consignment.pieces))
    return (
      <li>
        <Head
          title="Gift cards"
          about="Made by itself once the order is paid, and mailed."
          tag={<Tag tone="waits">To be paid</Tag>}
        />
        <Pieces of={consignment.pieces} />
      </li>
    );
  const Step = isPickup ? LayReady : SendParcel;
  return (
    <li>
      <Head title={place} tag={<Tag tone="waits">{isPickup ? 'To lay ready' : 'To send'}</Tag>}>
        {consignment.kind === 'ship' && <SlipToPack orderId={order.id} of={consignment} />}
        {may('orders.write') && (
          <>
            <Button variant="subtle" size="compact-sm" color="gray" onClick={() => setOpen('reject')}>
              Find another location
            </Button>
            <Button size="compact-sm" onClick={() => setOpen('send')}>
              {isPickup ? 'Lay ready for pickup' : 'Send a parcel'}
            </Button>
          </>
        )}
      </Head>
      <Pieces of={consignment.pieces} />
      <Step {...{ order, consignment, onClose: close }} isOpen={open === 'send'} />
      <RejectPieces {...{ order, consignment, onClose: close }} isOpen={open === 'reject'} />
    </li>
  );
}

const states: Readonly<Record<ShipmentView['state'], readonly [Tone, string]>> = {
  sent: ['good', 'Sent'],
  ready: ['waits', 'Waits for its shopper'],
  'handed-over': ['good', 'Handed over'],
  withdrawn: ['quiet', 'Withdrawn'],
};

function Shipment({ order, shipment }: { order: OrderView; shipment: ShipmentView }) {
  const may = useMay();
  const { places } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { state, carrier, tracking, locationId } = shipment;
  const [tone, words] = states[state];
  const pieces = piecesIn(order, shipment);
  const cards = isCards(pieces);
  return (
    <li>
      <Head
        title={cards ? 'Gift cards, by e-mail' : shipment.kind === 'pickup' ? 'Pickup' : 'Parcel'}
        about={[
          when(shipment.sentAt ?? shipment.madeAt),
          cards ? undefined : places.find(({ id }) => id === locationId)?.name,
          carrier,
          tracking,
        ]
          .filter(Boolean)
          .join(' · ')}
        tag={<Tag tone={tone}>{cards && state === 'sent' ? 'Made' : words}</Tag>}
      >
        {cards && may('giftcards.write') && (
          <Link to={`/gift-cards?q=${order.number}`} size="sm">
            {pieces.length === 1 && pieces[0]?.quantity === 1 ? 'The gift card' : 'The gift cards'}
          </Link>
        )}
        {state !== 'withdrawn' && !cards && <ShipmentPaper of={shipment} />}
        {state === 'ready' && may('orders.write') && (
          <Button size="compact-sm" onClick={() => setOpen(true)}>
            Hand over the goods
          </Button>
        )}
      </Head>
      <Pieces of={pieces} />
      {state === 'ready' && <HandOver {...{ order, shipment, isOpen }} onClose={() => setOpen(false)} />}
    </li>
  );
}

/** All of an order comes by e-mail: there is no parcel. */
function isMailed({ deliveries }: OrderView): boolean {
  return deliveries.every(({ kind }) => kind === 'electronic');
}

function isCards(pieces: readonly LinePieces[]): boolean {
  return pieces.length > 0 && pieces.every(({ line }) => line.giftCard !== undefined);
}

function Head({
  title,
  about,
  tag,
  children,
}: {
  title: string;
  about?: string;
  tag: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Group justify="space-between" gap="xs" mb={6}>
      <Stack gap={0}>
        <Group gap="xs">
          <Text fw={600}>{title}</Text>
          {tag}
        </Group>
        {about !== undefined && (
          <Text size="sm" c="dimmed">
            {about}
          </Text>
        )}
      </Stack>
      {children && <Group gap="xs">{children}</Group>}
    </Group>
  );
}

function Pieces({ of: pieces }: { of: readonly LinePieces[] }) {
  return pieces.map((each) => (
    <div key={each.line.id}>
      <Text size="sm">
        <GoodsWords of={each} />
      </Text>
      <Contents of={each.line} pieces={each.quantity} />
    </div>
  ));
}

/** What goes into the parcel, or lies with the goods on the shelf. */
function ShipmentPaper({ of: { id, kind } }: { of: ShipmentView }) {
  const [name, paper] = kind === 'pickup' ? ['Pickup note', 'pickup-note'] : ['Packing slip', 'packing-slip'];
  const read = async () => {
    const { html } = await api.get<{ html: string | null }>(`/shipments/${id}/documents/${paper}`, {});
    return html ?? undefined;
  };
  return <PrintPaper name={name} read={read} />;
}

/** The same before it is sent: whoever packs takes it to the shelf. */
function SlipToPack({ orderId, of: { locationId, pieces } }: { orderId: string; of: Consignment }) {
  const lines = pieces.map(({ line, quantity }) => `${line.id}*${quantity}`).join(',');
  const read = async () => {
    const query = { locationId, lines };
    const { html } = await api.get<{ html: string | null }>(`/orders/${orderId}/packing-slip`, query);
    return html ?? undefined;
  };
  return <PrintPaper name="Packing slip" read={read} />;
}
