import type { PictureSource } from '@vitrine/modules/view';
import { formatMoney, type MoneyValue, Picture, PriceTag, VisuallyHidden } from '@vitrine/modules/view';
import type { ReactElement } from 'react';
import { calendarDay } from './calendar-day.ts';
import type { Say } from './checkout-parts.tsx';
import { contentsText } from './contents-text.ts';
import { type OffRow, priceOfPiece, type SumRow, type TenderRow } from './purchase-sums.ts';
import { recipientText } from './recipient-text.ts';
import { TakenOff } from './taken-off.tsx';

type Styles = Readonly<Record<string, string | undefined>>;

/** What is bought, line by line. `styles` come from a style sheet that imports `purchase-parts.css`. */
export function PurchaseLines({
  lines,
  lang,
  locale,
  styles,
  t,
}: {
  /** The language names are in, where it may be another than the page's. */
  lang?: string;
  lines: readonly {
    readonly id: string;
    readonly name: string;
    readonly options: string;
    readonly media?: PictureSource;
    /** Of a bundle: what one piece of it holds. */
    readonly components?: Parameters<typeof contentsText>[0];
    readonly quantity: number;
    /** Of an order: pieces of it that will not come. */
    readonly cancelled?: number;
    /** Of an order: pieces of it that came back. */
    readonly returned?: number;
    readonly unitPrice: MoneyValue;
    readonly unitRegular: MoneyValue;
    readonly total: MoneyValue;
    readonly discounts?: readonly { readonly name: string; readonly amount: MoneyValue }[];
    readonly availability?: string;
    /** The day it comes out; only of what is on preorder. */
    readonly shipsFrom?: string;
    /** Its pieces are gift cards. */
    readonly giftCard?: Parameters<typeof recipientText>[0];
  }[];
  locale: string;
  styles: Styles;
  t: Say;
}): ReactElement {
  return (
    <ul className={styles.lines}>
      {lines.map(
        ({
          id,
          name,
          options,
          media,
          components,
          discounts = [],
          cancelled = 0,
          returned = 0,
          availability,
          shipsFrom,
          giftCard,
          ...line
        }) => (
          <li key={id} className={styles.line}>
            <div className={styles.picture}>{media && <Picture image={media} alt="" sizes="64px" />}</div>
            <div className={styles.words}>
              <p className={styles.name} lang={lang}>
                {name}
              </p>
              {options && (
                <p className={styles.soft} lang={lang}>
                  {options}
                </p>
              )}
              {giftCard && <p className={styles.soft}>{recipientText(giftCard, { locale, t })}</p>}
              {components && (
                <p className={styles.soft}>
                  {t('contents', { count: line.quantity, goods: contentsText(components, locale) })}
                </p>
              )}
              <p className={styles.soft}>
                <VisuallyHidden>{t('quantity', { count: line.quantity })} </VisuallyHidden>
                <span aria-hidden="true">{line.quantity} × </span>
                <PriceTag price={priceOfPiece(line)} regular={line.unitRegular} locale={locale} t={t} />
                {cancelled > 0 && `, ${t('cancelled-pieces', { count: cancelled, all: line.quantity })}`}
                {returned > 0 && `, ${t('returned-pieces', { count: returned, all: line.quantity })}`}
              </p>
              {discounts.map((each) => (
                <p key={each.name} className={styles.off}>
                  {each.name} {formatMoney({ ...each.amount, amount: -each.amount.amount }, locale)}
                </p>
              ))}
              {shipsFrom !== undefined && (
                <p className={styles.soft}>{t('preorder', { day: calendarDay(shipsFrom, locale) })}</p>
              )}
              {availability === 'sold-out' && <p className={styles.problem}>{t('sold-out')}</p>}
            </div>
            <p className={styles.price}>{formatMoney(line.total, locale)}</p>
          </li>
        ),
      )}
    </ul>
  );
}

type Relief =
  | { readonly kind: 'reverse-charge'; readonly vatId: string }
  | { readonly kind: 'certificate'; readonly number: string };

/** Sums and total. */
export function PurchaseSums({
  rows,
  off,
  total,
  paidBy = [],
  rest,
  taxes,
  prices,
  reliefs = [],
  locale,
  styles,
  t,
}: {
  rows: readonly SumRow[];
  /** What the rows are less already. */
  off: readonly OffRow[];
  total: MoneyValue;
  /** Tenders of the shop that pay of it, and what they leave. */
  paidBy?: readonly TenderRow[];
  rest?: MoneyValue;
  taxes: readonly { readonly name: string; readonly rate: string; readonly amount: MoneyValue }[];
  prices: 'inclusive' | 'exclusive';
  /** Why taxes are not charged. */
  reliefs?: readonly Relief[];
  locale: string;
  styles: Styles;
  t: Say;
}): ReactElement {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const taxName = ({ name = '', rate = '0' }: { name?: string; rate?: string }) =>
    // Taxes are named in the operator's language; the common one is said in the shopper's.
    t('tax', { name: name === 'VAT' ? t('vat') : name, rate: number.format(Number(rate)) });
  return (
    <>
      <dl className={styles.sums}>
        {rows.map((row) => (
          <div key={`${row.kind} ${row.name}`} data-kind={row.kind}>
            <dt>{row.kind === 'tax' ? taxName(row) : t(row.kind)}</dt>
            <dd>
              {row.kind === 'delivery' && row.amount.amount === 0
                ? t('free')
                : formatMoney(row.amount, locale)}
            </dd>
          </div>
        ))}
        <div className={styles.total}>
          <dt>{t('total')}</dt>
          <dd>{formatMoney(total, locale)}</dd>
        </div>
        {paidBy.map(({ kind, name = '', amount }) => (
          <div key={`${kind} ${name}`} data-kind="tender">
            <dt>{t(`by.${kind}`, { name })}</dt>
            <dd>{formatMoney(amount, locale)}</dd>
          </div>
        ))}
        {rest && paidBy.length > 0 && (
          <div className={styles.rest}>
            <dt>{t('rest')}</dt>
            <dd>{formatMoney(rest, locale)}</dd>
          </div>
        )}
      </dl>
      {prices === 'inclusive' && taxes.length > 0 && (
        <p className={styles.fine}>
          {t('including', {
            taxes: taxes.map((tax) => `${taxName(tax)} ${formatMoney(tax.amount, locale)}`).join(', '),
          })}
        </p>
      )}
      {reliefs.map((relief) => (
        <p key={JSON.stringify(relief)} className={styles.fine}>
          {relief.kind === 'reverse-charge'
            ? t('relief.reverse-charge', { vatId: relief.vatId })
            : t('relief.certificate', { number: relief.number })}
        </p>
      ))}
      <TakenOff rows={off} locale={locale} styles={styles} t={t} />
    </>
  );
}
