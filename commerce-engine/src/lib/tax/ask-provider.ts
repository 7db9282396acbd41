import type { TaxProvider, TaxQuote, TaxRequest } from './tax-provider.ts';

const DEFAULT_PATIENCE = 3_000;

/** The provider's quote; the built-in one's when it fails, is late or does not add up, which the quote then says. */
export async function askProvider(
  provider: TaxProvider,
  request: TaxRequest,
  builtIn: () => Promise<TaxQuote>,
): Promise<TaxQuote> {
  const fallback = async (reason: NonNullable<TaxQuote['fallback']>['reason'], detail: string) => ({
    ...(await builtIn()),
    fallback: { provider: provider.id, reason, detail },
  });
  const patience = provider.answersWithin ?? DEFAULT_PATIENCE;
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(resolve, patience, 'late');
  try {
    const quote = await Promise.race([provider.quote(request), late]);
    if (quote === 'late') return await fallback('late', `No answer within ${patience} ms.`);
    const fault = faultOf(request, quote);
    return fault === undefined ? { ...quote, provider: provider.id } : await fallback('unsound', fault);
  } catch (error) {
    return await fallback('failed', error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** What does not add up; an order must never be built on it. */
function faultOf({ currency, lines }: TaxRequest, quote: TaxQuote): string | undefined {
  if (quote.currency !== currency) return `Expected amounts in ${currency}, got ${quote.currency}.`;
  const ids = quote.lines.map(({ id }) => id);
  if (ids.join('\n') !== lines.map(({ id }) => id).join('\n')) {
    return `Expected the lines ${lines.map(({ id }) => id).join(', ')}, got ${ids.join(', ')}.`;
  }
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const broken = quote.lines.find(
    ({ net, tax, gross, parts }) =>
      ![net, tax, gross].every(Number.isSafeInteger) ||
      net + tax !== gross ||
      sum(parts.map(({ amount }) => amount)) !== tax,
  );
  if (broken) return `Line "${broken.id}" does not add up.`;
  const totals = (['net', 'tax', 'gross'] as const).filter(
    (name) => sum(quote.lines.map((line) => line[name])) !== quote[name],
  );
  if (totals.length > 0) return `The lines do not sum to the total ${totals.join(', ')}.`;
  const ofRates = sum(quote.rates.map(({ amount }) => amount));
  return ofRates === quote.tax ? undefined : `The rates sum to ${ofRates}, the tax is ${quote.tax}.`;
}
