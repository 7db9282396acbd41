import type { Queryable, Transaction } from '@vitrine/database';
import type { RawBuilder } from 'kysely';
import type { CommandContext } from '../api/commerce-client.ts';
import { CommerceError } from '../commerce-error.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor, Capability } from '../identity/identity.views.ts';
import { parseInput } from '../parse-input.ts';
import type { VatRegisterQuestion } from '../tax/vat-register.ts';
import { type Changed, type CustomerChanges, createCustomerChanges, isOwn } from './change-customer.ts';
import {
  customerIdSchema,
  type MergeInput,
  mergeSchema,
  type NewCustomer,
  newCustomerSchema,
} from './customer-input.ts';
import {
  type CustomerListQuery,
  type CustomerPage,
  listCustomers,
  readNotes,
  viewCustomer,
} from './customers.queries.ts';
import type {
  CustomerExport,
  CustomerNoteView,
  CustomerOutcome,
  CustomerView,
  EraseOutcome,
  MergeOutcome,
  TaxPapersView,
} from './customers.views.ts';
import { eraseCustomer, exportCustomer } from './export-and-erase.ts';
import {
  type CustomerFacts,
  confirmedValue,
  findCustomer,
  insertCustomer,
  isEmailTaken,
  type KeptCustomer,
  lockCustomer,
  updateCustomer,
} from './keep-customer.ts';
import { mergeCustomers } from './merge-customers.ts';
import {
  type OnErase,
  type OnExport,
  type OnMerge,
  type OnNewEmail,
  type Person,
  type PersonalRooms,
  personOf,
} from './personal-rooms.ts';
import { readTaxPapers, type TaxPapersValue, taxPapersValue } from './tax-papers.ts';

export type { Person } from './personal-rooms.ts';

/**
 * Who buys here. Customers see and change themselves; everybody else needs `customers.read` or `customers.write`, and leaves
 * an audit row.
 */
export interface Customers extends CustomerChanges {
  get(actor: Actor, customerId: string): Promise<CustomerView | undefined>;
  /** Needs `customers.read`. */
  list(actor: Actor, query: CustomerListQuery): Promise<CustomerPage>;
  /** Needs `customers.read`. */
  notes(actor: Actor, customerId: string): Promise<readonly CustomerNoteView[]>;
  /** Needs `customers.write`. Makes a customer without credentials, for the till or the telephone. */
  create(command: CommandContext, input: NewCustomer): Promise<CustomerOutcome>;
  /** Needs `customers.write`. What `fromId` had is afterwards had by `intoId`. */
  merge(command: CommandContext, input: MergeInput): Promise<MergeOutcome>;
  /** Everything the shop knows about somebody. Leaves an audit row. */
  export(actor: Actor, customerId: string): Promise<CustomerExport | undefined>;
  erase(command: CommandContext, input: { readonly customerId: string }): Promise<EraseOutcome>;
  /** What another room does when two customers become one. Once, while the engine is put together. */
  onMerge(merge: OnMerge): void;
  /** What another room knows about somebody. */
  onExport(room: string, tell: OnExport): void;
  /** How another room forgets somebody; `open` says what is still under way and has to end first. */
  onErase(erase: OnErase, open?: OpenOf): void;
  /** What another room does when staff give a customer another email. */
  onNewEmail(tell: OnNewEmail): void;
  /** For other domains, inside their own transaction. */
  readonly inTransaction: {
    /** Whose address it is, confirmed or not. */
    find(
      on: Queryable,
      which: { readonly id: string } | { readonly email: string },
    ): Promise<KeptCustomer | undefined>;
    /** The id of who showed that this address is theirs, or null: one value of another room's statement. */
    confirmedValue(email: string): RawBuilder<string | null>;
    /** Their tax papers: one value of another room's statement, for `taxPapersOf`. */
    taxPapersValue(id: string | RawBuilder<string | null>): RawBuilder<TaxPapersValue>;
    /** The same, read. One statement. */
    taxPapers(on: Queryable, id: string): Promise<TaxPapersView>;
    lock(tx: Transaction, id: string): Promise<KeptCustomer | undefined>;
    /** @returns undefined when somebody has that address already. */
    insert(tx: Transaction, facts: CustomerFacts): Promise<KeptCustomer | undefined>;
    /** The customer is locked. */
    setGroups(tx: Transaction, id: string, groups: readonly string[]): Promise<void>;
    /** Who they are has shown that the address is theirs. @returns false when somebody else has it. */
    confirm(tx: Transaction, id: string, email: string): Promise<boolean>;
  };
}

/** What is under way stays as it is told until the transaction ends. */
type OpenOf = (
  tx: Transaction,
  person: Person,
) => Promise<{ readonly isBeingPaid: boolean; readonly orders: readonly string[] }>;

export interface CustomersDoors {
  /** Whether a VAT number is in use. */
  readonly isInUse: VatRegisterQuestion;
}

export function createCustomers(context: EngineContext, { isInUse }: CustomersDoors): Customers {
  const { database, clock } = context;
  const rooms: PersonalRooms = { merges: [], exports: new Map(), erases: [], newEmails: [] };
  const opens: OpenOf[] = [];

  function mayTouch(actor: Actor, customerId: string, capability: Capability): void {
    if (!isOwn(actor, customerId)) requireCapability(actor, capability);
  }

  /** The customer afterwards. Read anew: no answer that is kept for repeated requests holds anything personal. */
  async function told(id: string, outcome: Changed): Promise<CustomerOutcome> {
    if (outcome.kind !== 'saved') return outcome;
    const customer = await viewCustomer(database, id);
    return customer ? { kind: 'done', customer } : { kind: 'no-customer' };
  }

  return {
    async get(actor, customerId) {
      if (!customerIdSchema.safeParse(customerId).success) return undefined;
      mayTouch(actor, customerId, 'customers.read');
      return viewCustomer(database, customerId);
    },
    async list(actor, query) {
      requireCapability(actor, 'customers.read');
      return listCustomers(database, query);
    },
    async notes(actor, customerId) {
      requireCapability(actor, 'customers.read');
      return customerIdSchema.safeParse(customerId).success ? readNotes(database, customerId) : [];
    },
    async create(command, input) {
      const body = parseInput(newCustomerSchema, input, 'this customer');
      const call = {
        name: 'customers.create',
        capability: 'customers.write',
        body,
        auditsItself: true,
      } as const;
      const { actor } = command;
      const made = await runCommand(context, command, call, async (tx) => {
        const row = await insertCustomer(tx, body, clock());
        if (!row) return { kind: 'email-taken' } as const;
        await recordAudit(tx, { actor, action: call.name, subject: `customer:${row.id}`, at: clock() });
        await tx.emit({ kind: 'customer.created', payload: { customerId: row.id } });
        return { kind: 'saved', id: row.id } as const;
      });
      return made.kind === 'saved' ? told(made.id, made) : made;
    },
    ...createCustomerChanges(context, rooms, { told, isInUse }),
    async merge(command, input) {
      const body = parseInput(mergeSchema, input, 'this merge of customers');
      const call = {
        name: 'customers.merge',
        capability: 'customers.write',
        body,
        auditsItself: true,
      } as const;
      const { actor } = command;
      const outcome = await runCommand(context, command, call, async (tx) => {
        if (!(await mergeCustomers(tx, rooms, body, clock()))) return { kind: 'no-customer' } as const;
        const [subject, detail] = [`customer:${body.intoId}`, { fromId: body.fromId }];
        await recordAudit(tx, { actor, action: call.name, subject, detail, at: clock() });
        return { kind: 'saved' } as const;
      });
      return (await told(body.intoId, outcome)) as MergeOutcome;
    },
    async export(actor, customerId) {
      parseInput(customerIdSchema, customerId, 'this export');
      mayTouch(actor, customerId, 'customers.read');
      const customer = await findCustomer(database, { id: customerId });
      if (!customer) return undefined;
      const [subject, at] = [`customer:${customerId}`, clock()];
      await recordAudit(database, { actor, action: 'customers.export', subject, at });
      return exportCustomer(database, rooms, customer);
    },
    async erase(command, input) {
      const customerId = parseInput(customerIdSchema, input.customerId, 'this erasure');
      const { actor } = command;
      const call = {
        name: 'customers.erase',
        body: { customerId },
        ...(!isOwn(actor, customerId) && ({ capability: 'customers.write', auditsItself: true } as const)),
      };
      return runCommand(context, command, call, async (tx): Promise<EraseOutcome> => {
        const customer = await lockCustomer(tx, customerId);
        if (!customer) return { kind: 'no-customer' };
        const numbers: string[] = [];
        for (const open of opens) {
          const { isBeingPaid, orders } = await open(tx, personOf(customer));
          if (isBeingPaid) return { kind: 'being-paid' };
          numbers.push(...orders);
        }
        if (numbers.length > 0) return { kind: 'orders-open', numbers };
        await eraseCustomer(tx, rooms, customer, clock());
        const subject = `customer:${customerId}`;
        await recordAudit(tx, { actor, action: call.name, subject, at: clock() });
        return { kind: 'erased' };
      });
    },
    onMerge: (merge) => void rooms.merges.push(merge),
    onExport(room, tell) {
      if (rooms.exports.has(room))
        throw new CommerceError('conflict', `The room "${room}" says twice what it knows about people.`);
      rooms.exports.set(room, tell);
    },
    onErase(erase, open) {
      rooms.erases.push(erase);
      if (open) opens.push(open);
    },
    onNewEmail: (tell) => void rooms.newEmails.push(tell),
    inTransaction: {
      find: findCustomer,
      confirmedValue,
      taxPapersValue,
      taxPapers: readTaxPapers,
      lock: lockCustomer,
      async insert(tx, facts) {
        const row = await insertCustomer(tx, facts, clock());
        if (row) await tx.emit({ kind: 'customer.created', payload: { customerId: row.id } });
        return row;
      },
      async setGroups(tx, id, groups) {
        await updateCustomer(tx, id, { groups: [...groups], updated_at: clock() });
        await tx.emit({ kind: 'customer.changed', payload: { customerId: id } });
      },
      async confirm(tx, id, email) {
        if (await isEmailTaken(tx, email, id)) return false;
        await updateCustomer(tx, id, { email, email_confirmed_at: clock(), updated_at: clock() });
        await tx.emit({ kind: 'customer.changed', payload: { customerId: id } });
        return true;
      },
    },
  };
}
