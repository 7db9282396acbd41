import type { Queryable } from '@vitrine/database';

export interface Finding {
  /** SPEC rule. */
  readonly rule: string;
  /** What does not hold, in a sentence without the row. */
  readonly problem: string;
  /** The row, as JSON. */
  readonly row: Readonly<Record<string, unknown>>;
}

/** Holds the whole shop against the rules that must always hold. Reads only; at most `limit` findings for each rule. */
export async function examineShop(on: Queryable, limit = 20): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { rule, problem, sql } of RULES) {
    const { rows } = await on.execute(`select * from (${sql}) as found limit ${limit}`);
    findings.push(...rows.map((row) => ({ rule, problem, row })));
  }
  return findings;
}

const RULES: readonly { readonly rule: string; readonly problem: string; readonly sql: string }[] = [
  {
    rule: 'DOC-1',
    problem: 'A stock level is not the sum of its ledger.',
    sql: `select level.variant_id, level.location_id, level.on_hand, level.reserved,
        coalesce(sum(movement.on_hand), 0)::int as ledger_on_hand, coalesce(sum(movement.reserved), 0)::int as ledger_reserved
      from inventory_level as level left join inventory_movement as movement using (variant_id, location_id)
      group by level.variant_id, level.location_id, level.on_hand, level.reserved
      having level.on_hand <> coalesce(sum(movement.on_hand), 0) or level.reserved <> coalesce(sum(movement.reserved), 0)`,
  },
  {
    rule: 'DOC-2',
    problem: 'What a level says is reserved is not what reservations hold.',
    sql: `select level.variant_id, level.location_id, level.reserved, coalesce(sum(held.quantity), 0)::int as held
      from inventory_level as level left join inventory_reservation as held using (variant_id, location_id)
      group by level.variant_id, level.location_id, level.reserved
      having level.reserved <> coalesce(sum(held.quantity), 0)`,
  },
  {
    rule: 'DOC-3',
    problem: 'A payment’s amounts are not the sums of its ledger.',
    sql: `select payment.id, payment.captured, payment.refunded,
        coalesce(sum(entry.amount) filter (where entry.kind = 'captured'), 0) as ledger_captured,
        coalesce(sum(entry.amount) filter (where entry.kind = 'refunded'), 0) as ledger_refunded
      from payments_payment as payment left join payments_entry as entry on entry.payment_id = payment.id
      group by payment.id, payment.captured, payment.refunded
      having payment.captured <> coalesce(sum(entry.amount) filter (where entry.kind = 'captured'), 0)
        or payment.refunded <> coalesce(sum(entry.amount) filter (where entry.kind = 'refunded'), 0)`,
  },
  {
    rule: 'DOC-4',
    problem: 'An order’s paid and refunded amounts are not the sums of its payments.',
    sql: `select orders_order.id, orders_order.number, orders_order.paid, orders_order.refunded,
        coalesce(sum(payment.captured), 0) as payments_captured, coalesce(sum(payment.refunded), 0) as payments_refunded
      from orders_order left join payments_payment as payment on payment.order_id = orders_order.id
      group by orders_order.id, orders_order.number, orders_order.paid, orders_order.refunded, orders_order.total
      having orders_order.paid <> coalesce(sum(payment.captured), 0)
        or orders_order.refunded <> coalesce(sum(payment.refunded), 0)
        or orders_order.paid > orders_order.total`,
  },
  {
    rule: 'DOC-5',
    problem: 'An order’s sums are not the sums of its parts.',
    sql: `select orders_order.id, number, orders_order.total, orders_order.tax, orders_order.goods, orders_order.waived, parts.gross, parts.tax as parts_tax, parts.goods as parts_goods, parts.waived as parts_waived
      from orders_order join (
        select order_id, sum(gross) as gross, sum(tax) as tax, sum(goods) as goods, sum(waived) as waived from (
          select order_id, gross, tax, total as goods, waived from orders_line
          union all select order_id, gross, tax, 0, waived from orders_delivery
        ) as part group by order_id
      ) as parts on parts.order_id = orders_order.id
      where orders_order.total <> parts.gross or orders_order.tax <> parts.tax or orders_order.goods <> parts.goods
        or orders_order.waived <> parts.waived or (orders_order.waived > 0 and orders_order.reliefs = '[]' and orders_order.name <> '')`,
  },
  {
    rule: 'DOC-6',
    problem: 'A checkout and its order do not know each other.',
    sql: `select checkout.id as checkout_id, checkout.state, checkout.order_id, orders_order.id as order_of_checkout
      from checkout_checkout as checkout full join orders_order on orders_order.checkout_id = checkout.id
      where (checkout.id is not null or orders_order.checkout_id is not null)
        and checkout.order_id is distinct from orders_order.id`,
  },
  {
    rule: 'DOC-7',
    problem: 'A checkout that is open still holds stock.',
    sql: `select checkout.id, held.variant_id, held.quantity from checkout_checkout as checkout
      join inventory_reservation as held on held.owner = 'checkout:' || checkout.id
      where checkout.state = 'open'`,
  },
  {
    rule: 'DOC-7',
    problem: 'Money is promised to a checkout that does not wait for it, and nobody gives it back.',
    sql: `select payment.id, payment.owner, payment.state, payment.captured, payment.refunded
      from payments_payment as payment
      left join checkout_checkout as checkout on payment.owner = 'checkout:' || checkout.id
      where payment.order_id is null and payment.state = 'authorised' and payment.captured = payment.refunded
        and payment.captured = 0
        and not coalesce(checkout.state = 'paying' and payment.id = any(checkout.payment_ids), false)
        and not exists (select from payments_operation as operation
          where operation.payment_id = payment.id and operation.state <> 'done')`,
  },
  {
    rule: 'DOC-8',
    problem: 'Pieces of an order are not held for it.',
    sql: `with held as (
        select owner, sold_as, location_id,
          case when count(*) = max(part_count) then min((quantity + backordered) / per_piece) else 0 end as pieces
        from inventory_reservation group by owner, sold_as, location_id
      )
      select orders_order.id, orders_order.number, line.variant_id,
        sum(line.quantity - line.fulfilled - line.cancelled)::int as open,
        coalesce((select sum(held.pieces) from held
          where held.owner = 'order:' || orders_order.id and held.sold_as = line.variant_id), 0)::int as held
      from orders_order join orders_line as line on line.order_id = orders_order.id
      group by orders_order.id, orders_order.number, line.variant_id
      having sum(line.quantity - line.fulfilled - line.cancelled) <> coalesce((
        select sum(held.pieces) from held
          where held.owner = 'order:' || orders_order.id and held.sold_as = line.variant_id), 0)`,
  },
  {
    rule: 'DOC-8',
    problem: 'Pieces are held for an order that has no such line, or is not there.',
    sql: `select held.owner, held.sold_as, held.location_id, held.quantity from inventory_reservation as held
      where held.owner ~ '^order:[0-9a-f-]{36}$' and not exists (
        select from orders_line as line
        where line.order_id::text = substr(held.owner, 7) and line.variant_id = held.sold_as
      )`,
  },
  {
    rule: 'DOC-18',
    problem: 'Money was taken and there is no order for it, and nobody gives it back.',
    sql: `select payment.id, payment.owner, payment.state, payment.captured, payment.refunded
      from payments_payment as payment
      left join checkout_checkout as checkout on payment.owner = 'checkout:' || checkout.id
      where payment.captured > payment.refunded
        and not exists (select from orders_order where orders_order.id = payment.order_id)
        and not coalesce(checkout.state = 'paying' and payment.id = any(checkout.payment_ids), false)
        and not exists (select from payments_operation as operation
          where operation.payment_id = payment.id and operation.state <> 'done')`,
  },
  {
    rule: 'DOC-19',
    problem: 'More is kept of an order than is owed, and nobody gives it back.',
    sql: `select orders_order.id, orders_order.number, orders_order.total, orders_order.adjusted,
        orders_order.paid, orders_order.refunded
      from orders_order
      where orders_order.paid - orders_order.refunded > orders_order.total - orders_order.adjusted
        and not exists (select from payments_operation as operation
          join payments_payment as payment on payment.id = operation.payment_id
          where payment.order_id = orders_order.id and operation.state <> 'done')`,
  },
  {
    rule: 'DOC-20',
    problem: 'An order was placed and nobody was told: its event is not in the outbox.',
    sql: `select orders_order.id, orders_order.number, orders_order.placed_at from orders_order
      where orders_order.checkout_id is not null
        and orders_order.placed_at > now() - interval '6 days'
        and orders_order.placed_at > (select min(at) from outbox_events)
        and not exists (select from outbox_events as event
          where event.kind = 'order.placed' and event.payload ->> 'orderId' = orders_order.id::text)`,
  },
  {
    rule: 'DOC-21',
    problem: 'Numbers of invoices or credit notes are missing or given twice.',
    sql: `select * from (
        select seller.channel, seller.next_invoice - 1 as invoices, seller.next_credit_note - 1 as credit_notes,
          count(document.id) filter (where document.kind = 'invoice')::int as kept_invoices,
          count(document.id) filter (where document.kind = 'credit-note')::int as kept_credit_notes
        from invoices_seller as seller left join invoices_document as document using (channel)
        group by seller.channel, seller.next_invoice, seller.next_credit_note
      ) as numbered
      where invoices <> kept_invoices or credit_notes <> kept_credit_notes`,
  },
  {
    rule: 'DOC-22',
    problem: 'A limited coupon or code is counted otherwise than it was used.',
    sql: `select * from (
        select coupon.id as coupon, null as code, coupon.used,
          (select count(*)::int from promotions_use as use where use.coupon_id = coupon.id) as uses
        from promotions_coupon as coupon where coupon.limit_total is not null
        union all
        select coupon.id, code.code, code.used,
          (select count(*)::int from promotions_use as use where use.code_key = code.key and use.coupon_id = coupon.id)
        from promotions_code as code join promotions_coupon as coupon on coupon.id = code.coupon_id
        where coalesce(code.limit_total, coupon.limit_per_code) is not null
      ) as counted
      where used <> uses`,
  },
  {
    rule: 'DOC-23',
    problem: 'A pickup slot is counted otherwise than it is booked.',
    sql: `select slot.store_id, slot.method_id, slot.starts_at, slot.taken, count(booking.order_id)::int as booked
      from delivery_slot as slot left join delivery_slot_booking as booking using (store_id, method_id, starts_at)
      group by slot.store_id, slot.method_id, slot.starts_at, slot.taken
      having slot.taken <> count(booking.order_id)`,
  },
  {
    rule: 'DOC-10',
    problem: 'A gift card’s balance is not the sum of its ledger.',
    sql: `select card.id, card.last4, card.balance, coalesce(sum(entry.amount), 0) as ledger
      from giftcards_card as card left join giftcards_entry as entry on entry.card_id = card.id
      group by card.id, card.last4, card.balance
      having card.balance <> coalesce(sum(entry.amount), 0)`,
  },
  {
    rule: 'DOC-11',
    problem: 'A payment by gift card and the card’s ledger do not agree.',
    sql: `select * from (
        select payment.id, payment.owner, payment.state, payment.amount, payment.refunded,
          coalesce((select sum(entry.amount) from giftcards_entry as entry
            where entry.reference = payment.id::text or entry.reference in (
              select operation.id::text from payments_operation as operation where operation.payment_id = payment.id
            )), 0) as ledger
        from payments_payment as payment
        where payment.provider = 'gift-card' and payment.state in ('authorised', 'declined', 'cancelled')
          and not exists (select from payments_operation as open
            where open.payment_id = payment.id and open.state <> 'done')
      ) as paid
      where ledger <> case when state = 'authorised' then refunded - amount else 0 end`,
  },
  {
    rule: 'DOC-12',
    problem: 'A lot is not the sum of its ledger.',
    sql: `select lot.id, lot.book, lot.holder, lot.unit, lot.left_over, coalesce(sum(entry.amount), 0) as ledger
      from lots_lot as lot left join lots_entry as entry on entry.lot_id = lot.id
      group by lot.id having lot.left_over <> coalesce(sum(entry.amount), 0)`,
  },
  {
    rule: 'DOC-12',
    problem: 'What a customer holds is not the sum of their lots.',
    sql: `select account.book, account.holder, account.unit, account.balance, coalesce(sum(lot.left_over), 0) as lots
      from lots_account as account left join lots_lot as lot
        on lot.book = account.book and lot.holder = account.holder and lot.unit = account.unit
      group by account.book, account.holder, account.unit, account.balance
      having account.balance <> coalesce(sum(lot.left_over), 0)`,
  },
  {
    rule: 'DOC-13',
    problem: 'A payment by store credit and its ledger do not agree.',
    sql: `select * from (
        select payment.id, payment.owner, payment.state, payment.amount,
          payment.refunded - coalesce((select sum(other.amount) from payments_operation as other
            where other.payment_id = payment.id and other.via is not null and other.state = 'done'), 0) as refunded,
          coalesce((select sum(entry.amount) from lots_entry as entry
            join lots_lot as lot on lot.id = entry.lot_id
            where lot.book = 'store-credit' and entry.spending = payment.id::text), 0) as ledger
        from payments_payment as payment
        where payment.provider = 'store-credit' and payment.state in ('authorised', 'declined', 'cancelled')
          and not exists (select from payments_operation as open
            where open.payment_id = payment.id and open.state <> 'done')
      ) as paid
      where ledger <> case when state = 'authorised' then refunded - amount else 0 end`,
  },
  {
    rule: 'DOC-14',
    problem: 'A payment by points and its ledger do not agree.',
    sql: `select * from (
        select payment.id, payment.owner, payment.state, payment.amount, payment.refunded, spent.points, spent.back_points,
          spent.back_amount, coalesce((select sum(entry.amount) from lots_entry as entry
            join lots_lot as lot on lot.id = entry.lot_id
            where lot.book = 'points' and entry.spending = payment.id::text), 0) as ledger,
          (select coalesce(sum(back.points), 0) from loyalty_give_back as back where back.payment_id = payment.id) as backs
        from payments_payment as payment left join loyalty_redemption as spent on spent.payment_id = payment.id
        where payment.provider = 'points' and payment.state in ('authorised', 'declined', 'cancelled')
          and not exists (select from payments_operation as open
            where open.payment_id = payment.id and open.state <> 'done')
      ) as paid
      where ledger <> coalesce(back_points - points, 0) or backs <> coalesce(back_points, 0)
        or (state = 'authorised' and (points is null or back_amount <> refunded))
        or (state <> 'authorised' and ledger <> 0)`,
  },
  {
    rule: 'DOC-15',
    problem: 'What an order has earned is not what its lines or its lot say.',
    sql: `select * from (
        select earning.order_id, earning.points, earning.taken_back,
          (select coalesce(sum(line.points), 0) from loyalty_earning_line as line
            where line.order_id = earning.order_id) as lines,
          (select coalesce(sum(entry.amount), 0) from lots_entry as entry
            join lots_lot as lot on lot.id = entry.lot_id
            where lot.book = 'points' and lot.origin = 'order:' || earning.order_id
              and entry.kind in ('added', 'taken-back')) as ledger
        from loyalty_earning as earning
      ) as earned
      where lines <> points or ledger <> points - taken_back`,
  },
  {
    rule: 'DOC-16',
    problem: 'More pieces are held as preordered than are counted.',
    sql: `select item.variant_id, item.preordered, sum(held.preordered)::int as held
      from inventory_item as item join inventory_reservation as held using (variant_id)
      where item.ships_from is not null
      group by item.variant_id
      having sum(held.preordered) > item.preordered`,
  },
  {
    rule: 'DOC-17',
    problem: 'What is held for something sold is not what a piece of it is made of.',
    sql: `select held.owner, held.sold_as, held.variant_id, held.location_id, held.per_piece, held.part_count
      from inventory_reservation as held
      left join lateral (
        select count(*) as parts, max(quantity) filter (where component.variant_id = held.variant_id) as quantity
        from inventory_component as component where component.bundle_id = held.sold_as
      ) as made on true
      where held.part_count <> greatest(made.parts, 1)
        or held.per_piece is distinct from case
          when made.parts > 0 then made.quantity when held.variant_id = held.sold_as then 1 end`,
  },
  {
    rule: 'DOC-17',
    problem: 'Of a bundle’s components not the same number of pieces is held.',
    sql: `select owner, sold_as, location_id, count(*)::int as parts
      from inventory_reservation where expires_at is null
      group by owner, sold_as, location_id
      having count(*) <> max(part_count)
        or min((quantity + backordered) / per_piece) <> max((quantity + backordered) / per_piece)`,
  },
  {
    rule: 'DOC-17',
    problem: 'The catalogue says otherwise than stock what a bundle is made of.',
    sql: `select coalesce(told.bundle_id, kept.bundle_id) as bundle_id, told.variant_id as told, kept.variant_id as kept,
        told.quantity as told_quantity, kept.quantity as kept_quantity
      from (
        select variant.id as bundle_id, component ->> 'variantId' as variant_id, (component ->> 'quantity')::int as quantity
        from catalog_variant as variant, jsonb_array_elements(variant.components) as component
      ) as told
      full join inventory_component as kept
        on kept.bundle_id = told.bundle_id and kept.variant_id = told.variant_id
      where told.quantity is distinct from kept.quantity`,
  },
  {
    rule: 'DOC-17',
    problem: 'A bundle has stock of its own.',
    sql: `select variant_id, location_id, on_hand, reserved from inventory_level
      where variant_id in (select bundle_id from inventory_component)`,
  },
  {
    rule: 'DOC-24',
    problem: 'Goods that do not wait to be added to an order are still held.',
    sql: `select held.owner, held.variant_id, held.quantity, addition.state
      from inventory_reservation as held
      left join additions_addition as addition on held.owner = 'addition:' || addition.id
      where held.owner like 'addition:%' and addition.state is distinct from 'waiting'`,
  },
  {
    rule: 'DOC-24',
    problem: 'An order’s timeline does not tell once of goods that were added to it.',
    sql: `select addition.id, addition.order_id, addition.state, count(entry.id)::int as told
      from additions_addition as addition left join orders_event as entry
        on entry.order_id = addition.order_id and entry.kind = 'goods-added'
        and entry.detail->>'addition' = addition.id::text
      group by addition.id
      having count(entry.id) <> case when addition.state = 'added' then 1 else 0 end`,
  },
  {
    rule: 'DOC-26',
    problem: 'A return and the goods that are wanted for it do not agree.',
    sql: `select back.id, back.number, back.state, back.instead ->> 'state' as instead, addition.id as addition_id,
        addition.state as addition
      from (select * from returns_return where instead is not null) as back
      full join (select * from additions_addition where return_id is not null) as addition
        on back.instead ->> 'additionId' = addition.id::text
      where addition.return_id is distinct from back.id
        or (addition.state = 'waiting') <> (back.instead ->> 'state' in ('held', 'to-pay'))
        or (addition.state = 'added') <> (back.instead ->> 'state' = 'added')
        or (addition.state = 'waiting' and back.state in ('rejected', 'cancelled', 'refunded'))
        or (addition.state = 'waiting' and (addition.covered is null) <> (back.instead ->> 'state' = 'held'))`,
  },
  {
    rule: 'DOC-25',
    problem: 'Invoices less credit notes are not what is owed for an order.',
    sql: `select orders_order.id, orders_order.number, orders_order.total, orders_order.adjusted, paper.billed
      from orders_order join (
        select order_id, sum(case kind when 'invoice' then total else -total end) as billed
        from invoices_document group by order_id having bool_or(kind = 'invoice')
      ) as paper on paper.order_id = orders_order.id
      where paper.billed <> orders_order.total - orders_order.adjusted
        and not exists (select from invoices_due as due join orders_event as entry on entry.id = due.entry_id
          where entry.order_id = orders_order.id)`,
  },
  {
    rule: 'DOC-9',
    problem: 'The pretended bank’s books do not agree with ours.',
    sql: `select payment.id, payment.state, payment.captured, payment.refunded, bank.state as bank_state,
        bank.captured as bank_captured, bank.refunded as bank_refunded
      from payments_simulator as bank join payments_payment as payment on payment.id = bank.payment_id
      where (bank.captured <> payment.captured or bank.refunded <> payment.refunded - coalesce((
            select sum(other.amount) from payments_operation as other
            where other.payment_id = payment.id and other.via is not null and other.state = 'done'), 0)
          or (bank.state = 'authorised') <> (payment.state = 'authorised'))
        and payment.state not in ('started', 'action', 'pending')
        and not exists (select from payments_operation as operation
          where operation.payment_id = payment.id and operation.state <> 'done')`,
  },
];
