import { type RawBuilder, sql } from 'kysely';

/**
 * What was sold since a moment and was neither cancelled nor brought back, for statements of other rooms: `order_id`,
 * `product_id`, `customer_id` (null = a guest’s), `placed_at`, `pieces`; one row for each product of an order.
 */
export function soldPieces(since: Date): RawBuilder<unknown> {
  return sql`
    select line.order_id, line.product_id, bought.customer_id, bought.placed_at,
      sum(line.quantity - line.cancelled - line.returned)::int as pieces
    from orders_order as bought join orders_line as line on line.order_id = bought.id
    where bought.placed_at >= ${since} and bought.state = 'placed'
    group by line.order_id, line.product_id, bought.customer_id, bought.placed_at
    having sum(line.quantity - line.cancelled - line.returned) > 0`;
}
