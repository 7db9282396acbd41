import type { Transaction } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import type { EngineContext, ReadOptions } from '../engine-context.ts';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import type { Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import { settingsCall } from '../settings-call.ts';
import type { Stores } from '../stores/stores.ts';
import {
  type AddRateInput,
  type AddRateOutcome,
  addRate,
  addRateSchema,
  type RemoveRateOutcome,
  removeRate,
} from './add-rate.ts';
import { askProvider } from './ask-provider.ts';
import type { TaxTable } from './choose-rates.rules.ts';
import type { Place } from './place.rules.ts';
import { quoteFromTable } from './table-provider.ts';
import { setChannelTax, setProductClasses, type TaxImportOutcome, upsertTaxTables } from './tax.commands.ts';
import { readProductClasses } from './tax.queries.ts';
import { askedOutside, createTaxAnswers } from './tax-answers.ts';
import {
  type ChannelTaxInput,
  channelTaxSchema,
  type ProductClassInput,
  productClassesSchema,
  type TaxTablesInput,
  taxTablesSchema,
} from './tax-input.ts';
import { createTaxMemory } from './tax-memory.ts';
import type { TaxProvider, TaxQuote } from './tax-provider.ts';
import { completeQuestion, type TaxQuestion } from './tax-question.ts';
import { type RelievedQuote, relievedQuote } from './tax-reliefs.ts';
import { defaultTaxSettings, type TaxSettings } from './tax-settings.ts';
import { zonesOf } from './tax-zone.rules.ts';

/** What of a price is tax. */
export interface Tax {
  /**
   * What tax is due on lines. Inside a transaction hand it in as `on`, and let `askedOutside` run the transaction.
   * @throws CommerceError `unknown_channel`, `unknown_location`, `bad_input`.
   */
  quote(market: Market, question: TaxQuestion, options?: ReadOptions): Promise<RelievedQuote>;
  /**
   * Runs work that may ask for quotes in a transaction. A provider that is a service is asked while nothing is locked, and
   * the work runs again from its start: no other effects in there.
   */
  askedOutside<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Classes, zones and rates. */
  table(options?: ReadOptions): Promise<TaxTable>;
  /** How a channel taxes. */
  settings(channelId: string, options?: ReadOptions): Promise<TaxSettings>;
  /** The tax class of each product, in the order of the ids. */
  productClasses(productIds: readonly string[], options?: ReadOptions): Promise<string[]>;
  /** Makes or changes classes, zones and rates by id; those not named stay. Needs `settings.write`. */
  importTaxTables(command: CommandContext, tables: TaxTablesInput): Promise<TaxImportOutcome>;
  /** Adds a rate that takes over on its first day from the one before. Needs `settings.write`. */
  addRate(command: CommandContext, input: AddRateInput): Promise<AddRateOutcome>;
  /** Takes back a rate that is still to come. Needs `settings.write`. */
  removeRate(command: CommandContext, id: string): Promise<RemoveRateOutcome>;
  /** Says of what class products are. Needs `settings.write`. */
  setProductClasses(
    command: CommandContext,
    classes: readonly ProductClassInput[],
  ): Promise<{ readonly changed: number }>;
  /** Says how a channel taxes. Needs `settings.write`. @throws CommerceError `unknown_channel`. */
  setChannelTax(command: CommandContext, input: ChannelTaxInput): Promise<void>;
  /** For other domains, inside their own transaction. */
  readonly inTransaction: {
    /** What `setProductClasses` does. @throws CommerceError `bad_input` when there is no such class. */
    setProductClasses(tx: Transaction, classes: readonly ProductClassInput[]): Promise<unknown>;
    /** Whether two places of one country are taxed alike. A provider that is a service is not asked: to it only equal places are. */
    isAlike(tx: Transaction, one: Place, other: Place): Promise<boolean>;
  };
}

export interface TaxDoors {
  readonly stores: Stores;
  /** Absent = the shop's own tables answer. */
  readonly provider?: TaxProvider;
}

export function createTax(context: EngineContext, { stores, provider }: TaxDoors): Tax {
  const { database, clock } = context;
  const memory = createTaxMemory(database, stores);
  const noteOf =
    (tx: Transaction, { actor }: CommandContext, action: string) =>
    ({ id }: { readonly id: string }, detail: Readonly<Record<string, unknown>>) =>
      recordAudit(tx, { actor, action, subject: `tax-rate:${id}`, detail, at: clock() });
  const answers =
    provider &&
    createTaxAnswers((request) =>
      askProvider(provider, request, async () => quoteFromTable((await memory.facts()).table, request)),
    );
  if (answers)
    database.subscribe((events) => {
      if (events.some(({ kind }) => kind === 'tax.changed')) answers.forget();
    });
  return {
    async quote(market, question, { on = database, at = clock() } = {}) {
      const request = await completeQuestion(on, memory, { ...question, market, at });
      const told = (quote: TaxQuote) => relievedQuote(quote, request, question.exemptions ?? []);
      if (!answers) return told(quoteFromTable((await memory.facts(on)).table, request));
      return told(on === database ? await answers.ask(request) : answers.told(request));
    },
    askedOutside,
    table: async ({ on } = {}) => (await memory.facts(on)).table,
    settings: async (channelId, { on } = {}) =>
      (await memory.facts(on)).settings.get(channelId) ?? defaultTaxSettings,
    productClasses: (ids, { on = database } = {}) => readProductClasses(on, ids),
    async importTaxTables(command, tables) {
      const input = parseInput(taxTablesSchema, tables, 'these tax tables');
      const call = { name: 'tax.importTaxTables', capability: 'settings.write', body: input } as const;
      return runCommand(context, command, call, (tx) => upsertTaxTables(tx, input));
    },
    async addRate(command, asked) {
      const input = parseInput(addRateSchema, asked, 'this tax rate');
      const call = settingsCall('tax.addRate', input);
      return runCommand(context, command, call, (tx) =>
        addRate(tx, input, clock(), noteOf(tx, command, call.name)),
      );
    },
    async removeRate(command, id) {
      const call = settingsCall('tax.removeRate', { id });
      return runCommand(context, command, call, (tx) =>
        removeRate(tx, id, clock(), noteOf(tx, command, call.name)),
      );
    },
    async setProductClasses(command, classes) {
      const inputs = parseInput(productClassesSchema, classes, 'these tax classes');
      const call = { name: 'tax.setProductClasses', capability: 'settings.write', body: inputs } as const;
      return runCommand(context, command, call, (tx) => setProductClasses(tx, inputs));
    },
    async setChannelTax(command, settings) {
      const input = parseInput(channelTaxSchema, settings, 'these tax settings');
      const call = { name: 'tax.setChannelTax', capability: 'settings.write', body: input } as const;
      await runCommand(context, command, call, async (tx) => {
        await stores.channel(input.channel, { on: tx });
        return setChannelTax(tx, input);
      });
    },
    inTransaction: {
      setProductClasses,
      async isAlike(tx, one, other) {
        if (provider) return canonicalJson(one) === canonicalJson(other);
        const { zones } = (await memory.facts(tx)).table;
        const [ones, others] = [zonesOf(zones, one), zonesOf(zones, other)];
        return ones.length === others.length && ones.every(({ id }) => others.some((zone) => zone.id === id));
      },
    },
  };
}
