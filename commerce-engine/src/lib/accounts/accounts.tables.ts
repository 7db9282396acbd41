import type { ColumnType } from 'kysely';

export interface AccountsTables {
  accounts_password: {
    customer_id: string;
    password_hash: string;
    changed_at: Date;
  };
  /** Who is signed in. Only the hash of a session's token is kept. */
  accounts_session: {
    token_hash: string;
    customer_id: string;
    created_at: Date;
    expires_at: Date;
  };
  /** Links in mails. Only the hash of a link's token is kept; the token follows from the id. */
  accounts_link: {
    id: string;
    kind: LinkKind;
    token_hash: string;
    /** Where the mail goes. */
    email: string;
    /** Who asked for it, when they were signed in. */
    customer_id: string | null;
    detail: ColumnType<LinkDetail, string, string>;
    locale: string;
    made_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  accounts_identity: {
    /** As the shop calls it. */
    provider: string;
    /** What the provider calls the person. */
    subject: string;
    customer_id: string;
    linked_at: Date;
  };
  /** Sign-ins that went to a provider and have not come back. State, nonce and verifier follow from the id. */
  accounts_oidc_try: {
    id: string;
    provider: string;
    made_at: Date;
    expires_at: Date;
  };
}

export type LinkKind = 'sign-up' | 'sign-in' | 'reset' | 'change-email';

/** What a link carries out when it is used. */
export interface LinkDetail {
  /** Of somebody who signs up. */
  readonly name?: string;
  readonly passwordHash?: string;
  /** Of somebody who changes their address. */
  readonly oldEmail?: string;
  /** Of somebody who signs in: what they wish for, as the link is to say it. */
  readonly wish?: string;
}
