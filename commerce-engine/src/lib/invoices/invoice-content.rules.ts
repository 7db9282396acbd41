import type { TaxShare } from '../cart/priced-cart.rules.ts';
import { businessAddressLines } from '../documents/address-lines.rules.ts';
import type { GivenBackDetail } from '../orders/give-back.rules.ts';
import type { OrderBooks } from '../orders/order-books.views.ts';
import { sumShares } from '../orders/refund-share.rules.ts';
import type { InvoiceContent, Seller, TransferView } from './invoices.views.ts';

interface Matter {
  readonly books: OrderBooks;
  readonly seller: Seller;
  /** When goods left, or money came off. ISO. */
  readonly suppliedAt: string;
}

/** The invoice over a whole order: SPEC rule BILL-4. */
export function invoiceContent(matter: Matter & { readonly transfer?: TransferView }): InvoiceContent {
  const { order, lines, deliveries, rates } = matter.books;
  const shown = shownIn(order.prices);
  return {
    ...headOf(matter),
    ...reliefsOf(order, [...lines, ...deliveries]),
    lines: lines.map((line) => ({
      name: line.name,
      options: line.options,
      sku: line.sku,
      quantity: line.quantity,
      amount: line[shown],
      rates: ratesOf(line.taxes, rates),
      ...(line.isByHand && { isByHand: true }),
    })),
    charges: deliveries
      .filter(({ gross }) => gross > 0)
      .map((delivery) => ({ name: delivery.name, amount: delivery[shown] })),
    fee: 0,
    taxes: rates.map(({ name, rate, taxable, amount }) => ({ name, rate, taxable, amount })),
    net: order.net,
    tax: order.tax,
    total: order.total,
    ...(matter.transfer && { transfer: matter.transfer }),
  };
}

/** An order's books as if it were some of its lines alone, with its deliveries or without: parts sum to the whole. */
export function bookedPart(
  books: OrderBooks,
  {
    lines: isMeant,
    deliveries: withDeliveries,
  }: {
    readonly lines: (line: OrderBooks['lines'][number]) => boolean;
    readonly deliveries: boolean;
  },
): OrderBooks {
  const lines = books.lines.filter(isMeant);
  const deliveries = withDeliveries ? books.deliveries : [];
  const sums = sumShares(
    [...lines, ...deliveries].map(({ net, tax, gross, taxes }) => ({ net, tax, gross, taxes })),
  );
  return {
    order: { ...books.order, net: sums.net, tax: sums.tax, total: sums.gross },
    lines,
    deliveries,
    rates: books.rates.flatMap((rate) => {
      const own = sums.taxes.find(({ rateId }) => rateId === rate.rateId);
      return own ? [{ ...rate, taxable: own.taxable, amount: own.amount }] : [];
    }),
  };
}

/** The credit note for money that came off an order: SPEC rules BILL-1 and BILL-4. */
export function creditNoteContent(
  matter: Matter & {
    readonly corrects: string;
    readonly back: GivenBackDetail;
    readonly fee: number;
    /** What of it paid for other goods of the order. */
    readonly exchanged?: number;
    readonly deliveryName: string;
  },
): InvoiceContent {
  const { books, corrects, back, fee, exchanged = 0, deliveryName } = matter;
  const { order, lines, rates } = books;
  const shown = shownIn(order.prices);
  return {
    ...headOf(matter),
    ...reliefsOf(order, [...back.lines, back.charges]),
    corrects,
    lines: back.lines.map((part) => {
      const line = lines.find(({ id }) => id === part.lineId)!;
      return {
        name: line.name,
        options: line.options,
        sku: line.sku,
        quantity: part.quantity,
        amount: part[shown],
        rates: ratesOf(line.taxes, rates),
      };
    }),
    charges: back.charges.gross > 0 ? [{ name: deliveryName, amount: back.charges[shown] }] : [],
    fee,
    ...(exchanged > 0 && { exchanged }),
    taxes: back.taxes
      .filter(({ taxable, amount }) => taxable !== 0 || amount !== 0)
      .map(({ rateId, taxable, amount }) => {
        const { name, rate } = rates.find((each) => each.rateId === rateId)!;
        return { name, rate, taxable, amount };
      }),
    net: back.net,
    tax: back.tax,
    total: back.gross - fee,
  };
}

function headOf({ books: { order }, seller, suppliedAt }: Matter) {
  const { locale, currency, prices, name, number, placedAt, billing, shipTo, vatId } = order;
  const address = billing ?? shipTo;
  return {
    locale,
    currency,
    prices,
    seller,
    buyer: address ? businessAddressLines(address, locale) : [name],
    ...(vatId !== undefined && { buyerVatId: vatId }),
    orderNumber: number,
    orderedAt: placedAt,
    suppliedAt,
  };
}

/** What freed these of taxes. A reverse charge leaves none at all; a certificate may free of one of several. */
function reliefsOf(
  { reliefs }: OrderBooks['order'],
  charges: readonly { readonly net: number; readonly gross: number }[],
): Pick<InvoiceContent, 'reliefs'> {
  const isUntaxed = charges.some(({ net, gross }) => gross > 0 && net === gross);
  const own = reliefs.filter(({ kind }) => kind === 'certificate' || isUntaxed);
  return own.length > 0 ? { reliefs: own } : {};
}

const shownIn = (prices: 'inclusive' | 'exclusive') => (prices === 'inclusive' ? 'gross' : 'net');

function ratesOf(taxes: readonly TaxShare[], rates: OrderBooks['rates']): string[] {
  return taxes.flatMap(({ rateId }) => {
    const known = rates.find((each) => each.rateId === rateId);
    return known ? [known.rate] : [];
  });
}
