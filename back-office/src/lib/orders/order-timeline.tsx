import { Text } from '@mantine/core';
import { type HandReason, money, type OrderEventView, type OrderView } from '@vitrine/commerce-engine/client';
import { Fragment, type ReactNode } from 'react';
import { Link } from '../address/link.tsx';
import { Section } from '../look/section.tsx';
import { percentWords, reasonWords } from '../new-order/cart-words.ts';
import { useSession } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { inWords, pieces } from '../words/state.ts';
import { when } from '../words/when.ts';
import { actorInWords } from './actor-in-words.ts';
import css from './orders.module.css';

/** What happened to an order, the newest first. */
export function OrderTimeline({
  order,
  events,
  names,
}: {
  order: OrderView;
  events: readonly OrderEventView[];
  /** Of staff, by their ids. */
  names: Readonly<Record<string, string>>;
}) {
  const { me } = useSession();
  return (
    <Section title="What happened">
      <ol className={css.timeline}>
        {withSteps(events)
          .toReversed()
          .map((event) => (
            <li key={`${event.at} ${event.kind} ${JSON.stringify(event.detail)}`}>
              <time dateTime={event.at}>{when(event.at)}</time>
              <div>
                <Text>{titleOf(event, order)}</Text>
                <Text size="sm" c="dimmed">
                  <Listed of={aboutOf(event, order)} by=", " />
                  {aboutOf(event, order).length > 0 && ' · '}
                  {actorInWords(event.actor, { me: me.id, names })}
                </Text>
              </div>
            </li>
          ))}
      </ol>
    </Section>
  );
}

function Listed({ of: parts, by }: { of: readonly ReactNode[]; by: string }) {
  return parts.map((part, at) => (
    <Fragment key={at}>
      {at > 0 && by}
      {part}
    </Fragment>
  ));
}

const titles: Readonly<Record<string, string>> = {
  placed: 'Placed',
  'given-by-hand': 'Given by hand',
  cancelled: 'Pieces cancelled',
  corrected: 'Corrected',
  shipped: 'Parcel sent',
  'gift-cards-sent': 'Gift cards made, to be mailed',
  'gift-card-readdressed': 'Changed: who gets the gift card, or when',
  ready: 'Ready for pickup',
  'handed-over': 'Handed over',
  rejected: 'A location could not send',
  rerouted: 'Another location sends it',
  'sent-on-account': 'Sent before it was paid',
  'marked-paid': 'Marked as paid',
  'return-requested': 'Return registered',
  'return-approved': 'Return approved',
  'return-received': 'Return received',
  'return-refunded': 'Return refunded',
  'return-rejected': 'Return rejected',
  'return-cancelled': 'Return given up',
  'goods-offered': 'Goods put aside until they are paid',
  'goods-added': 'Goods added',
  'goods-withdrawn': 'Goods not added',
  'confirmed-again': 'Confirmation sent again',
  exchanged: 'Exchanged for other goods',
  'exchange-for': 'Went out for what came back',
};

/** Why goods were not added after all. */
const withdrawn: Readonly<Record<string, string>> = {
  expired: 'not paid in time',
  'sold-out': 'not there any more when the money came',
};

/** Parts of an order that can be corrected. */
const corrected: Readonly<Record<string, string>> = {
  email: 'e-mail',
  name: 'name',
  phone: 'telephone',
  note: 'note',
  giftMessage: 'gift message',
  address: 'where it goes',
  billing: 'invoice address',
};

/** Payments are told with all that was taken and refunded of them; what each entry adds to that is what happened. */
function withSteps(events: readonly OrderEventView[]): OrderEventView[] {
  const told = new Map<unknown, { readonly captured: number; readonly refunded: number }>();
  return events.map((event) => {
    if (event.kind !== 'payment') return event;
    const { payment } = event.detail;
    const [captured, refunded] = [Number(event.detail.captured), Number(event.detail.refunded)];
    const before = told.get(payment) ?? { captured: 0, refunded: 0 };
    told.set(payment, { captured, refunded });
    const step = { captured: captured - before.captured, refunded: refunded - before.refunded };
    return { ...event, detail: { ...event.detail, ...step } };
  });
}

function titleOf({ kind, detail }: OrderEventView, order: OrderView): string {
  const cash = (sum: unknown) => amount(money(Number(sum), order.currency));
  if (kind === 'allowance') return `${cash(detail.gross)} less for goods that stay`;
  // What it paid for other goods did not go back.
  if (kind === 'return-refunded' && Number(detail.exchanged ?? 0) > 0) {
    const rest = Number(detail.amount) - Number(detail.exchanged);
    return rest > 0 ? `Return exchanged, ${cash(rest)} of it refunded` : 'Return exchanged';
  }
  if (kind !== 'payment') return titles[kind] ?? inWords(kind.replaceAll('.', ' '));
  if (Number(detail.refunded) > 0) return `Payment: ${cash(detail.refunded)} refunded`;
  if (Number(detail.captured) > 0) return `Payment: ${cash(detail.captured)} taken`;
  return `Payment ${String(detail.state)}`;
}

function aboutOf(event: OrderEventView, order: OrderView): ReactNode[] {
  const { detail } = event;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const link = (path: string, id: unknown, words: string) => {
    const known = text(id);
    return known === undefined ? words : <Link to={`/${path}/${known}`}>{words}</Link>;
  };
  return [
    event.kind === 'allowance' ? partsOf(event, order) : piecesOf(event, order),
    Array.isArray(detail.fields) &&
      detail.fields.map((field) => corrected[String(field)] ?? field).join(', '),
    text(detail.number) && link('returns', detail.return, `return ${text(detail.number)}`),
    text(detail.orderNumber) && link('orders', detail.order, `order ${text(detail.orderNumber)}`),
    event.kind === 'given-by-hand' && handWords(event, order),
    text(detail.reason),
    withdrawn[text(detail.why) ?? ''],
    text(detail.note),
    text(detail.problem),
    text(detail.carrier),
    text(detail.tracking),
  ].filter(Boolean);
}

/** What was given, for what and why. */
function handWords({ detail }: OrderEventView, order: OrderView): string {
  const cash = (sum: unknown) => amount(money(Number(sum), order.currency));
  const what =
    detail.kind === 'percent'
      ? `${percentWords(Number(detail.basisPoints))} off`
      : detail.kind === 'amount'
        ? `${cash(detail.amount)} off`
        : `${cash(detail.price)} each`;
  const of = typeof detail.name === 'string' ? detail.name : 'all of it';
  return `${of}: ${what}, ${reasonWords[detail.because as HandReason] ?? ''}`;
}

interface ToldLine {
  readonly lineId?: string;
  readonly quantity?: number;
  readonly gross?: number;
}

function linesOf({ detail }: OrderEventView): readonly ToldLine[] {
  return Array.isArray(detail.lines) ? (detail.lines as readonly ToldLine[]) : [];
}

function nameOf(order: OrderView, { lineId }: ToldLine): string | undefined {
  return order.lines.find(({ id }) => id === lineId)?.name;
}

function piecesOf(event: OrderEventView, order: OrderView): string | undefined {
  const lines = linesOf(event);
  const counted = lines.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
  if (counted === 0) return undefined;
  const name = lines.length === 1 ? nameOf(order, lines[0]!) : undefined;
  return [pieces(counted), name].filter(Boolean).join(', ');
}

/** What a reduction is of, line by line, the delivery last. */
function partsOf(event: OrderEventView, order: OrderView): string {
  const cash = (sum: number) => amount(money(sum, order.currency));
  const charges = (event.detail.charges as { readonly gross?: number } | undefined)?.gross ?? 0;
  return [
    ...linesOf(event).map((line) => `${nameOf(order, line) ?? 'goods'} ${cash(line.gross ?? 0)}`),
    ...(charges > 0 ? [`delivery ${cash(charges)}`] : []),
  ].join(', ');
}
