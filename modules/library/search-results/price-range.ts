/** The bounds in `from-to`, minor units; either may be left out, `undefined` and nonsense have none. */
export function priceRange(price: string | undefined): { priceFrom?: number; priceTo?: number } {
  const [, from, to] = /^(\d*)-(\d*)$/.exec(price ?? '') ?? [];
  return {
    ...(from ? { priceFrom: Number(from) } : {}),
    ...(to ? { priceTo: Number(to) } : {}),
  };
}

/** Round steps that cut a range of prices into about four, as `from-to` values; none when there is little to cut. */
export function priceSteps(from: number, to: number): readonly string[] {
  const step = niceStep((to - from) / 4);
  if (step <= 0 || to - from < step) return [];
  const first = Math.ceil((from + 1) / step) * step;
  const bounds = Array.from({ length: 4 }, (_, at) => first + at * step).filter((bound) => bound < to);
  if (bounds.length === 0) return [];
  return [
    `-${bounds[0]}`,
    ...bounds.slice(1).map((bound, at) => `${bounds[at]}-${bound}`),
    `${bounds.at(-1)}-`,
  ];
}

// 1, 2, 2.5 and 5 times powers of ten, in minor units; never below one major unit of a two-digit currency.
function niceStep(least: number): number {
  if (!(least > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= least) ?? 10;
  return Math.max(100, Math.round(factor * power));
}
