import type { CommandContext } from '../api/commerce-client.ts';
import type { ChannelDirectory } from '../channel-directory.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { ANYONE, groupKey, groupsIn, type Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import type { ProductPriceView } from '../pricing/pricing.views.ts';
import { indexEvents, indexEverything, inIndex } from './index-events.ts';
import { refreshMarket } from './index-prices.ts';
import { indexDue } from './index-products.ts';
import { keepStatistics } from './index-statistics.ts';
import { type SearchAnswer, type SearchScope, searchIndex } from './search.queries.ts';
import type { SearchQuery, SearchResultView, SuggestionView, SynonymView } from './search.views.ts';
import { createSearchMemory } from './search-memory.ts';
import type { SearchSources } from './search-sources.ts';
import { suggestFromIndex } from './suggest.queries.ts';
import { type SynonymInput, synonymsSchema, writeSynonyms } from './synonyms.commands.ts';
import { readSynonyms } from './synonyms.queries.ts';

/** Finding products. */
export interface Search {
  /** Never throws for anything a shopper can type. @throws CommerceError `unknown_channel`. */
  search(market: Market, query: SearchQuery): Promise<SearchResultView>;
  /** A search with what the products found cost, in their order, from the index itself; undefined = no price in this market. */
  list(
    market: Market,
    query: SearchQuery,
  ): Promise<{
    readonly found: SearchResultView;
    readonly prices: readonly (ProductPriceView | undefined)[];
  }>;
  /** What a shopper may be about to type; at most twelve. */
  suggest(market: Market, prefix: string): Promise<readonly SuggestionView[]>;
  /** Sets what else is looked for when a word is typed; an empty list forgets the word. Needs `catalog.write`. */
  setSynonyms(command: CommandContext, synonyms: readonly SynonymInput[]): Promise<{ readonly set: number }>;
  /** What else is looked for, by language and word. Needs `catalog.read`. */
  synonyms(actor: Actor): Promise<readonly SynonymView[]>;
  /** Makes the whole index again from catalogue, prices and stock. Shoppers can search meanwhile. */
  rebuild(): Promise<void>;
  /** Ends the subscription that keeps the index current. */
  stop(): void;
}

/** Subscribes to the database's events: the index follows each change before the change's own call returns. */
export function createSearch(
  context: EngineContext,
  doors: {
    readonly sources: SearchSources;
    readonly directory: ChannelDirectory;
  },
): Search {
  const { database, clock } = context;
  const { sources, directory } = doors;
  const end = database.subscribe((events) => indexEvents(database, sources, events));
  const memory = createSearchMemory(database);

  async function answer(market: Market, query: SearchQuery): Promise<SearchAnswer> {
    const scope = await scopeOf(market);
    const answered = await searchIndex(database, scope, query, memory);
    if (!answered.stale) return answered;
    await inIndex(database, async (tx) => {
      await indexDue(tx, sources, scope.now);
      await refreshMarket(tx, sources, scope, scope.now);
    });
    await keepStatistics(database);
    return searchIndex(database, scope, query, memory);
  }

  async function scopeOf(market: Market): Promise<SearchScope> {
    const channel = await directory.channel(market.channel);
    const fallbackLocale = channel.locales[0] ?? market.locale;
    return {
      channel: channel.id,
      locale: localeIn(channel.locales, market.locale) ?? fallbackLocale,
      fallbackLocale,
      currency: channel.currencies.includes(market.currency)
        ? market.currency
        : (channel.currencies[0] ?? market.currency),
      customerGroup: await pricedGroup(market),
      now: clock(),
    };
  }

  /** Prices are kept once for each set of groups that any list is for, not for each that somebody is in. */
  async function pricedGroup({ customerGroup }: Market): Promise<string> {
    if (customerGroup === ANYONE) return customerGroup;
    const priced = await sources.pricedGroups(database);
    return groupKey(groupsIn(customerGroup).filter((group) => priced.includes(group)));
  }

  return {
    search: async (market, query) => (await answer(market, query)).result,
    async list(market, query) {
      const { result, prices } = await answer(market, query);
      return { found: result, prices };
    },
    async suggest(market, prefix) {
      return suggestFromIndex(database, await scopeOf(market), prefix);
    },
    async setSynonyms(command, synonyms) {
      const body = parseInput(synonymsSchema, synonyms, 'these synonyms');
      const call = { name: 'search.setSynonyms', capability: 'catalog.write', body } as const;
      return runCommand(context, command, call, (tx) => writeSynonyms(tx, body));
    },
    async synonyms(actor) {
      requireCapability(actor, 'catalog.read');
      return readSynonyms(database);
    },
    rebuild: () => indexEverything(database, sources),
    stop() {
      end();
      memory.stop();
    },
  };
}

function localeIn(locales: readonly string[], wanted: string): string | undefined {
  return (
    locales.find((locale) => locale === wanted) ?? locales.find((locale) => locale === wanted.split('-')[0])
  );
}
