import {
  createRegistry,
  defineHole,
  defineModule,
  type Fields,
  list,
  type ModuleProps,
  type ModuleRegistry,
  number,
  object,
  type RegisteredModule,
  type Slots,
  text,
} from '@vitrine/modules';
import { z } from 'zod';
import { getCartCount, getProduct, getShortLivedProduct, getVisitor } from './our-actions.ts';
import type { BenchType } from './page-data.ts';
import { parts } from './parts.tsx';

// The bench page's components as modules of ours. Views pass settings and data on to them and add nothing.

const words = text({ label: 'Words' });
const several = list({ label: 'Several', of: words });

const settings: Readonly<Record<BenchType, Fields>> = {
  'announcement-bar': { text: words },
  'top-bar': {
    menu: list({
      label: 'Menu',
      of: object({ label: 'Entry', fields: { label: words, children: several } }),
    }),
    cartCount: number({ label: 'Pieces in the cart', default: 2 }),
  },
  crumbs: { items: several },
  stage: { title: words, text: words, action: words, picture: words },
  'product-row': { title: words, ids: several },
  tile: { title: words, text: words, picture: words },
  prose: { heading: words, paragraphs: several, points: several },
  banner: { title: words, text: words, picture: words, action: words },
  questions: {
    title: words,
    entries: list({
      label: 'Entries',
      of: object({ label: 'Entry', fields: { question: words, answer: words } }),
    }),
  },
  opinions: {
    title: words,
    entries: list({
      label: 'Entries',
      of: object({
        label: 'Entry',
        fields: { who: words, stars: number({ label: 'Stars' }), text: words },
      }),
    }),
  },
  newsletter: { title: words, text: words, name: words },
  'site-map': {
    columns: list({
      label: 'Columns',
      of: object({ label: 'Column', fields: { title: words, links: several } }),
    }),
  },
  legal: { text: words, links: several },
};

const common = (id: string, config: Fields) => ({
  id,
  title: id,
  kind: 'section' as const,
  version: 1,
  config,
});
const inside = { label: 'Inside', allow: ['block', 'section'] };

const frame = defineModule({ ...common('frame', {}), slots: { content: inside } });
const Frame = ({ slots }: ModuleProps<typeof frame>) => <main>{slots.content}</main>;

/** Modules of the page that only show their settings. What is put into a slot stands in the setting's place. */
function plainModule(type: BenchType): RegisteredModule {
  const Part = parts[type];
  const slots: Slots = type === 'top-bar' || type === 'newsletter' ? { cartCount: inside, name: inside } : {};
  const module = defineModule({
    ...common(type, settings[type]),
    slots,
    // Lets a contender ask for a page of its own with each request.
    ...(type === 'crumbs' && { query: z.object({ visit: z.coerce.number().optional() }) }),
  });
  const view = ({ config, slots: filled }: ModuleProps<typeof module>) => <Part {...config} {...filled} />;
  return { module, view, css: '', presets: [] };
}

function productRow(id: string, action: typeof getProduct): RegisteredModule {
  const module = defineModule({
    ...common(id, settings['product-row']),
    data: ({ config, many }) => ({
      products: many(
        action,
        (config.ids as string[]).map((each) => ({ id: each })),
      ),
    }),
  });
  const Row = parts['product-row'];
  const view = ({ config, data }: ModuleProps<typeof module>) => (
    <Row title={config.title} products={data.products} />
  );
  return { module, view, css: '', presets: [] };
}

const cartCount = defineHole({
  ...common('cart-count', {}),
  data: ({ need }) => ({ pieces: need(getCartCount, {}) }),
});
const CartCount = ({ data }: ModuleProps<typeof cartCount>) => <>{data.pieces}</>;

const visitorName = defineHole({
  ...common('visitor-name', {}),
  data: ({ need }) => ({ visitor: need(getVisitor, {}) }),
});
const VisitorName = ({ data }: ModuleProps<typeof visitorName>) => <>{data.visitor.name}</>;

const topBarHole = defineHole({
  ...common('top-bar-hole', settings['top-bar']),
  data: ({ need }) => ({ visitor: need(getVisitor, {}) }),
});
const TopBarHole = ({ config, data }: ModuleProps<typeof topBarHole>) => {
  const TopBar = parts['top-bar'];
  return <TopBar menu={config.menu} cartCount={data.visitor.pieces} />;
};

const newsletterHole = defineHole({
  ...common('newsletter-hole', settings.newsletter),
  data: ({ need }) => ({ visitor: need(getVisitor, {}) }),
});
const NewsletterHole = ({ config, data }: ModuleProps<typeof newsletterHole>) => {
  const Newsletter = parts.newsletter;
  return <Newsletter title={config.title} text={config.text} name={data.visitor.name} />;
};

const productRowHole = defineHole({
  ...common('product-row-hole', settings['product-row']),
  data: ({ config, many }) => ({
    products: many(
      getProduct,
      (config.ids as string[]).map((id) => ({ id })),
    ),
  }),
});
const ProductRowHole = ({ config, data }: ModuleProps<typeof productRowHole>) => {
  const Row = parts['product-row'];
  return <Row title={config.title} products={data.products} />;
};

const plainTypes = (Object.keys(parts) as BenchType[]).filter((type) => type !== 'product-row');

export const benchRegistry: ModuleRegistry = createRegistry([
  ...plainTypes.map(plainModule),
  productRow('product-row', getProduct),
  productRow('short-lived-product-row', getShortLivedProduct as typeof getProduct),
  ...[
    { module: frame, view: Frame },
    { module: cartCount, view: CartCount },
    { module: visitorName, view: VisitorName },
    { module: topBarHole, view: TopBarHole },
    { module: productRowHole, view: ProductRowHole },
    { module: newsletterHole, view: NewsletterHole },
  ].map((each) => ({ ...each, css: '', presets: [] })),
]);
