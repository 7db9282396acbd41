import { newId, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { EngineContext } from '../engine-context.ts';
import type { MailTables } from './mail.tables.ts';

/** A mail that is written. */
export interface WrittenMail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Hands a mail to a mail server. Throws when that does not work (now). */
export interface MailTransport {
  send(mail: WrittenMail & { readonly messageId: string }): Promise<void>;
}

export interface MailView {
  readonly id: string;
  readonly kind: string;
  readonly state: 'due' | 'sent' | 'failed';
  readonly queuedAt: string;
  readonly to?: string;
  readonly subject?: string;
  readonly html?: string;
  readonly problem?: string;
}

/** Letters to shoppers. */
export interface Mail {
  /** Says how mails of a kind are written; undefined = there is nothing to tell any more. Once, while the engine is put together. */
  define(kind: string, write: (reference: string) => Promise<WrittenMail | undefined>): void;
  /** Sends what is due. For a job that runs every few seconds; harmless in several processes. @returns how many were sent. */
  deliver(transport: MailTransport): Promise<number>;
  /** The newest first: what a development mailbox shows. Holds what shoppers are told; never for the public. */
  newest(limit: number): Promise<readonly MailView[]>;
  readonly inTransaction: {
    queue(tx: Transaction, mail: { readonly kind: string; readonly reference: string }): Promise<void>;
  };
}

/** Tries over about two days. */
const MOST_TRIES = 14;
const AT_ONCE = 20;

export function createMail({ database, clock }: EngineContext): Mail {
  const writers = new Map<string, (reference: string) => Promise<WrittenMail | undefined>>();

  /** Others leave a claimed mail alone for a while, and take it up again when nothing comes of it. */
  async function claim() {
    const { rows } = await sql<{ id: string; kind: string; reference: string; tries: number }>`
      update mail_message set tries = tries + 1,
        due_at = ${clock()}::timestamptz + make_interval(mins => least(power(2, tries), 360)::int)
      where id in (
        select id from mail_message where state = 'due' and due_at <= ${clock()}
        order by due_at limit ${AT_ONCE} for update skip locked
      )
      returning id, kind, reference, tries`.execute(database.tables());
    return rows;
  }

  async function send(
    { id, kind, reference, tries }: Awaited<ReturnType<typeof claim>>[number],
    transport: MailTransport,
  ): Promise<boolean> {
    const note = (change: Partial<MailTables['mail_message']>) =>
      database.tables<MailTables>().updateTable('mail_message').set(change).where('id', '=', id).execute();
    try {
      const write = writers.get(kind);
      if (!write) throw new Error(`Nobody writes mails of the kind "${kind}".`);
      const mail = await write(reference);
      if (mail) await transport.send({ ...mail, messageId: `<${id}@vitrine>` });
      await note({
        state: 'sent',
        sent_at: clock(),
        recipient: mail?.to ?? null,
        subject: mail?.subject ?? null,
        html: mail?.html ?? null,
        problem: null,
      });
      return mail !== undefined;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      await note({ problem: problem.slice(0, 1000), ...(tries >= MOST_TRIES && { state: 'failed' }) });
      return false;
    }
  }

  return {
    define(kind, write) {
      writers.set(kind, write);
    },
    async deliver(transport) {
      let sent = 0;
      for (const mail of await claim()) if (await send(mail, transport)) sent += 1;
      return sent;
    },
    async newest(limit) {
      const rows = await database
        .tables<MailTables>()
        .selectFrom('mail_message')
        .selectAll()
        .orderBy('queued_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id, kind, state, queued_at, recipient, subject, html, problem }) => ({
        id,
        kind,
        state,
        queuedAt: queued_at.toISOString(),
        ...(recipient !== null && { to: recipient }),
        ...(subject !== null && { subject }),
        ...(html !== null && { html }),
        ...(problem !== null && { problem }),
      }));
    },
    inTransaction: {
      async queue(tx, { kind, reference }) {
        await tx
          .tables<MailTables>()
          .insertInto('mail_message')
          .values({
            id: newId(),
            kind,
            reference,
            state: 'due',
            tries: 0,
            due_at: clock(),
            queued_at: clock(),
            sent_at: null,
            recipient: null,
            subject: null,
            html: null,
            problem: null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      },
    },
  };
}
