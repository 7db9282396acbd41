import { newId, type Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { z } from 'zod';
import { actorName } from '../actor-name.ts';
import { CommerceError } from '../commerce-error.ts';
import { isStorable } from '../storable-text.ts';
import type { IdentityTables } from './identity.tables.ts';
import type { Actor, AuditView } from './identity.views.ts';

export interface AuditEntry {
  readonly actor: Actor;
  /** `noun.verb`, for example `staff.imported`. */
  readonly action: string;
  /** What was changed: `staff:<id>`, `products`. */
  readonly subject: string;
  /** Small facts; never a secret. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** Writes down who changed what, in the transaction of the change. */
export async function recordAudit(on: Queryable, entry: AuditEntry): Promise<void> {
  const { actor, action, subject, detail = {}, at } = entry;
  await on
    .tables<IdentityTables>()
    .insertInto('identity_audit')
    .values({
      id: newId(),
      at,
      actor: actorName(actor),
      actor_name: actor.kind === 'staff' ? actor.name : '',
      action,
      subject,
      detail: JSON.stringify(detail),
    })
    .execute();
}

/** What people typed into these details: a reason, a note. */
const TYPED: ReadonlySet<string> = new Set(['text', 'note']);

/** Takes what was typed out of what the log says of these subjects; who did what, and when, stays. */
export async function forgetTyped(on: Queryable, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  const rows = await on
    .tables<IdentityTables>()
    .selectFrom('identity_audit')
    .select(['id', 'detail'])
    .where('subject', 'in', [...subjects])
    .execute();
  for (const { id, detail } of rows) {
    const before = JSON.stringify(detail);
    const after = JSON.stringify(detail, (key, value: unknown) => (TYPED.has(key) ? undefined : value));
    if (after !== before)
      await sql`update identity_audit set detail = ${after}::jsonb where id = ${id}`.execute(on.tables());
  }
}

const text = z.string().max(200).refine(isStorable, 'expected no control characters');

export const auditQuerySchema = z.strictObject({
  /** What was changed: `staff:<id>`, `catalog`. */
  subject: text.optional(),
  /** Who did it: the id of a member of staff, `api-token:<id>`, or `system`. */
  by: text.optional(),
  /** The noun an action begins with: `staff`, `pricing`. */
  noun: z
    .string()
    .regex(/^[A-Za-z-]{1,60}$/, 'expected a noun such as "staff"')
    .optional(),
  /** ISO times; `from` included, `to` not. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** `next` of the page before. */
  cursor: z.string().max(100).optional(),
  /** At most 200. Default 50. */
  limit: z.coerce.number().optional(),
});

export type AuditQuery = z.input<typeof auditQuerySchema>;

export interface AuditPage {
  readonly entries: readonly AuditView[];
  /** Absent = that was all. */
  readonly next?: string;
}

/** The newest entries first. @throws CommerceError `bad_input` for a cursor that is none. */
export async function readAudit(on: Queryable, asked: z.output<typeof auditQuerySchema>): Promise<AuditPage> {
  const { subject, by, noun, from, to, cursor } = asked;
  const limit = Math.min(200, Math.max(1, Math.trunc(asked.limit ?? 50)));
  const below = cursor === undefined ? undefined : placeOf(cursor);
  const rows = await on
    .tables<IdentityTables>()
    .selectFrom('identity_audit')
    .selectAll()
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject!))
    .$if(by === 'system', (query) => query.where('actor', 'like', 'system:%'))
    .$if(by !== undefined && by !== 'system', (query) => query.where('actor', '=', `staff:${by}`))
    .$if(noun !== undefined, (query) => query.where('action', 'like', `${noun}.%`))
    .$if(from !== undefined, (query) => query.where('at', '>=', new Date(from!)))
    .$if(to !== undefined, (query) => query.where('at', '<', new Date(to!)))
    .$if(below !== undefined, (query) =>
      query.where(sql<boolean>`(at, id) < (${below!.at}::timestamptz, ${below!.id}::uuid)`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const entries = rows
    .slice(0, limit)
    .map(({ actor_name, at, ...row }) => ({ ...row, at: at.toISOString(), actorName: actor_name }));
  const last = entries.at(-1);
  return { entries, ...(rows.length > limit && last && { next: cursorOf(last) }) };
}

function cursorOf({ at, id }: AuditView): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

function placeOf(cursor: string): { readonly at: string; readonly id: string } {
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const place = z.object({ at: z.iso.datetime(), id: z.uuid() }).safeParse({ at, id });
  if (place.success) return place.data;
  throw new CommerceError(
    'bad_input',
    `The audit log expected the cursor that came as "next" with the page before, got "${cursor}". Leave it out for the first page.`,
    { fields: [{ path: 'cursor', problem: 'expected "next" of the page before' }] },
  );
}
