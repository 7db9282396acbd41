import { z } from 'zod';
import type { AdditionView } from '../additions/additions.views.ts';
import { componentTexts } from '../catalog/component-texts.rules.ts';
import { addressLines } from '../documents/address-lines.rules.ts';
import { dateIn } from '../documents/date-in.ts';
import type { WrittenMail } from '../mail/mail.ts';
import { escapeHtml, mailButton, mailPage } from '../mail/mail-page.ts';
import { formatMoney } from '../money/format-money.rules.ts';
import { money } from '../money/money.rules.ts';
import { openOf } from '../orders/order-pieces.ts';
import type { OrderAddress, OrderEventView, OrderView } from '../orders/orders.views.ts';
import { wholeStatementLines } from '../orders/statement-words.ts';
import type { ReturnView } from '../returns/returns.views.ts';
import type { LocationView } from '../stores/stores.views.ts';
import { letterRow } from './letter-parts.ts';
import { type LetterWords, letterWords } from './letter-words.ts';
import { pickupPlace } from './pickup-place.ts';

/** What a letter is written from. */
export interface LetterMatter {
  readonly order: OrderView;
  readonly event: OrderEventView;
  /** The pickup that lies ready, when it still does; with the places it may lie at. */
  readonly pickup?: { readonly code: string; readonly locations: readonly LocationView[] };
  /** The return of the entry. */
  readonly back?: ReturnView;
  /** The goods of the entry that are to be added, or were. */
  readonly added?: AdditionView;
  /** Where goods that come back are sent. */
  readonly sendTo?: OrderAddress;
  /** Where the shopper looks at the order. */
  readonly link?: string;
  /** Whose days are meant: of the order's channel. */
  readonly timeZone?: string;
}

/** What a letter says; its parts come in this order. */
interface Letter {
  readonly subject: string;
  readonly body: string;
  /** Set large. */
  readonly code?: { readonly name: string; readonly code: string; readonly note: string };
  readonly pieces?: readonly { readonly lineId: string; readonly quantity: number }[];
  /** Goods that are no lines of the order. */
  readonly goods?: AdditionView['lines'];
  /** What the button says. */
  readonly button?: string;
  readonly facts?: readonly (readonly [string, string | undefined])[];
  /** How the order stands afterwards, set apart. */
  readonly sums?: readonly (readonly [string, string])[];
  readonly place?: { readonly title: string; readonly lines: readonly string[] } | undefined;
  readonly closing?: readonly (string | undefined)[];
}

/** Kinds of timeline entries that shoppers are written about. */
export const LETTER_KINDS: ReadonlySet<string> = new Set([
  'shipped',
  'ready',
  'marked-paid',
  'cancelled',
  'allowance',
  'corrected',
  'goods-offered',
  'goods-added',
  'goods-withdrawn',
  'return-requested',
  'return-approved',
  'return-rejected',
  'return-cancelled',
  'return-refunded',
]);

const piecesShape = z.array(z.object({ lineId: z.string(), quantity: z.number() }));
const detailShape = z.object({
  lines: piecesShape.default([]),
  fulfilment: z.string().optional(),
  carrier: z.string().optional(),
  tracking: z.string().optional(),
  gross: z.number().default(0),
  amount: z.number().default(0),
  addition: z.string().optional(),
  back: z.number().default(0),
  reason: z.string().optional(),
  why: z.string().optional(),
  fields: z.array(z.string()).default([]),
});

/** The letter about an entry of an order's timeline: SPEC rules LETTER-1 to LETTER-4. Undefined = it is of the past by now. */
export function orderLetter(matter: LetterMatter): WrittenMail | undefined {
  const { order, link } = matter;
  const t = letterWords(order.locale);
  const letter = letterOf(matter, t);
  if (!letter) return undefined;
  const numbers = (text: string) =>
    text.replaceAll('{order}', order.number).replaceAll('{return}', matter.back?.number ?? '');
  const [subject, body] = [numbers(letter.subject), numbers(letter.body)];
  const pieces = (letter.pieces ?? []).flatMap(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) return [];
    return [
      {
        what: `${quantity} × ${line.name}${line.options ? ` (${line.options})` : ''}`,
        notes: line.components ? [t.contents(componentTexts(line, quantity))] : [],
      },
    ];
  });
  pieces.push(
    ...(letter.goods ?? []).map(({ quantity, name, options }) => ({
      what: `${quantity} × ${name}${options ? ` (${options})` : ''}`,
      notes: [],
    })),
  );
  const facts = (letter.facts ?? []).filter((fact): fact is [string, string] => fact[1] !== undefined);
  const closing = (letter.closing ?? []).filter((line) => line !== undefined);
  const { code, place, sums = [], button = t.look } = letter;
  return {
    to: order.contact.email,
    subject,
    text: [
      body,
      '',
      ...(code ? [`${code.name}: ${code.code}`, code.note, ''] : []),
      ...pieces.flatMap(({ what, notes }) => [what, ...notes.map((note) => `    ${note}`)]),
      ...facts.map(([name, fact]) => `${name}: ${fact}`),
      ...(sums.length > 0 ? ['', ...sums.map(([name, sum]) => `${name}: ${sum}`)] : []),
      ...(place ? ['', `${place.title}:`, ...place.lines] : []),
      ...closing.flatMap((line) => ['', line]),
      ...(link === undefined ? [] : ['', `${button}: ${link}`]),
      '',
    ].join('\n'),
    html: mailPage(order.locale, [
      `<h1 style="font-size:22px;margin:0 0 8px">${escapeHtml(subject)}</h1>`,
      `<p style="margin:0 0 24px">${escapeHtml(body)}</p>`,
      ...(code ? [codeBlock(code)] : []),
      `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">`,
      ...pieces.map(({ what, notes }) => letterRow(what, '', { notes })),
      ...facts.map(([name, fact]) => letterRow(name, fact)),
      '</table>',
      ...(sums.length > 0 ? [sumsTable(sums)] : []),
      ...(place
        ? [paragraph([`<strong>${escapeHtml(place.title)}</strong>`, ...place.lines.map(escapeHtml)])]
        : []),
      ...closing.map((line) => paragraph([escapeHtml(line)])),
      ...(link === undefined ? [] : [mailButton(link, button)]),
    ]),
  };
}

function letterOf(
  { order, event, pickup, back, added, sendTo, timeZone = 'UTC' }: LetterMatter,
  t: LetterWords,
): Letter | undefined {
  const detail = detailShape.parse(event.detail);
  const cash = (amount: number) => formatMoney(money(amount, order.total.currency), order.locale);
  const day = (iso: string) => dateIn(iso, { locale: order.locale, timeZone });
  const isPickup = (kind: string) => kind === 'pickup';
  switch (event.kind) {
    case 'shipped': {
      const isPart = detail.fulfilment !== 'done';
      const deliveryId = order.lines.find(({ id }) => id === detail.lines[0]?.lineId)?.deliveryId;
      const delivery = order.deliveries.find(({ id }) => id === deliveryId);
      const address = delivery?.kind === 'ship' ? delivery.address : undefined;
      // What is fetched, or sent another way, does not follow this.
      const follows = order.lines.some((line) => line.deliveryId === deliveryId && openOf(line) > 0);
      return {
        subject: isPart ? t.shipped.partly : t.shipped.subject,
        body: t.shipped.body,
        pieces: detail.lines,
        facts: [
          [t.carrier, detail.carrier],
          [t.tracking, detail.tracking],
        ],
        place: address && { title: t.to, lines: addressLines(address, order.locale) },
        closing: [isPart && follows ? t.follows : undefined],
      };
    }
    case 'ready': {
      const delivery = order.deliveries.find(({ kind }) => isPickup(kind));
      if (!pickup || !delivery) return undefined;
      const { locale } = order;
      return {
        ...t.ready,
        code: { name: t.code, code: pickup.code, note: t.showCode },
        pieces: detail.lines,
        place: { title: t.at, lines: pickupPlace(delivery, { locations: pickup.locations, locale }) },
      };
    }
    case 'marked-paid':
      return { ...t.paid, facts: [[t.received, cash(detail.amount)]] };
    case 'cancelled': {
      const isUnpaid = event.actor === 'system:payment';
      const isPaid = order.paid.amount > 0 && detail.gross > 0;
      return {
        subject: order.state === 'cancelled' ? t.cancelled.subject : t.cancelled.partly,
        body: isUnpaid ? t.cancelled.unpaid : t.cancelled.body,
        pieces: detail.lines,
        facts: [[t.backAmount, isPaid ? cash(detail.gross) : undefined]],
        sums: wholeStatementLines(order),
        closing: [isPaid ? t.back : undefined],
      };
    }
    case 'allowance':
      return {
        ...t.allowance,
        facts: [
          [t.reason, detail.reason],
          [t.backAmount, detail.back > 0 ? cash(detail.back) : undefined],
          [t.lessToPay, detail.gross > detail.back ? cash(detail.gross - detail.back) : undefined],
        ],
        sums: wholeStatementLines(order),
        closing: [detail.back > 0 ? t.back : undefined],
      };
    case 'corrected': {
      if (detail.fields.every((field) => field === 'note')) return undefined;
      const address = order.deliveries.find(({ kind }) => kind === 'ship')?.address;
      return {
        ...t.corrected,
        facts: [
          [t.name, order.contact.name],
          [t.phone, order.contact.phone],
          [t.giftMessage, detail.fields.includes('giftMessage') ? (order.giftMessage ?? '–') : undefined],
        ],
        place: address && { title: t.to, lines: addressLines(address, order.locale) },
      };
    }
    case 'goods-offered':
      if (added?.state !== 'waiting') return undefined;
      return {
        ...(added.covered ? t.restOffered : t.goodsOffered),
        goods: added.lines,
        facts: [
          ...(added.covered
            ? [
                [t.insteadCost, formatMoney(added.total, order.locale)] as const,
                [t.insteadPaid, formatMoney(added.covered, order.locale)] as const,
              ]
            : []),
          [t.toPay, formatMoney(added.toPay, order.locale)],
          [t.payUntil, day(added.until)],
        ],
        closing: [added.covered ? t.orMoney : t.orNothing],
        button: t.payNow,
      };
    case 'goods-added':
      // Of goods that a return pays for its own letter tells.
      if (added?.returnId !== undefined) return undefined;
      return { ...t.goodsAdded, pieces: detail.lines, sums: wholeStatementLines(order) };
    case 'goods-withdrawn': {
      // Of the end of a return its own letter tells.
      if (detail.why === 'return') return undefined;
      const { subject, body, expired, soldOut } = t.goodsWithdrawn;
      const bodies: Readonly<Record<string, string>> = { expired, 'sold-out': soldOut };
      return added && { subject, body: bodies[detail.why ?? ''] ?? body, goods: added.lines };
    }
    case 'return-requested':
      return back?.state === 'requested'
        ? { ...t.returnRequested, pieces: back.lines, ...insteadPart(back, t, { cash, day }) }
        : undefined;
    case 'return-approved':
      return back?.state === 'approved'
        ? {
            ...t.returnApproved,
            pieces: back.lines,
            ...insteadPart(back, t, { cash, day }),
            place: sendTo && { title: t.sendTo, lines: addressLines(sendTo, order.locale) },
          }
        : undefined;
    case 'return-rejected':
      return back && { ...t.returnRejected, pieces: back.lines, facts: [[t.reason, back.answer]] };
    case 'return-cancelled':
      return back && { ...t.returnCancelled, pieces: back.lines };
    case 'return-refunded':
      return (
        back && {
          ...(back.instead?.state === 'added' ? t.returnExchanged : t.returnRefunded),
          pieces: back.lines.map(({ lineId, quantity, missing }) => ({
            lineId,
            quantity: quantity - missing,
          })),
          // Why what goes back is not what was paid for the goods.
          facts: [
            ...(back.fee.amount > 0 || back.delivery.amount > 0
              ? [[t.goodsBack, cash(back.credit.amount)] as const]
              : []),
            [t.deliveryBack, back.delivery.amount > 0 ? cash(back.delivery.amount) : undefined],
            [t.fee, back.fee.amount > 0 ? cash(-back.fee.amount) : undefined],
            ...(back.instead?.state === 'added'
              ? exchangedFacts(back.instead, { amount: detail.amount, t, cash })
              : [[t.backAmount, cash(detail.amount)] as const]),
          ],
          sums: wholeStatementLines(order),
          closing: [
            restOf(back, detail.amount) > 0 ? t.back : undefined,
            back.instead?.state === 'added' && restOf(back, detail.amount) === 0 ? t.nothingBack : undefined,
          ],
        }
      );
    default:
      return undefined;
  }
}

interface Written {
  readonly cash: (amount: number) => string;
  readonly day: (iso: string) => string;
}

/** What is held instead, what it costs more or less, and what becomes of it: LETTER-12. */
function insteadPart(
  { instead }: ReturnView,
  t: LetterWords,
  { cash, day }: Written,
): Pick<Letter, 'facts' | 'closing'> {
  if (instead?.state !== 'held') return {};
  const more = instead.difference?.amount;
  return {
    facts: [
      ...instead.lines.map(({ quantity, name, options }): readonly [string, string] => [
        t.instead,
        `${quantity} × ${name}${options ? ` (${options})` : ''}`,
      ]),
      [t.willPay, more !== undefined && more > 0 ? cash(more) : undefined],
      [t.willGoBack, more !== undefined && more < 0 ? cash(-more) : undefined],
    ],
    closing: [t.insteadHeld(day(instead.heldUntil)), more === 0 ? t.evenInstead : undefined],
  };
}

/** What the goods cost that were taken, and who paid for them: LETTER-12. */
function exchangedFacts(
  { total, lines }: NonNullable<ReturnView['instead']>,
  { amount, t, cash }: { readonly amount: number; readonly t: LetterWords } & Pick<Written, 'cash'>,
): readonly (readonly [string, string | undefined])[] {
  const covered = Math.min(amount, total.amount);
  return [
    ...lines.map(({ quantity, name, options }): readonly [string, string] => [
      t.instead,
      `${quantity} × ${name}${options ? ` (${options})` : ''}`,
    ]),
    [t.insteadCost, cash(total.amount)],
    [t.worth, cash(amount)],
    [t.insteadPaid, cash(covered)],
    [t.paidBesides, total.amount > covered ? cash(total.amount - covered) : undefined],
    [t.backAmount, amount > covered ? cash(amount - covered) : undefined],
  ];
}

/** What of a refund goes back when goods were taken for it. */
function restOf({ instead }: ReturnView, amount: number): number {
  return instead?.state === 'added' ? Math.max(0, amount - instead.total.amount) : amount;
}

function codeBlock({ name, code, note }: NonNullable<Letter['code']>): string {
  return `<p style="margin:0 0 24px;padding:16px;border-radius:8px;background:#f6f3ec;text-align:center">${escapeHtml(name)}<br><strong style="font:700 34px/1.4 ui-monospace,monospace;letter-spacing:0.12em">${escapeHtml(code)}</strong><br>${escapeHtml(note)}</p>`;
}

function sumsTable(sums: readonly (readonly [string, string])[]): string {
  const rows = sums.map(([name, sum]) => letterRow(name, sum)).join('');
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;margin-top:24px">${rows}</table>`;
}

function paragraph(lines: readonly string[]): string {
  return `<p style="margin:24px 0 0">${lines.join('<br>')}</p>`;
}
