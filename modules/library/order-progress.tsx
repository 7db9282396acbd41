import type { OutputOf } from '@vitrine/data-actions';
import { callOffReturn, type getOrderProgress, type OrderAnswer } from '@vitrine/data-actions/library';
import { formatMoney, MutationForm } from '@vitrine/modules/view';
import type { ReactElement, ReactNode } from 'react';
import type { Say } from './checkout-parts.tsx';

export type Order = Extract<OrderAnswer, { kind: 'order' }>['order'];
export type Progress = NonNullable<OutputOf<typeof getOrderProgress>>;
type Return = Progress['returns'][number];
type Styles = Readonly<Record<string, string | undefined>>;

/** What the parts of an order's page are made with. `styles` come from a style sheet that imports `order-progress.css`. */
export interface OrderTools {
  /** Begins the ids of its parts. */
  readonly id: string;
  readonly locale: string;
  /** Of the stores. */
  readonly timeZone: string;
  readonly styles: Styles;
  readonly t: Say;
}

/** What was sent, came back and can come back, in words; nothing before anything happened. */
export function OrderProgress({
  order,
  progress: { shipments, returns, returnable, allowances, cancellations },
  returnAddress,
  returnSteps,
  here,
  openKey,
  tools,
}: {
  order: Order;
  progress: Progress;
  /** Where a return is announced. */
  returnAddress: string;
  returnSteps: string;
  /** This page. */
  here: string;
  /** What opens a guest's order. Absent = its customer is signed in. */
  openKey?: string | undefined;
  tools: OrderTools;
}): ReactElement | null {
  const { id, locale, styles, t } = tools;
  const day = dayIn(tools);
  const happened = [shipments, returns, cancellations, returnable, allowances];
  if (happened.every(({ length }) => length === 0)) return null;
  return (
    <div className={styles.progress}>
      <OrderParcels
        order={order}
        shipments={shipments}
        allowances={allowances}
        cancellations={cancellations}
        tools={tools}
      />
      {returns.length + returnable.length > 0 && (
        <Part id={`${id}-returns`} title={t('returns')} styles={styles}>
          {returns.length > 0 && (
            <ul className={styles.steps}>
              {returns.map((each) => (
                <Step
                  key={each.id}
                  title={t('return', { number: each.number })}
                  lines={each.lines}
                  order={order}
                  tools={tools}
                >
                  <p>{returnState(each, order, { locale, day, t })}</p>
                  <Instead of={each} tools={tools} />
                  {each.answer && <p>{t('our-answer', { answer: each.answer })}</p>}
                  {each.state === 'approved' && (
                    <p className={styles.next}>
                      <strong>{t('next-steps')}</strong> {returnSteps || t('steps')}
                    </p>
                  )}
                  {(each.state === 'requested' || each.state === 'approved') && (
                    <CallOff
                      number={each.number}
                      values={{ _from: here, orderId: order.id, returnId: each.id, key: openKey }}
                      tools={tools}
                    />
                  )}
                </Step>
              ))}
            </ul>
          )}
          <Offer returnable={returnable} address={returnAddress} day={day} tools={tools} />
        </Part>
      )}
    </div>
  );
}

/** Parcels and pickups of an order, what of it was cancelled, and what came off for the rest. */
export function OrderParcels({
  order,
  shipments,
  allowances = [],
  cancellations,
  tools,
}: {
  order: Order;
  shipments: Progress['shipments'];
  allowances?: Progress['allowances'];
  /** Absent = nobody has told when it was. */
  cancellations?: Progress['cancellations'];
  tools: OrderTools;
}): ReactElement | null {
  const { id, locale, styles, t } = tools;
  const day = dayIn(tools);
  const cancelled = cancellations ?? cancelledPieces(order);
  if (shipments.length + cancelled.length + allowances.length === 0) return null;
  return (
    <Part id={`${id}-progress`} title={t('progress')} styles={styles}>
      <ul className={styles.steps}>
        {shipments.map(({ id: key, state, sentAt, madeAt, lines, ...shipment }) => (
          <Step
            key={key}
            title={t(`shipment.${state}`, { date: day(sentAt ?? madeAt) })}
            lines={lines}
            order={order}
            tools={tools}
          >
            {shipment.tracking && (
              <p className={styles.stepSoft}>
                {t(shipment.carrier ? 'tracking-of' : 'tracking', {
                  carrier: shipment.carrier ?? '',
                  number: shipment.tracking,
                })}
              </p>
            )}
            {shipment.code && <p>{t('pickup-code', { code: shipment.code })}</p>}
          </Step>
        ))}
        {cancelled.map(({ at, lines }) => (
          <Step
            key={`cancelled ${at ?? ''}`}
            title={at === undefined ? t('called-off') : t('called-off-on', { date: day(at) })}
            lines={lines}
            order={order}
            tools={tools}
          />
        ))}
        {allowances.map((allowance) => (
          <Step
            key={allowance.at}
            title={t('allowance', {
              amount: formatMoney(allowance.amount, locale),
              date: day(allowance.at),
            })}
            lines={[]}
            order={order}
            tools={tools}
          >
            <p className={styles.stepSoft}>{allowance.reason}</p>
            <AllowanceParts of={allowance} order={order} tools={tools} />
          </Step>
        ))}
      </ul>
    </Part>
  );
}

/** What was cancelled in all. */
function cancelledPieces({ lines }: Order): readonly {
  readonly at?: string;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
}[] {
  const cancelled = lines.filter((line) => line.cancelled > 0);
  if (cancelled.length === 0) return [];
  return [{ lines: cancelled.map((line) => ({ lineId: line.id, quantity: line.cancelled })) }];
}

/** What a reduction is of. */
function AllowanceParts({
  of: { lines, delivery },
  order,
  tools: { locale, styles, t },
}: {
  of: Progress['allowances'][number];
  order: Order;
  tools: OrderTools;
}): ReactElement {
  return (
    <ul className={styles.pieces}>
      {lines.map(({ lineId, amount }) => (
        <li key={lineId}>
          {t('allowance-part', { name: nameOf(order, lineId), amount: formatMoney(amount, locale) })}
        </li>
      ))}
      {delivery.amount > 0 && (
        <li>{t('allowance-part', { name: t('delivery'), amount: formatMoney(delivery, locale) })}</li>
      )}
    </ul>
  );
}

/** What is wanted instead of what comes back, and how that stands; nothing when its money is. */
function Instead({ of: { instead, state }, tools }: { of: Return; tools: OrderTools }): ReactElement | null {
  if (!instead) return null;
  const { locale, styles, t } = tools;
  const stands = instead.state === 'held' && state === 'received' ? 'here' : instead.state;
  const more = instead.difference?.amount;
  return (
    <div className={styles.instead}>
      <p>
        {t(`instead.${stands}`, {
          date: dayIn(tools)(instead.heldUntil),
          amount: instead.toPay ? formatMoney(instead.toPay, locale) : '',
        })}
      </p>
      <ul className={styles.pieces}>
        {instead.lines.map(({ lineId, quantity, name, options }) => (
          <li key={lineId}>
            {t('piece', { count: quantity, name: [name, options].filter(Boolean).join(', ') })}
          </li>
        ))}
      </ul>
      {instead.difference && more !== undefined && (
        <p>
          {t(`difference.${more > 0 ? 'more' : more < 0 ? 'less' : 'even'}`, {
            amount: formatMoney({ ...instead.difference, amount: Math.abs(more) }, locale),
          })}
        </p>
      )}
    </div>
  );
}

/** Gives up a return that has not arrived, once that is confirmed; it opens without a script. */
function CallOff({
  number,
  values,
  tools: { styles, t },
}: {
  number: string;
  values: Readonly<Record<string, string | undefined>>;
  tools: OrderTools;
}): ReactElement {
  return (
    <details className={styles.callOff}>
      <summary>{t('call-off', { number })}</summary>
      <MutationForm mutation={callOffReturn} values={values} className={styles.callOffForm}>
        <p>{t('call-off-text')}</p>
        <button type="submit" className="vt-button" data-look="quiet">
          {t('call-off-yes', { number })}
        </button>
      </MutationForm>
    </details>
  );
}

/** How long things can come back, and the way to announce it. */
function Offer({
  returnable,
  address,
  day,
  tools: { styles, t },
}: {
  returnable: Progress['returnable'];
  address: string;
  day: (iso: string) => string;
  tools: OrderTools;
}): ReactElement | null {
  const open = returnable.filter(({ quantity }) => quantity > 0);
  const ends = (open.length > 0 ? open : returnable).flatMap(({ until }) => until ?? []).toSorted();
  const end = open.length > 0 ? ends[0] : ends.at(-1);
  if (open.length === 0)
    return end === undefined ? null : <p className={styles.stepSoft}>{t('too-late', { date: day(end) })}</p>;
  return (
    <div className={styles.offer}>
      <p>{end === undefined ? t('can-return-always') : t('can-return', { date: day(end) })}</p>
      <a className="vt-button" data-look="quiet" href={address}>
        {t('to-return')}
      </a>
    </div>
  );
}

/** Points that an order has earned; nothing when it has none. */
export function EarnedPoints({
  progress: { earned },
  tools,
}: {
  progress: Progress;
  tools: OrderTools;
}): ReactElement | null {
  if (!earned) return null;
  const { t } = tools;
  const values = { points: t('points', { count: earned.points }), name: earned.name };
  return (
    <p>
      {earned.usableAt
        ? t('earned-from', { ...values, date: dayIn(tools)(earned.usableAt) })
        : t('earned-later', values)}
    </p>
  );
}

/** Invoice, credit notes and receipt, each a page for printing. */
export function OrderPapers({
  order,
  progress: { documents },
  openKey,
  tools,
}: {
  order: Order;
  progress: Progress;
  /** What opens a guest's order. Absent = its customer is signed in. */
  openKey?: string | undefined;
  tools: OrderTools;
}): ReactElement {
  const { id, locale, styles, t } = tools;
  const day = dayIn(tools);
  // Whoever is signed out by then reads so in the language they read here.
  const query = new URLSearchParams({ ...(openKey && { key: openKey }), locale });
  const address = (paper: string) =>
    `/_order/${encodeURIComponent(order.id)}/${encodeURIComponent(paper)}?${query}`;
  return (
    <Part id={`${id}-papers`} title={t('papers')} styles={styles}>
      <p className={styles.stepSoft}>{t('papers-text')}</p>
      <ul className={styles.papers}>
        {documents.map((each) => (
          <li key={each.id}>
            <a className="vt-link" href={address(each.id)} target="_blank" rel="noopener">
              {t(each.kind, { number: each.number })}
            </a>
            <span className={styles.stepSoft}>
              {day(each.issuedAt)} · {formatMoney(each.total, locale)}
            </span>
          </li>
        ))}
        <li>
          <a className="vt-link" href={address('receipt')} target="_blank" rel="noopener">
            {t('receipt')}
          </a>
          <span className={styles.stepSoft}>{t('receipt-text')}</span>
        </li>
      </ul>
      {documents.length === 0 && order.fulfilment === 'open' && order.state !== 'cancelled' && (
        <p className={styles.stepSoft}>{t('invoice-later')}</p>
      )}
    </Part>
  );
}

export function Part({
  id,
  title,
  styles,
  children,
}: {
  id: string;
  title: string;
  styles: Styles;
  children: ReactNode;
}): ReactElement {
  return (
    <section className={styles.progressPart} aria-labelledby={id}>
      <h2 className={styles.progressTitle} id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Step({
  title,
  lines,
  order,
  tools: { styles, t },
  children,
}: {
  title: string;
  lines: readonly { readonly lineId: string; readonly quantity: number; readonly reason?: string }[];
  order: Order;
  tools: OrderTools;
  children?: ReactNode;
}): ReactElement {
  return (
    <li className={styles.step}>
      <h3 className={styles.stepTitle}>{title}</h3>
      <ul className={styles.pieces}>
        {lines.map(({ lineId, quantity, reason }) => {
          const piece = { count: quantity, name: nameOf(order, lineId) };
          return (
            <li key={lineId}>
              {reason ? t('piece-why', { ...piece, reason: t(`reason.${reason}`) }) : t('piece', piece)}
            </li>
          );
        })}
      </ul>
      {children}
    </li>
  );
}

function returnState(
  { state, requestedAt, updatedAt, refund, fee, instead }: Return,
  { contact }: Order,
  { locale, day, t }: { locale: string; day: (iso: string) => string; t: Say },
): string {
  const date = day(state === 'requested' ? requestedAt : updatedAt);
  if (state === 'received' && instead && instead.state !== 'over')
    return t('return.received-instead', { date });
  if (state === 'refunded' && refund && instead?.state === 'added') {
    const rest = refund.amount - instead.total.amount;
    const cash = (amount: number) => formatMoney({ ...refund, amount }, locale);
    return t(`return.exchanged${rest > 0 ? '-rest' : rest < 0 ? '-paid' : ''}`, {
      date,
      worth: cash(refund.amount),
      cost: formatMoney(instead.total, locale),
      amount: cash(Math.abs(rest)),
    });
  }
  if (state !== 'refunded') return t(`return.${state}`, { date, email: contact.email });
  const amount = refund ? formatMoney(refund, locale) : '';
  return t(fee.amount > 0 ? 'return.refunded-fee' : 'return.refunded', {
    amount,
    date,
    fee: formatMoney(fee, locale),
  });
}

/** What a line is called, with what was chosen of it. */
export function nameOf({ lines }: Order, lineId: string): string {
  const line = lines.find(({ id }) => id === lineId);
  return [line?.name, line?.options].filter(Boolean).join(', ');
}

/** Days as the stores count them. */
export function dayIn({
  locale,
  timeZone,
}: Pick<OrderTools, 'locale' | 'timeZone'>): (iso: string) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  return (iso) => format.format(new Date(iso));
}
