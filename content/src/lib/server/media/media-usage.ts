import type { Queryable } from '@vitrine/database';
import { canonicalText } from '../../canonical.ts';
import type { Json, PageDocument } from '../../page.ts';
import { walk } from '../../walk.ts';
import type { ContentTables } from '../content.tables.ts';

/** A document as usage looks at it. */
export interface UsingDocument {
  readonly document: PageDocument;
  readonly state: 'published' | 'draft';
}

/** Where an asset is used. */
export interface MediaUse {
  readonly document: {
    readonly id: string;
    readonly name: string;
    /** A product is no document; it is told like one. */
    readonly kind: PageDocument['kind'] | 'product';
  };
  readonly state: UsingDocument['state'];
  /** Module instances, with the settings that name it; settings of the document itself stand without an instance. */
  readonly places: readonly {
    readonly node?: string;
    readonly module?: string;
    readonly keys: readonly string[];
  }[];
}

export interface MediaUsage {
  /** Every document that uses it, published forms and drafts, and every product. */
  of(src: string): Promise<readonly MediaUse[]>;
}

/** A product whose pictures are of the library. */
export interface UsingProduct {
  readonly id: string;
  readonly name: string;
  readonly published: boolean;
}

/** Looks for assets in documents by their `src`. `documents` gives all that may name it; more is no fault. */
export function createMediaUsage({
  documents,
  products = async () => [],
}: {
  readonly documents: (src: string) => Promise<readonly UsingDocument[]>;
  /** Exactly those that show it. Default none. */
  readonly products?: (src: string) => Promise<readonly UsingProduct[]>;
}): MediaUsage {
  return {
    async of(src) {
      const all = await documents(src);
      const inDocuments = all.flatMap(({ document, state }) => {
        const places = canonicalText(document).includes(src) ? placesIn(document, src) : [];
        const { id, name, kind } = document;
        return places.length > 0 ? [{ document: { id, name, kind }, state, places }] : [];
      });
      const inProducts = (await products(src)).map(({ id, name, published }) => ({
        document: { id, name, kind: 'product' as const },
        state: published ? ('published' as const) : ('draft' as const),
        places: [{ keys: ['media'] }],
      }));
      return [...inDocuments, ...inProducts];
    },
  };
}

/** Published documents that name it. */
export async function publishedUsing(database: Queryable, src: string): Promise<readonly UsingDocument[]> {
  const rows = await database
    .tables<ContentTables>()
    .selectFrom('content_documents')
    .select('body')
    .where('body', 'like', `%${src.replaceAll(/[\\%_]/g, '\\$&')}%`)
    .execute();
  return rows.map(({ body }) => ({ document: JSON.parse(body) as PageDocument, state: 'published' }));
}

function placesIn(document: PageDocument, src: string): MediaUse['places'] {
  const own = keysNaming(document.seo, src).map((key) => `seo.${key}`);
  const nodes = [...walk(document.nodes)].flatMap(({ node }) => {
    const keys = keysNaming(node.props, src);
    return keys.length > 0 ? [{ node: node.id, module: node.type, keys }] : [];
  });
  return own.length > 0 ? [{ keys: own }, ...nodes] : nodes;
}

function keysNaming(props: PageDocument['seo'], src: string): string[] {
  return Object.entries(props).flatMap(([key, value]) => (names(value, src) ? [key] : []));
}

// Ids are in it, so that no other text holds it by chance; a text of an author may hold its address.
function names(value: Json, src: string): boolean {
  if (typeof value === 'string') return value.includes(src);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => names(each as Json, src));
}
