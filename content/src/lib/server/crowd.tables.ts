import type { Migration } from '@vitrine/database';

export const crowdMigration: Migration = {
  id: '0011-audiences-and-tests',
  up: (_, execute) =>
    execute(`
      create table content_audiences (
        id text primary key,
        name text not null,
        rules jsonb not null
      );
      create table content_experiments (
        id text primary key,
        name text not null,
        versions jsonb not null,
        share int not null check (share between 1 and 100),
        audience text,
        began_at timestamptz,
        ended_at timestamptz check (ended_at is null or began_at is not null),
        winner text check ((winner is not null) = (ended_at is not null))
      );
      -- Visitors, baskets and orders are hashes that nobody can make without the secret of the shop, other ones for each test. There is no
      -- time in it, so that nothing stands beside it in another table either.
      create table content_experiment_visitors (
        experiment_id text not null references content_experiments (id) on delete cascade,
        visitor text not null,
        version text not null,
        has_begun boolean not null default false,
        primary key (experiment_id, visitor)
      );
      create table content_experiment_baskets (
        experiment_id text not null references content_experiments (id) on delete cascade,
        cart text not null,
        -- Who had it last; perhaps nobody that saw a version, or not yet: another process may write that down later.
        visitor text not null,
        primary key (experiment_id, cart)
      );
      create table content_experiment_orders (
        experiment_id text not null references content_experiments (id) on delete cascade,
        id text not null,
        -- Without one it was told and counts for nobody: what is decided of an order stays.
        visitor text,
        currency text,
        -- Minor units.
        total bigint,
        primary key (experiment_id, id),
        foreign key (experiment_id, visitor) references content_experiment_visitors on delete cascade,
        check (num_nulls(visitor, currency, total) in (0, 3))
      );
      create index content_experiment_orders_visitor on content_experiment_orders (experiment_id, visitor);
    `),
};
