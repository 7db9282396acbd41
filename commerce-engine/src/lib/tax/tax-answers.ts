import { canonicalJson } from '../idempotency/canonical-json.ts';
import type { TaxQuote, TaxRequest } from './tax-provider.ts';

const KEPT_MILLISECONDS = 60_000;
/** What stood in for the provider holds as long as the work takes that wanted it. */
const STAND_IN_MILLISECONDS = 5_000;
const MOST_KEPT = 1000;
const MOST_TRIES = 5;

/** A question that has to be asked before rows are locked: `askedOutside` catches it. */
class TaxUnasked extends Error {
  override readonly name = 'TaxUnasked';
  readonly ask: () => Promise<unknown>;

  constructor(ask: () => Promise<unknown>) {
    super('The tax provider is a service: run what wants its quote in a transaction by `tax.askedOutside`.');
    this.ask = ask;
  }
}

/** What a provider that is a service has said in the last minute. */
export interface TaxAnswers {
  /** Asks unless it was answered already. */
  ask(request: TaxRequest): Promise<TaxQuote>;
  /** @throws TaxUnasked unless it was answered already. */
  told(request: TaxRequest): TaxQuote;
  /** Everything is asked anew. */
  forget(): void;
}

/** @param ask must not fail: a provider that does is stood in for. */
export function createTaxAnswers(ask: (request: TaxRequest) => Promise<TaxQuote>): TaxAnswers {
  const kept = new Map<string, { readonly quote: TaxQuote; readonly until: number }>();

  function find(key: string): TaxQuote | undefined {
    const found = kept.get(key);
    return found && found.until > performance.now() ? found.quote : undefined;
  }

  async function askAnew(request: TaxRequest, key: string): Promise<TaxQuote> {
    const quote = await ask(request);
    kept.delete(key);
    for (const eldest of kept.keys()) {
      if (kept.size < MOST_KEPT) break;
      kept.delete(eldest);
    }
    kept.set(key, {
      quote,
      until: performance.now() + (quote.fallback ? STAND_IN_MILLISECONDS : KEPT_MILLISECONDS),
    });
    return quote;
  }

  return {
    async ask(request) {
      const key = keyOf(request);
      return find(key) ?? askAnew(request, key);
    },
    told(request) {
      const key = keyOf(request);
      const quote = find(key);
      if (!quote) throw new TaxUnasked(() => askAnew(request, key));
      return quote;
    },
    forget: () => kept.clear(),
  };
}

/** Runs work whose transaction wants quotes; what is not answered yet is asked between two runs, when nothing is locked. */
export async function askedOutside<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TaxUnasked) || tries === MOST_TRIES) throw error;
      await error.ask();
    }
  }
}

/** Rates change at midnight: moments of one minute are asked about once. */
function keyOf(request: TaxRequest): string {
  return canonicalJson({ ...request, at: request.at.slice(0, 16) });
}
