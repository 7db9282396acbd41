import type { Database } from '@vitrine/database';

/** Tables of an order and of what belongs to it, with the column that says whose it is. */
const TABLES = [
  ['orders_order', 'id'],
  ['orders_delivery', 'order_id'],
  ['orders_line', 'order_id'],
  ['orders_event', 'order_id'],
  ['payments_payment', 'order_id'],
  ['returns_return', 'order_id'],
] as const;

/** Columns with an id of an order or of what belongs to one: a copy has ids of its own, the same in all tables. */
const IDS = ['id', 'order_id', 'line_id', 'delivery_id', 'checkout_id', 'payment_id', 'return_id'];

const GIVEN = [
  'Ada',
  'Ben',
  'Chloe',
  'Dörte',
  'Emil',
  'Fatma',
  'Gregor',
  'Hanna',
  'Ilias',
  'Jun',
  'Karla',
  'Levi',
];
const FAMILY = [
  'Lovelace',
  'Sørensen',
  'Yılmaz',
  'Petersen',
  'Nowak',
  'Okafor',
  'Brandt',
  'Rossi',
  'Kim',
  'Ahrens',
];

/** Copies the shop's orders, by names, addresses and days of their own, until there are so many. */
export async function multiplyOrders(database: Database, wanted: number): Promise<void> {
  const { rows } = await database.execute('select count(*)::int as count from orders_order');
  const copies = Math.ceil(wanted / Number(rows[0]!.count)) - 1;
  const text = (words: readonly string[]) => `array[${words.map((word) => `'${word}'`).join(', ')}]`;
  const pick = (words: readonly string[], by: number) =>
    `(${text(words)})[1 + (n * ${by} + ascii(number)) % ${words.length}]`;
  for (const [table, whose] of TABLES) {
    const { rows: columns } = await database.execute(
      'select column_name from information_schema.columns where table_name = $1',
      [table],
    );
    const has = new Set(columns.map(({ column_name: name }) => name));
    const changes = IDS.filter((id) => has.has(id)).map(
      (id) =>
        `'${id}', case when made.${id} is null then null else overlay(overlay(md5(made.${id}::text || n) placing '4' from 13) placing 'a' from 17)::uuid end`,
    );
    if (table === 'orders_order')
      changes.push(
        `'number', 'C' || n || '-' || made.number`,
        `'email', lower(${pick(GIVEN, 7)}) || n || '@example.com'`,
        `'name', ${pick(GIVEN, 7)} || ' ' || ${pick(FAMILY, 3)}`,
        `'placed_at', made.placed_at - n * interval '11 minutes'`,
      );
    if (table === 'returns_return')
      changes.push(
        `'number', 'C' || n || '-' || made.number`,
        `'made_at', made.made_at - n * interval '11 minutes'`,
      );
    await database.execute(
      `insert into ${table} select copy.* from ${table} as made cross join generate_series(1, ${copies}) as n
       cross join lateral jsonb_populate_record(null::${table}, to_jsonb(made) || jsonb_build_object(${changes.join(', ')})) as copy
       where made.${whose} is not null`,
    );
  }
  await database.execute('analyze');
}
