import { gzipSync } from 'node:zlib';
import { renderToString } from 'react-dom/server';
import { type Contender, sendPage } from './contender.ts';
import { type BenchModule, benchPage } from './page-data.ts';
import { parts } from './parts.tsx';

const head =
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><meta name="viewport" content="width=device-width"></head><body>';
const tail = '</body></html>';

const page = benchPage();
const byId = new Map(page.products.map((product) => [product.id, product]));

/** The props of a module with its data filled in, as the plain contenders pass them. */
export function filledProps({ type, props }: BenchModule): Record<string, unknown> {
  if (type === 'product-row') {
    return { ...props, products: (props.ids as string[]).map((id) => byId.get(id)) };
  }
  if (type === 'top-bar') return { ...props, cartCount: 2 };
  if (type === 'newsletter') return { ...props, name: '' };
  return { ...props };
}

function reactPage(): string {
  const tree = (
    <main>
      {page.modules.map((module) => {
        const Part = parts[module.type];
        return <Part key={module.id} {...filledProps(module)} />;
      })}
    </main>
  );
  return head + renderToString(tree) + tail;
}

/** Wraps a contender's own markup into the common document. */
export function inDocument(html: string): string {
  return head + html + tail;
}

const constant = Buffer.from(reactPage());
const zipped = gzipSync(constant, { level: 9 });

export const plainContenders: readonly Contender[] = [
  {
    id: 'constant',
    note: 'constant Buffer of the page, node:http',
    gzip: false,
    start: async () => ({ listener: (_, response) => sendPage(response, constant) }),
  },
  {
    id: 'constant-gzip',
    note: 'constant pre-gzipped Buffer, node:http',
    gzip: true,
    start: async () => ({
      listener: (_, response) => sendPage(response, zipped, { 'content-encoding': 'gzip' }),
    }),
  },
  {
    id: 'react',
    note: 'bare React renderToString, node:http',
    gzip: false,
    start: async () => ({ listener: (_, response) => sendPage(response, Buffer.from(reactPage())) }),
  },
  {
    id: 'react-gzip',
    note: 'bare React renderToString, compressed per request at level 6',
    gzip: true,
    start: async () => ({
      listener: (_, response) =>
        sendPage(response, gzipSync(reactPage(), { level: 6 }), { 'content-encoding': 'gzip' }),
    }),
  },
  {
    id: 'gzip-middleware',
    note: 'cached page, compressed per request at level 6, as a compressing middleware does',
    gzip: true,
    start: async () => ({
      listener: (_, response) =>
        sendPage(response, gzipSync(constant, { level: 6 }), { 'content-encoding': 'gzip' }),
    }),
  },
];
