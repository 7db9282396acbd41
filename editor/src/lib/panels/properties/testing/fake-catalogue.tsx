import type { FieldTools, ProductHit, RichTextProps } from '../../../fields/field-tools.tsx';

const drawing = (colour: string, words = '') =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"><rect width="320" height="200" fill="${colour}"/><circle cx="210" cy="80" r="46" fill="#fff" opacity=".55"/><path d="M0 170 90 95l70 55 60-40 100 90H0z" fill="#000" opacity=".25"/><text x="12" y="28" font-size="18">${words}</text></svg>`,
  )}`;

const products: readonly ProductHit[] = [
  ['p1', 'harbour-lamp', 'Harbour lamp', '#c98a4b', '€ 129.00'],
  ['p2', 'oak-bench', 'Oak bench', '#8c6a4a', '€ 349.00'],
  ['p3', 'wool-throw', 'Wool throw', '#7f8fa9', '€ 79.00'],
  ['p4', 'stone-vase', 'Stone vase with a very long name that does not fit', '#9b9b8f', '€ 45.00'],
  ['p5', 'linen-curtain', 'Linen curtain', '#d8cbb0', '€ 59.00'],
].map(([id, slug, title, colour, price]) => ({
  id: id!,
  slug: slug!,
  title: title!,
  image: drawing(colour!),
  price,
}));

const categories = [
  { slug: 'living', title: 'Living', trail: 'Home' },
  { slug: 'lamps', title: 'Lamps', trail: 'Home / Living' },
  { slug: 'textiles', title: 'Textiles', trail: 'Home / Living', image: drawing('#7f8fa9') },
];

const pages = [
  { path: '/', title: 'Home' },
  { path: '/about', title: 'About us' },
  { path: '/stores', title: 'Our stores' },
];

const has = (words: readonly (string | undefined)[], q: string) =>
  words.some((each) => each?.toLowerCase().includes(q.toLowerCase()));

export interface BenchState {
  /** Makes the catalogue unreachable. */
  fails: boolean;
  /** How often fields with a picture or formatted text were rendered. */
  renders: number;
}

/** A catalogue with few things in it. */
export function fakeCatalogue(state: BenchState): FieldTools {
  const answer = async <T,>(value: T, signal?: AbortSignal): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    signal?.throwIfAborted();
    if (state.fails) throw new Error('The catalogue is away.');
    return value;
  };
  return {
    locale: 'en',
    searchProducts: (q, signal) =>
      answer(
        products.filter(({ title, slug }) => has([title, slug], q)),
        signal,
      ),
    productsByIds: (ids) => answer(products.filter(({ id }) => ids.includes(id))),
    searchCategories: (q, signal) =>
      answer(
        categories.filter(({ title, slug }) => has([title, slug], q)),
        signal,
      ),
    searchPages: (q, signal) =>
      answer(
        pages.filter(({ title, path }) => has([title, path], q)),
        signal,
      ),
    pickMedia: () => answer({ src: 'pages/picked.svg', alt: 'A picked picture', width: 320, height: 200 }),
    imageAddress: (src) => {
      state.renders++;
      return drawing('#6d8f8a', src);
    },
    colourTokens: [
      ['ground', 'Ground', '#faf7f1'],
      ['raised', 'Raised', '#fffdf9'],
      ['sunken', 'Sunken', '#f1ebe0'],
      ['ink', 'Ink', '#1e2320'],
      ['ink-soft', 'Soft ink', '#5a5f59'],
      ['accent', 'Accent', '#1d5c56'],
      ['accent-soft', 'Soft accent', '#dce9e4'],
      ['sale', 'Sale', '#9e3a24'],
      ['deep', 'Deep', '#173f3b'],
    ].map(([token, label, value]) => ({ token: `colour.${token}`, label: label!, value: value! })),
    RichText: function FakeRichText({ page, id, path, label }: RichTextProps) {
      state.renders++;
      const [key = ''] = path.split('/');
      const words = String(page.props(id)[key] ?? '').replace(/<[^>]*>/g, '');
      return <textarea aria-label={label} style={{ width: '100%', fontSize: 12 }} defaultValue={words} />;
    },
  };
}
