import { newId, type Queryable } from '@vitrine/database';
import { actorName } from '../actor-name.ts';
import type { IdentityTables } from './identity.tables.ts';
import type { Actor } from './identity.views.ts';

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

export interface AuditView {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly actorName: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
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

/** The newest entries first, optionally of one subject. */
export async function readAudit(
  on: Queryable,
  options: { readonly subject?: string; readonly limit: number },
): Promise<AuditView[]> {
  const rows = await on
    .tables<IdentityTables>()
    .selectFrom('identity_audit')
    .selectAll()
    .$if(options.subject !== undefined, (query) => query.where('subject', '=', options.subject!))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(options.limit)
    .execute();
  return rows.map(({ actor_name, at, ...row }) => ({ ...row, at: at.toISOString(), actorName: actor_name }));
}
