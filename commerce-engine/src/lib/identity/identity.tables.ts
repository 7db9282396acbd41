import type { ColumnType } from 'kysely';

type Time = ColumnType<Date, Date, Date>;

export interface IdentityTables {
  identity_staff: {
    id: string;
    /** Lower case. */
    email: string;
    name: string;
    /** Null = has not chosen one yet, and cannot sign in. */
    password_hash: string | null;
    roles: string[];
    /** Someone who left keeps a row, for the audit log, and can do nothing. */
    active: boolean;
    created_at: Time;
  };
  /** Who is signed in. Only the hash of a session's token is kept. */
  identity_session: {
    token_hash: string;
    staff_id: string;
    created_at: Time;
    expires_at: Time;
    /** Address the sign-in came from. */
    signed_in_from: string;
  };
  /** Links by which somebody chooses a password. Only the hash of a link's token is kept. */
  identity_invitation: {
    id: string;
    staff_id: string;
    token_hash: string;
    made_at: Time;
    expires_at: Time;
    used_at: ColumnType<Date | null, Date | null, Date | null>;
  };
  /** Failed sign-ins, counted for an account and for an address. */
  identity_try: {
    /** Hash of what is counted. */
    key: string;
    failures: number;
    /** The count starts again then. */
    window_ends: Time;
  };
  /** Tokens of programs. Only the hash is kept. */
  identity_api_token: {
    id: string;
    token_hash: string;
    name: string;
    capabilities: string[];
    created_by: string;
    created_at: Time;
    expires_at: ColumnType<Date | null, Date | null, Date | null>;
    revoked_at: ColumnType<Date | null, Date | null, Date | null>;
  };
  /** What staff and programs changed. Written in the transaction of the change; never altered. */
  identity_audit: {
    id: string;
    at: Time;
    /** `staff:<id>` or `system:<reason>`. */
    actor: string;
    actor_name: string;
    /** `noun.verb`. */
    action: string;
    subject: string;
    detail: ColumnType<Readonly<Record<string, unknown>>, string, never>;
  };
}
