import { createHmac } from 'node:crypto';
import type { Database, Queryable } from '@vitrine/database';
import type { VersionName } from '../experiment.ts';
import type { CrowdStore } from './crowd-store.ts';

/** What those who saw the versions of tests did. */
export function openVersionCounts(
  database: Database,
  secret: string,
): Pick<CrowdStore, 'seen' | 'began' | 'ordered' | 'counts'> {
  const hash = (experiment: string, kind: 'visitor' | 'cart' | 'order', id: string) =>
    createHmac('sha256', secret).update(`${kind} of ${experiment}: ${id}`).digest('base64url');

  return {
    async seen(views) {
      const rows = views
        .map(({ experiment, version, visitor, cart }) => ({
          experiment,
          version,
          visitor: hash(experiment, 'visitor', visitor),
          cart: cart === undefined ? null : hash(experiment, 'cart', cart),
        }))
        // Always in one order, so that two processes never wait for each other.
        .sort((one, other) =>
          `${one.experiment} ${one.visitor}` < `${other.experiment} ${other.visitor}` ? -1 : 1,
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
           from jsonb_to_recordset($1::jsonb) as view (experiment text, visitor text, cart text)
           join content_experiment_visitors as visitor
             on visitor.experiment_id = view.experiment and visitor.visitor = view.visitor
           where view.cart is not null
           order by view.experiment, view.cart
           on conflict (experiment_id, cart) do update set visitor = excluded.visitor`,
          [told],
        );
      });
    },
    began: (visitor, cart) =>
      database.transaction(async (tx) => {
        const rows = (await readRunning(tx)).map((experiment) => ({
          experiment,
          visitor: hash(experiment, 'visitor', visitor),
          cart: hash(experiment, 'cart', cart),
        }));
        if (rows.length === 0) return;
        await tx.execute(
          `with basket as (
             select * from jsonb_to_recordset($1::jsonb) as basket (experiment text, visitor text, cart text)
           ), begun as (
             update content_experiment_visitors as visitor set has_begun = true from basket
             where experiment_id = basket.experiment and visitor.visitor = basket.visitor
             returning experiment_id, visitor.visitor, basket.cart
           )
           insert into content_experiment_baskets (experiment_id, visitor, cart) select * from begun
           on conflict (experiment_id, cart) do update set visitor = excluded.visitor`,
          [JSON.stringify(rows)],
        );
      }),
    async ordered({ id, cart, currency, total }) {
      const rows = (await readRunning(database)).map((experiment) => ({
        experiment,
        cart: hash(experiment, 'cart', cart),
        id: hash(experiment, 'order', id),
      }));
      if (rows.length === 0) return;
      await database.execute(
        `with ordered as (
           insert into content_experiment_orders (experiment_id, id, visitor, currency, total)
           select experiment, told.id, visitor, $2, $3
           from jsonb_to_recordset($1::jsonb) as told (experiment text, cart text, id text)
           join content_experiment_baskets as basket
             on basket.experiment_id = told.experiment and basket.cart = told.cart
           on conflict do nothing
           returning experiment_id, visitor
         )
         update content_experiment_visitors as visitor set has_begun = true from ordered
         where visitor.experiment_id = ordered.experiment_id and visitor.visitor = ordered.visitor
           and not has_begun`,
        [JSON.stringify(rows), currency, total],
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
    select visitor, currency, sum(total) as total from content_experiment_orders where experiment_id = $1
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

async function readRunning(on: Queryable): Promise<readonly string[]> {
  const { rows } = await on.execute(
    'select id from content_experiments where began_at is not null and ended_at is null order by id',
  );
  return rows.map(({ id }) => String(id));
}
