import type { CommerceClient } from '@vitrine/commerce-engine/client';

/** What the command needs of the shop it works on; a shop's `vitrine.config.ts` exports one as `project`. */
export interface ShopProject {
  /** The server that has this shop open right now, when there is one on this machine. */
  running(): Promise<RunningShop | undefined>;
  /** Opens the shop's database in this process, migrated. Refused with a clear error while a server has it. */
  open(): Promise<OpenShop>;
  /** Brings the database's schema up to date without opening the shop. @returns the steps that were done. */
  migrate(): Promise<readonly string[]>;
  /** Where pictures brought in by an import are kept. */
  readonly mediaFolder: string;
}

export interface RunningShop {
  readonly url: string;
  /** Allows imports; kept in a file only this user can read. */
  readonly token: string;
}

export interface OpenShop {
  readonly commerce: CommerceClient;
  /** Fills an empty shop with the demo store; does nothing to one that has products. */
  seed(): Promise<{ readonly products: number; readonly already: boolean }>;
  /** Looks for what is wrong; `deep` reads every row of stock, money and orders. */
  check(options: { readonly deep: boolean }): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

export interface Finding {
  readonly kind: 'good' | 'warning' | 'problem';
  readonly text: string;
  /** What to do about it. */
  readonly advice?: string;
}
