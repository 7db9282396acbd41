import { createHmac } from 'node:crypto';
import type { Database, Queryable } from '@vitrine/database';
import type { VersionName } from '../experiment.ts';
import type { CrowdStore } from './crowd-store.ts';

/** What those who saw the versions of tests did. */
export function openVersionCounts(
  database: Database,
  secret: string,
): Pick<CrowdStore, 'seen' | 'began' | 'had' | 'ordered' | 'cancelled' | 'counts'> {
  const hash = (experiment: string, kind: 'visitor' | 'cart' | 'order', id: string) =>
    createHmac('sha256', secret).update(`${kind} of ${experiment}: ${id}`).digest('base64url');

  async function keepBasket(visitor: string, cart: string, { isBegun }: { readonly isBegun: boolean }) {
    const rows = (await readRunning(database)).map(({ id }) => ({
      experiment: id,
      visitor: hash(id, 'visitor', visitor),
      cart: hash(id, 'cart', cart),
    }));
    if (rows.length === 0) return;
    await database.execute(
      `with told as (
         select told.* from jsonb_to_recordset($1::jsonb) as told (experiment text, visitor text, cart text)
         join content_experiments on id = experiment
         where ended_at is null
       ), begun as (
         update content_experiment_visitors as visitor set has_begun = true from told
         where $2 and experiment_id = experiment and visitor.visitor = told.visitor and not has_begun
       )
       insert into content_experiment_baskets (experiment_id, cart, visitor)
       select experiment, cart, visitor from told order by experiment
       on conflict (experiment_id, cart) do update set visitor = excluded.visitor`,
      [JSON.stringify(rows), isBegun],
    );
  }

  return {
    async seen(views) {
      const rows = views
        .map(({ experiment, version, visitor, cart }, place) => ({
          place,
          experiment,
          version,
          visitor: hash(experiment, 'visitor', visitor),
          cart: cart === undefined ? null : hash(experiment, 'cart', cart),
        }))
        // Always in one order, so that two processes never wait for each other; of one visitor the first view counts.
        .sort(
          (one, other) =>
            compareText(one.experiment, other.experiment) || compareText(one.visitor, other.visitor),
        );
      if (rows.length === 0) return;
      const told = JSON.stringify(rows);
      await database.transaction(async (tx) => {
        await tx.execute(
          `insert into content_experiment_visitors (experiment_id, visitor, version)
           select view.experiment, view.visitor, view.version
           from jsonb_to_recordset($1::jsonb) as view (experiment text, visitor text, version text)
           join content_experiments as experiment on experiment.id = view.experiment
           where began_at is not null and ended_at is null
             and exists (select from jsonb_array_elements(versions) as known where known ->> 'name' = view.version)
           on conflict do nothing`,
          [told],
        );
        if (!rows.some(({ cart }) => cart !== null)) return;
        await tx.execute(
          `insert into content_experiment_baskets (experiment_id, cart, visitor)
           select distinct on (view.experiment, view.cart) view.experiment, view.cart, view.visitor
           from jsonb_to_recordset($1::jsonb) as view (place int, experiment text, visitor text, cart text)
           join content_experiment_visitors as visitor
             on visitor.experiment_id = view.experiment and visitor.visitor = view.visitor
           where view.cart is not null
           order by view.experiment, view.cart, place desc
           on conflict (experiment_id, cart) do update set visitor = excluded.visitor`,
          [told],
        );
      });
    },
    began: (visitor, cart) => keepBasket(visitor, cart, { isBegun: true }),
    had: (visitor, cart) => keepBasket(visitor, cart, { isBegun: false }),
    async ordered(orders) {
      const running = await readRunning(database);
      const rows = running.flatMap(({ id: experiment, since }) =>
        orders
          .filter(({ placedAt }) => Date.parse(placedAt) >= since)
          .map(({ id, cart, currency, total }) => ({
            experiment,
            id: hash(experiment, 'order', id),
            cart: hash(experiment, 'cart', cart),
            currency,
            total,
          })),
      );
      if (rows.length === 0) return;
      await database.execute(
        `with ordered as (
           insert into content_experiment_orders (experiment_id, id, visitor, currency, total)
           select experiment, told.id, visitor.visitor,
             case when visitor.visitor is not null then told.currency end,
             case when visitor.visitor is not null then told.total end
           from jsonb_to_recordset($1::jsonb) as told (experiment text, id text, cart text, currency text, total bigint)
           join content_experiments as running on running.id = experiment and ended_at is null
           left join content_experiment_baskets as basket
             on basket.experiment_id = experiment and basket.cart = told.cart
           left join content_experiment_visitors as visitor
             on visitor.experiment_id = experiment and visitor.visitor = basket.visitor
           order by experiment, told.id
           on conflict do nothing
           returning experiment_id, visitor
         )
         update content_experiment_visitors as visitor set has_begun = true from ordered
         where visitor.experiment_id = ordered.experiment_id and visitor.visitor = ordered.visitor
           and not has_begun`,
        [JSON.stringify(rows)],
      );
    },
    async cancelled(orders) {
      const rows = (await readRunning(database)).flatMap(({ id: experiment }) =>
        orders.map((id) => ({ experiment, id: hash(experiment, 'order', id) })),
      );
      if (rows.length === 0) return;
      await database.execute(
        `insert into content_experiment_orders (experiment_id, id)
         select distinct told.experiment, told.id
         from jsonb_to_recordset($1::jsonb) as told (experiment text, id text)
         join content_experiments as running on running.id = told.experiment and ended_at is null
         order by told.experiment, told.id
         on conflict (experiment_id, id) do update set visitor = null, currency = null, total = null`,
        [JSON.stringify(rows)],
      );
    },
    async counts(experiment) {
      const { rows } = await database.execute(COUNTS, [experiment]);
      if (rows.length === 0) return undefined;
      return (rows as unknown as CountRow[]).map((row) => ({ ...row, revenue: row.revenue ?? {} }));
    },
  };
}

interface CountRow {
  readonly version: VersionName;
  readonly visitors: number;
  readonly baskets: number;
  readonly buyers: number;
  readonly revenue: Readonly<Record<string, number>> | null;
}

const COUNTS = `
  with visitor as (
    select * from content_experiment_visitors where experiment_id = $1
  ), bought as (
    select visitor, currency, sum(total) as total from content_experiment_orders
    where experiment_id = $1 and visitor is not null
    group by visitor, currency
  ), counted as (
    select version, count(*)::int as visitors, (count(*) filter (where has_begun))::int as baskets,
      (count(*) filter (where visitor in (select visitor from bought)))::int as buyers
    from visitor group by version
  ), earned as (
    select version, jsonb_object_agg(currency, total) as revenue
    from (
      select version, currency, sum(total) as total from bought join visitor using (visitor)
      group by version, currency
    ) as sums
    group by version
  )
  select each.version ->> 'name' as version, coalesce(visitors, 0) as visitors, coalesce(baskets, 0) as baskets,
    coalesce(buyers, 0) as buyers, revenue
  from content_experiments as experiment
  cross join jsonb_array_elements(experiment.versions) with ordinality as each (version, place)
  left join counted on counted.version = each.version ->> 'name'
  left join earned on earned.version = each.version ->> 'name'
  where experiment.id = $1
  order by place`;

interface RunningExperiment {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

async function readRunning(on: Queryable): Promise<readonly RunningExperiment[]> {
  const { rows } = await on.execute(
    'select id, began_at from content_experiments where began_at is not null and ended_at is null order by id',
  );
  return rows.map(({ id, began_at }) => ({ id: String(id), since: (began_at as Date).getTime() }));
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
