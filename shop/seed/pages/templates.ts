import type { PageDocument } from '@vitrine/content';
import { instance, page } from './instance.ts';

const shipping = {
  title: 'Shipping & returns',
  'title@de': 'Versand & Rückgabe',
  body: '<p>Sent within two working days, in paper, never in plastic. You have thirty days to change your mind, online or in any of our shops.</p>',
  'body@de':
    '<p>In zwei Werktagen unterwegs, in Papier, nie in Plastik. Sie haben dreißig Tage, um es sich anders zu überlegen, online oder in jedem unserer Läden.</p>',
};

const mending = {
  title: 'Mending',
  'title@de': 'Reparatur',
  body: '<p>Handles, seams, buckles, wicks: write to us what broke. Most repairs cost nothing but the postage.</p>',
  'body@de':
    '<p>Henkel, Nähte, Schnallen, Dochte: Schreiben Sie uns, was kaputt ist. Die meisten Reparaturen kosten nichts außer dem Porto.</p>',
};

/** Compose every product, category, search and cart page, and what is shown when there is nothing to show. */
export const templates: readonly PageDocument[] = [
  {
    schema: 1,
    id: 'template-product',
    kind: 'template',
    composes: 'product',
    name: 'Product',
    seo: {},
    nodes: [
      instance(
        'top',
        'section',
        { room: 'narrow' },
        {
          content: [
            instance('crumbs', 'breadcrumb'),
            instance(
              'halves',
              'columns',
              { split: 'wide-first', align: 'start', sticky: true },
              {
                first: [instance('gallery', 'media-gallery')],
                second: [
                  instance('buy', 'buy-box'),
                  instance('wish', 'wish-button'),
                  instance('details', 'product-details', { more: [shipping, mending] }),
                ],
              },
            ),
          ],
        },
      ),
      instance('related', 'product-collection', {
        title: 'Goes well with it',
        'title@de': 'Passt gut dazu',
        source: 'related',
        limit: 4,
      }),
      instance('together', 'product-collection', {
        title: 'Often bought together',
        'title@de': 'Oft zusammen gekauft',
        source: 'bought-together',
        limit: 4,
        least: 3,
      }),
      instance('viewed', 'product-collection', { source: 'viewed', limit: 10, layout: 'row' }),
    ],
  },
  {
    schema: 1,
    id: 'template-category',
    kind: 'template',
    composes: 'category',
    name: 'Category',
    seo: {},
    nodes: [
      instance('top', 'section', { room: 'narrow' }, { content: [instance('crumbs', 'breadcrumb')] }),
      instance('list', 'search-results', { pageSize: 24 }),
    ],
  },
  {
    schema: 1,
    id: 'template-search',
    kind: 'template',
    composes: 'search',
    name: 'Search',
    seo: { title: 'Search – Ostrand', 'title@de': 'Suche – Ostrand', robots: 'noindex' },
    nodes: [instance('list', 'search-results', { pageSize: 24 })],
  },
  {
    schema: 1,
    id: 'template-cart',
    kind: 'template',
    composes: 'cart',
    name: 'Cart',
    seo: { title: 'Your cart – Ostrand', 'title@de': 'Ihr Warenkorb – Ostrand', robots: 'noindex' },
    nodes: [
      instance('cart', 'cart', {
        shopLink: page('/'),
        checkout: page('/checkout'),
        note: 'Mended for free as long as we are here.',
        'note@de': 'Kostenlos repariert, solange es uns gibt.',
      }),
      instance('more', 'product-collection', {
        title: 'Most taken home',
        'title@de': 'Am häufigsten mitgenommen',
        source: 'best-selling',
        limit: 4,
      }),
    ],
  },
  {
    schema: 1,
    id: 'template-not-found',
    kind: 'template',
    composes: 'not-found',
    name: 'Not found',
    seo: { title: 'Not here – Ostrand', 'title@de': 'Nicht hier – Ostrand', robots: 'noindex' },
    nodes: [
      instance('hero', 'hero', {
        eyebrow: 'Nothing at this address',
        'eyebrow@de': 'Unter dieser Adresse ist nichts',
        title: 'Washed away',
        'title@de': 'Fortgespült',
        text: 'The page you were looking for is not here, or not here any more. The coast is still where it was.',
        'text@de':
          'Die Seite, die Sie suchten, ist nicht hier oder nicht mehr hier. Die Küste ist noch, wo sie war.',
        image: {
          src: 'demo/scene-headland.svg',
          alt: '',
          width: 2000,
          height: 1125,
          focalPoint: { x: 0.74, y: 0.5 },
        },
        layout: 'split',
        link: page('/'),
        linkLabel: 'Back to the shop',
        'linkLabel@de': 'Zurück zum Shop',
      }),
      instance('new', 'product-collection', {
        title: 'While you are here',
        'title@de': 'Wenn Sie schon einmal hier sind',
        products: { kind: 'newest' },
        limit: 4,
      }),
    ],
  },
  {
    schema: 1,
    id: 'template-error',
    kind: 'template',
    composes: 'error',
    name: 'Error',
    seo: { title: 'Something broke – Ostrand', 'title@de': 'Etwas ist kaputt – Ostrand', robots: 'noindex' },
    nodes: [
      instance('hero', 'hero', {
        title: 'Something broke, and it was us',
        'title@de': 'Etwas ist kaputt, und es liegt an uns',
        text: 'We have been told and are looking for the glue. Please try again in a moment; your cart is safe.',
        'text@de':
          'Wir wissen Bescheid und suchen den Kleber. Bitte versuchen Sie es gleich noch einmal; Ihr Warenkorb ist sicher.',
        layout: 'stacked',
        link: page('/'),
        linkLabel: 'Back to the shop',
        'linkLabel@de': 'Zurück zum Shop',
      }),
    ],
  },
];
