import type { Queryable, Transaction } from '@vitrine/database';
import type { KeptCustomer } from './keep-customer.ts';

/** Somebody whose data is asked for or erased. */
export interface Person {
  readonly id: string;
  /** Lower case; undefined when nobody knows it. */
  readonly email: string | undefined;
  /** They have shown that it is theirs. */
  readonly isConfirmed: boolean;
}

export type OnMerge = (
  tx: Transaction,
  merge: { readonly from: Person; readonly into: Person; readonly at: Date },
) => Promise<void>;
/** Staff have given a customer another email: what the old address opened is not theirs any more. */
export type OnNewEmail = (
  tx: Transaction,
  change: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly locale: string;
    readonly wasConfirmed: boolean;
  },
) => Promise<void>;
export type OnExport = (on: Queryable, person: Person) => Promise<unknown>;
export type OnErase = (tx: Transaction, person: Person, at: Date) => Promise<void>;

/** What other rooms do with what they know about people. Each says it once, while the engine is put together. */
export interface PersonalRooms {
  readonly merges: OnMerge[];
  readonly exports: Map<string, OnExport>;
  readonly erases: OnErase[];
  readonly newEmails: OnNewEmail[];
}

export function personOf({ id, email, email_confirmed_at }: KeptCustomer): Person {
  return { id, email: email ?? undefined, isConfirmed: email !== null && email_confirmed_at !== null };
}
