import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const mailMigrations: readonly Migration[] = [
  {
    id: 'mail-001-messages',
    async up(db) {
      await sql`
        create table mail_message (
          id uuid primary key,
          kind text not null,
          reference text not null,
          state text not null default 'due' check (state in ('due', 'sent', 'failed')),
          tries int not null default 0,
          due_at timestamptz not null,
          queued_at timestamptz not null,
          sent_at timestamptz,
          recipient text,
          subject text,
          html text,
          problem text,
          unique (kind, reference)
        )`.execute(db);
      await sql`create index mail_message_due on mail_message (due_at) where state = 'due'`.execute(db);
      await sql`create index mail_message_queued on mail_message (queued_at desc, id desc)`.execute(db);
    },
  },
  {
    id: 'mail-002-recipients',
    async up(db) {
      await sql`create index mail_message_recipient on mail_message (recipient)`.execute(db);
    },
  },
];
