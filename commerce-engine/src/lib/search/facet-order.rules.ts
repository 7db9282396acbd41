/** A value of a facet, as far as its place in the list depends on it. */
export interface FacetPlace {
  readonly facet: string;
  /** Unique in its facet. */
  readonly value: string;
  readonly label: string;
  /** Among the values as products or categories declare them. */
  readonly position: number;
  readonly count: number;
  readonly swatch: string | null;
}

/**
 * The order of a facet's values, total for values of one facet: sizes in letters from small to large, then numbers from low to
 * high, then the rest in the order products declare it, by count and by label. Colours and brands have no order of their own:
 * by count and by label.
 */
export function facetOrder(locale: string): (a: FacetPlace, b: FacetPlace) => number {
  const collator = new Intl.Collator(locale);
  return (a, b) => {
    const [left, right] = [measureOf(a), measureOf(b)];
    return (
      left.scale - right.scale ||
      left.from - right.from ||
      left.to - right.to ||
      placeOf(a) - placeOf(b) ||
      b.count - a.count ||
      collator.compare(a.label, b.label) ||
      (a.value < b.value ? -1 : a.value > b.value ? 1 : 0)
    );
  };
}

function placeOf({ position, swatch }: FacetPlace): number {
  return swatch === null ? position : 0;
}

interface Measure {
  readonly scale: number;
  readonly from: number;
  readonly to: number;
}

const NO_MEASURE: Measure = { scale: 2, from: 0, to: 0 };
const NAMES = new Set(['category', 'brand', 'tag', 'availability', 'offer']);

function measureOf({ facet, label }: FacetPlace): Measure {
  if (NAMES.has(facet)) return NO_MEASURE;
  const text = label.trim().toLowerCase();
  return letterSizes(text) ?? amounts(text) ?? NO_MEASURE;
}

/** `S/M` lies between its ends. */
function letterSizes(text: string): Measure | undefined {
  const ends = text.split(/\s*[/–]\s*/).map(letterSize);
  const [from, to = from] = ends;
  return from === undefined || to === undefined || ends.length > 2 ? undefined : { scale: 0, from, to };
}

/** `XS` → -2, `S` → -1, `M` → 0, `L` → 1, `XXL`, `2XL` and `extra extra large` → 3. */
function letterSize(part: string): number | undefined {
  const short = part
    .replace(/extra[ -]?/g, 'x')
    .replace(/^(x+)[ -]/, '$1')
    .replace(/small$|klein$/, 's')
    .replace(/medium$|mittel$/, 'm')
    .replace(/large$|groß$/, 'l');
  const [, times = '', extra = '', letter] = /^([2-9]?)(x{0,6})([sml])$/.exec(short) ?? [];
  if (letter === undefined || (times !== '' && extra !== 'x')) return undefined;
  const steps = times === '' ? extra.length : Number(times);
  if (letter === 'm') return steps === 0 ? 0 : undefined;
  return letter === 's' ? -1 - steps : 1 + steps;
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  mm: 0.001,
  cm: 0.01,
  m: 1,
  ml: 0.001,
  cl: 0.01,
  l: 1,
  g: 0.001,
  kg: 1,
};

/** `1,5 l`, `500 ml`, `42`, `36–39` and `60 × 40 cm`: by the first number, then the second. */
function amounts(text: string): Measure | undefined {
  const [, first, second = first, unit = ''] = AMOUNTS.exec(text) ?? [];
  const factor = UNITS[unit];
  if (first === undefined || second === undefined || factor === undefined) return undefined;
  return {
    scale: 1,
    from: Number(first.replace(',', '.')) * factor,
    to: Number(second.replace(',', '.')) * factor,
  };
}

const AMOUNTS = /^(\d{1,9}(?:[.,]\d{1,6})?)(?:\s*[-/–×x]\s*(\d{1,9}(?:[.,]\d{1,6})?))?\s*([a-z]{0,2})$/;
