import type { OrderAnswer } from '@vitrine/data-actions/library';
import { formatMoney } from '@vitrine/modules/view';
import type { ReactElement, ReactNode } from 'react';
import type { Say } from './checkout-parts.tsx';
import { goodsText } from './goods-list.tsx';
import { OrderStatement } from './order-statement.tsx';
import { PurchaseLines, PurchaseSums } from './purchase-parts.tsx';
import { offRows, sumRows } from './purchase-sums.ts';

type Order = Extract<OrderAnswer, { kind: 'order' }>['order'];
type Address = NonNullable<Order['billing']>;

/** An order with all its shopper may see. `styles` come from a style sheet that imports `order-parts.css`. */
export function OrderParts({
  order,
  locale,
  timeZone,
  styles,
  t,
}: {
  order: Order;
  locale: string;
  /** Of the stores. */
  timeZone: string;
  styles: Readonly<Record<string, string | undefined>>;
  t: Say;
}): ReactElement {
  const tools = { locale, styles, t };
  // Names are those of the day it was ordered, in the language of then.
  const isForeign = languageOf(order.locale) !== languageOf(locale);
  const { lines, goods, delivery, discounts, prices, taxes, total, waived, contact, billing, note } = order;
  const { giftMessage, vatId, reliefs } = order;
  // Nothing goes to an address that was given with goods that come by e-mail: it is for the invoice.
  const invoiced = billing ?? order.deliveries.find(({ kind }) => kind === 'electronic')?.address;
  const rows = sumRows({ goods, delivery, prices, taxes, ...(waived && { waived }) });
  // By the clock of the stores, which is named: whoever reads it may be in another zone.
  const time = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
  return (
    <div className={styles.order}>
      <div className={styles.facts}>
        {order.deliveries.map(({ id, kind, name, address, store, slot }) => (
          <Fact key={id} title={t(`to.${kind}`)} styles={styles}>
            {address && kind !== 'electronic' && <AddressLines address={address} locale={locale} />}
            {store && (
              <p>
                {store.name}, {store.city}
              </p>
            )}
            {slot && <p>{time.format(new Date(slot))}</p>}
            {kind !== 'electronic' && (
              <p className={styles.soft}>
                {t('way')} <span lang={order.locale}>{name}</span>
              </p>
            )}
            {order.deliveries.length > 1 && (
              <DeliveredGoods lines={lines.filter(({ deliveryId }) => deliveryId === id)} {...tools} />
            )}
          </Fact>
        ))}
        {invoiced && (
          <Fact title={t('billing')} styles={styles}>
            <AddressLines address={invoiced} locale={locale} />
          </Fact>
        )}
        <Fact title={t('contact')} styles={styles}>
          <p>{contact.name}</p>
          <p>{contact.email}</p>
          {contact.phone && <p>{contact.phone}</p>}
          {vatId !== undefined && <p>{t('vat-number', { vatId })}</p>}
        </Fact>
        <Fact title={t('payment')} styles={styles}>
          {order.payments.map((payment) => (
            <p key={payment.id}>
              {paymentText(payment, t)}
              {order.payments.length > 1 && `, ${formatMoney(payment.amount, locale)}`}
            </p>
          ))}
        </Fact>
        {note && (
          <Fact title={t('note')} styles={styles}>
            <p className={styles.noteText}>{note}</p>
          </Fact>
        )}
        {giftMessage && (
          <Fact
            title={t(
              order.deliveries.every(({ kind }) => kind === 'electronic')
                ? 'gift-message-mailed'
                : 'gift-message',
            )}
            styles={styles}
          >
            <p className={styles.noteText}>{giftMessage}</p>
          </Fact>
        )}
      </div>
      <div className={styles.bought}>
        <h2 className={styles.boughtTitle}>{t('goods-title')}</h2>
        {isForeign && (
          <p className={styles.fine}>
            {t('as-ordered', {
              language:
                new Intl.DisplayNames(locale, { type: 'language' }).of(languageOf(order.locale)) ?? '',
            })}
          </p>
        )}
        <PurchaseLines lines={lines.map(asItStands)} lang={order.locale} {...tools} />
        <PurchaseSums
          rows={rows}
          off={offRows({ lines, discounts })}
          total={total}
          taxes={taxes}
          prices={prices}
          {...(reliefs && { reliefs })}
          {...tools}
        />
        <OrderStatement order={order} {...tools} />
      </div>
    </div>
  );
}

const languageOf = (locale: string) => locale.split('-')[0]!.toLowerCase();

/** What a delivery brings; of what was cancelled only that it was. */
function DeliveredGoods({
  lines,
  styles,
  t,
}: {
  lines: Order['lines'];
  styles: Readonly<Record<string, string | undefined>>;
  t: Say;
}): ReactElement {
  return (
    <ul className={styles.goods}>
      {lines.map((line) => {
        const left = { ...line, quantity: line.quantity - line.cancelled };
        return (
          <li key={line.id}>
            {[
              goodsText(left),
              line.cancelled > 0 &&
                `(${t('cancelled-pieces', { count: line.cancelled, all: line.quantity })})`,
            ]
              .filter(Boolean)
              .join(' ')}
          </li>
        );
      })}
    </ul>
  );
}

/** Of what was sent nobody needs to know any more when it would come. */
function asItStands(line: Order['lines'][number]): Order['lines'][number] {
  const { shipsFrom, ...rest } = line;
  return line.fulfilled + line.cancelled < line.quantity ? line : rest;
}

function Fact({
  title,
  styles,
  children,
}: {
  title: string;
  styles: Readonly<Record<string, string | undefined>>;
  children: ReactNode;
}): ReactElement {
  return (
    <div className={styles.fact}>
      <h2 className={styles.factTitle}>{title}</h2>
      {children}
    </div>
  );
}

/** An address as it stands on a parcel. */
export function AddressLines({ address, locale }: { address: Address; locale: string }): ReactElement {
  const { name, company, street, extra, postalCode, city, country } = address;
  const land = new Intl.DisplayNames(locale, { type: 'region' }).of(country);
  return (
    <address>
      {[name, company, street, extra, `${postalCode} ${city}`, land].map(
        (each) => each && <span key={each}>{each}</span>,
      )}
    </address>
  );
}

function paymentText({ state, captured, amount, label, method }: Order['payments'][number], t: Say): string {
  const isOurs = method === 'gift-card' || method === 'store-credit' || method === 'points';
  const values = { label: isOurs ? t(`tender.${method}`) : (label ?? method) };
  if (state === 'declined' || state === 'cancelled') return t('paid.declined', values);
  if (captured.amount >= amount.amount) return t('paid.done', values);
  return t(state === 'authorised' && method !== 'bank-transfer' ? 'paid.authorised' : 'paid.open', values);
}
