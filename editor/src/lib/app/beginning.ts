import { ask, type Catalogue, type Session, type Shop } from './backend.ts';
import { Documents } from './documents.ts';

/** What the editor asks first. */
export interface Beginning {
  readonly documents: Documents;
  readonly shop: Promise<Shop>;
  /** The same, when it has come. */
  come?: Shop;
}

/** Asks for what nothing can be shown without, and where the page is shown, before the page itself has come. */
export function begin(documents = new Documents()): Beginning {
  void documents.begin();
  const asked = Promise.all([ask<Session>('session'), ask<Catalogue>('catalogue')]);
  const beginning: Beginning = {
    documents,
    shop: asked.then(([session, catalogue]) => {
      beginning.come = { session, catalogue };
      return beginning.come;
    }),
  };
  return beginning;
}
