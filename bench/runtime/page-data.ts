/**
 * The bench page: 40 modules, 24 product cards, about 1,500 elements and 70 kB of HTML. The same data goes to every
 * contender. Made by a seeded generator, so that two runs serve the same bytes.
 */
export interface BenchProduct {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly brand: string;
  readonly price: number;
  readonly was: number | null;
  readonly rating: number;
  readonly badge: string | null;
  readonly swatches: readonly string[];
  readonly stock: number;
}

export interface BenchModule {
  readonly id: string;
  readonly type: BenchType;
  readonly props: Readonly<Record<string, unknown>>;
}

export type BenchType =
  | 'announcement-bar'
  | 'top-bar'
  | 'crumbs'
  | 'stage'
  | 'product-row'
  | 'tile'
  | 'prose'
  | 'banner'
  | 'questions'
  | 'opinions'
  | 'newsletter'
  | 'site-map'
  | 'legal';

const vocabulary =
  'stoneware linen harbour lantern woven oak brass glazed winter folded salted copper quiet tidal felt enamel cedar plain rope slate driftwood morning candle wide narrow heavy soft northern'.split(
    ' ',
  );

export interface BenchPage {
  readonly modules: readonly BenchModule[];
  readonly products: readonly BenchProduct[];
}

export function benchPage(): BenchPage {
  const next = generator(20_261_123);
  const below = (limit: number) => Math.floor(next() * limit);
  const words = (count: number) =>
    Array.from({ length: count }, () => vocabulary[below(vocabulary.length)]).join(' ');
  const times = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));

  const products = times(
    24,
    (index): BenchProduct => ({
      id: `p${1000 + index}`,
      slug: `${words(2).replaceAll(' ', '-')}-${index}`,
      name: `${words(3)} & friends ${index}`,
      brand: words(1),
      price: 2990 + below(20_000),
      was: next() > 0.5 ? 25_990 : null,
      rating: below(6),
      badge: next() > 0.6 ? 'New' : null,
      swatches: ['#1d2526', '#a5482e', '#3c6e57', '#37588a'],
      stock: below(40),
    }),
  );
  const modules: BenchModule[] = [];
  const add = (type: BenchType, props: Record<string, unknown>) =>
    modules.push({ id: `m${modules.length}`, type, props });

  add('announcement-bar', { text: words(8) });
  add('top-bar', { menu: times(8, () => ({ label: words(1), children: times(5, () => words(2)) })) });
  add('crumbs', { items: [words(1), words(1), words(2)] });
  add('stage', { title: words(4), text: words(18), action: words(2), picture: '/media/stage' });
  for (let row = 0; row < 6; row++) {
    add('product-row', {
      title: words(2),
      ids: products.slice(row * 4, row * 4 + 4).map((product) => product.id),
    });
  }
  for (let index = 0; index < 8; index++)
    add('tile', { title: words(2), text: words(10), picture: `/media/tile${index}` });
  for (let index = 0; index < 6; index++) {
    add('prose', {
      heading: words(4),
      paragraphs: [words(30), words(28), words(26)],
      points: [4, 5, 4, 6, 3, 5].map((count) => words(count)),
    });
  }
  for (let index = 0; index < 6; index++) {
    add('banner', { title: words(3), text: words(12), picture: `/media/banner${index}`, action: words(2) });
  }
  for (let index = 0; index < 4; index++) {
    add('questions', {
      title: words(2),
      entries: times(5, () => ({ question: words(7), answer: words(20) })),
    });
  }
  for (let index = 0; index < 3; index++) {
    add('opinions', {
      title: words(2),
      entries: times(5, () => ({ who: words(1), stars: below(6), text: words(22) })),
    });
  }
  add('newsletter', { title: words(4), text: words(12) });
  add('site-map', { columns: times(5, () => ({ title: words(1), links: times(7, () => words(2)) })) });
  add('legal', { text: words(40), links: [words(1), words(1), words(2), words(1)] });
  return { modules, products };
}

// Mulberry32.
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
