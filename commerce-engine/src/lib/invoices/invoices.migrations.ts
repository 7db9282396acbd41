import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const invoicesMigrations: readonly Migration[] = [
  {
    id: 'invoices-001',
    async up(db) {
      await sql`
        create table invoices_seller (
          channel text primary key,
          seller jsonb not null,
          next_invoice int not null default 1,
          next_credit_note int not null default 1
        )`.execute(db);
      // Issued by channel, in the order in which things happened.
      await sql`
        create table invoices_due (
          entry_id uuid primary key,
          tries int not null default 0,
          due_at timestamptz not null
        )`.execute(db);
      await sql`create index invoices_due_at on invoices_due (due_at)`.execute(db);
      await sql`
        create table invoices_document (
          id uuid primary key,
          channel text not null,
          kind text not null check (kind in ('invoice', 'credit-note')),
          number text not null,
          order_id uuid not null,
          entry_id uuid not null,
          total bigint not null,
          content jsonb not null,
          issued_at timestamptz not null,
          unique (channel, kind, number),
          unique (entry_id, kind)
        )`.execute(db);
      await sql`create unique index invoices_document_one on invoices_document (order_id) where kind = 'invoice'`.execute(
        db,
      );
      await sql`create index invoices_document_order on invoices_document (order_id)`.execute(db);
    },
  },
  {
    id: 'invoices-002-goods-added-later',
    async up(db) {
      // One over the order; goods that were added after it have their own.
      await sql`alter table invoices_document add column is_addition boolean not null default false`.execute(
        db,
      );
      await sql`drop index invoices_document_one`.execute(db);
      await sql`
        create unique index invoices_document_one on invoices_document (order_id)
        where kind = 'invoice' and not is_addition`.execute(db);
    },
  },
];
