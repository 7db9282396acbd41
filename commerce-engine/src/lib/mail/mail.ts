import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { type Selectable, sql } from 'kysely';
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

type WriteMail = (reference: string) => Promise<WrittenMail | undefined>;

/** Letters to shoppers. */
export interface Mail {
  /**
   * Says how mails of a kind are written; undefined = there is nothing to tell any more. Once, while the engine is put
   * together. What a secret mail says is kept nowhere.
   */
  define(kind: string, write: WriteMail, options?: { readonly isSecret?: boolean }): void;
  /** Sends what is due. For a job that runs every few seconds; harmless in several processes. @returns how many were sent. */
  deliver(transport: MailTransport): Promise<number>;
  /** The newest first: what a development mailbox shows. Holds what shoppers are told; never for the public. */
  newest(limit: number): Promise<readonly MailView[]>;
  readonly inTransaction: {
    /** Once for each reference. @param dueAt default at once. */
    queue(
      tx: Transaction,
      mail: { readonly kind: string; readonly reference: string; readonly dueAt?: Date },
    ): Promise<void>;
    /** Has a mail that waits sent at another time. @returns whether it still waited. */
    postpone(
      tx: Transaction,
      mail: { readonly kind: string; readonly reference: string; readonly dueAt: Date },
    ): Promise<boolean>;
    /** Mails somebody was sent. */
    sentTo(
      on: Queryable,
      recipient: string,
    ): Promise<readonly { readonly subject: string; readonly sentAt: string }[]>;
    /** Takes the words of what somebody was sent out of the shop's memory. */
    forget(tx: Transaction, recipient: string): Promise<void>;
    /** Takes away what mails about these say: it names somebody else than whom they were sent to. */
    forgetWords(tx: Transaction, references: readonly string[]): Promise<void>;
    /** Which of these are still to be sent. */
    waiting(
      on: Queryable,
      mails: { readonly kind: string; readonly references: readonly string[] },
    ): Promise<ReadonlySet<string>>;
  };
}

/** Tries over about two days. */
const MOST_TRIES = 14;
const AT_ONCE = 20;

export function createMail({ database, clock }: EngineContext): Mail {
  const writers = new Map<string, { readonly write: WriteMail; readonly isSecret: boolean }>();

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
      const writer = writers.get(kind);
      if (!writer) throw new Error(`Nobody writes mails of the kind "${kind}".`);
      const mail = await writer.write(reference);
      if (mail) await transport.send({ ...mail, messageId: `<${id}@vitrine>` });
      await note({
        state: 'sent',
        sent_at: clock(),
        recipient: mail?.to ?? null,
        subject: mail?.subject ?? null,
        html: writer.isSecret ? null : (mail?.html ?? null),
        problem: null,
      });
      return mail !== undefined;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      await note({ problem: problem.slice(0, 1000), ...(tries >= MOST_TRIES && { state: 'failed' }) });
      return false;
    }
  }

  /** What a secret mail says is written anew for who looks into the mailbox, while it still holds. */
  async function writtenAgain({ kind, state, reference }: Row): Promise<string | undefined> {
    const writer = writers.get(kind);
    return writer?.isSecret && state === 'sent' ? (await writer.write(reference))?.html : undefined;
  }

  return {
    define(kind, write, { isSecret = false } = {}) {
      writers.set(kind, { write, isSecret });
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
      return Promise.all(rows.map(async (row) => viewOf(row, row.html ?? (await writtenAgain(row)))));
    },
    inTransaction: {
      async sentTo(on, recipient) {
        const rows = await on
          .tables<MailTables>()
          .selectFrom('mail_message')
          .select(['subject', 'sent_at'])
          .where('recipient', '=', recipient)
          .where('sent_at', 'is not', null)
          .orderBy('queued_at')
          .execute();
        return rows.map(({ subject, sent_at }) => ({
          subject: subject ?? '',
          sentAt: sent_at!.toISOString(),
        }));
      },
      async forget(tx, recipient) {
        await tx
          .tables<MailTables>()
          .updateTable('mail_message')
          .set({ recipient: null, subject: null, html: null, problem: null })
          .where('recipient', '=', recipient)
          .execute();
      },
      async forgetWords(tx, references) {
        if (references.length === 0) return;
        await tx
          .tables<MailTables>()
          .updateTable('mail_message')
          .set({ html: null })
          .where('reference', 'in', [...references])
          .execute();
      },
      async waiting(on, { kind, references }) {
        if (references.length === 0) return new Set();
        const rows = await on
          .tables<MailTables>()
          .selectFrom('mail_message')
          .select('reference')
          .where('kind', '=', kind)
          .where('reference', 'in', [...references])
          .where('state', '=', 'due')
          .execute();
        return new Set(rows.map(({ reference }) => reference));
      },
      async postpone(tx, { kind, reference, dueAt }) {
        const moved = await tx
          .tables<MailTables>()
          .updateTable('mail_message')
          .set({ due_at: dueAt })
          .where('kind', '=', kind)
          .where('reference', '=', reference)
          .where('state', '=', 'due')
          .where('tries', '=', 0)
          .executeTakeFirst();
        return moved.numUpdatedRows > 0n;
      },
      async queue(tx, { kind, reference, dueAt = clock() }) {
        const message = {
          id: newId(),
          kind,
          reference,
          state: 'due' as const,
          tries: 0,
          due_at: dueAt,
          queued_at: clock(),
          sent_at: null,
          recipient: null,
          subject: null,
          html: null,
          problem: null,
        };
        await tx.later(
          tx
            .tables<MailTables>()
            .insertInto('mail_message')
            .values(message)
            .onConflict((conflict) => conflict.doNothing()),
        );
      },
    },
  };
}

type Row = Selectable<MailTables['mail_message']>;

function viewOf(
  { id, kind, state, queued_at, recipient, subject, problem }: Row,
  html: string | undefined,
): MailView {
  return {
    id,
    kind,
    state,
    queuedAt: queued_at.toISOString(),
    ...(recipient !== null && { to: recipient }),
    ...(subject !== null && { subject }),
    ...(html !== undefined && { html }),
    ...(problem !== null && { problem }),
  };
}
