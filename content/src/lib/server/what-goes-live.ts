import type { PageDocument } from '../page.ts';
import type { Release, ReleaseItem } from './release.ts';
import type { DecidedSince } from './release-store.ts';

/** What a release publishes, without what was decided by hand after it was planned. */
export interface GoesLive {
  /** Items whose own documents go live, in the order in which they were planned. */
  readonly publishing: readonly ReleaseItem[];
  /** By id. Of what several take along, the one that was planned last has the newest form. */
  readonly documents: ReadonlyMap<string, PageDocument>;
  /** Styles of themes. */
  readonly styles: readonly ReleaseItem[];
  /** Documents that stay as somebody left them, and styles. */
  readonly kept: readonly string[];
}

export function whatGoesLive({ items }: Pick<Release, 'items'>, decided: readonly DecidedSince[]): GoesLive {
  const isDecided = (item: string, document: string) =>
    decided.some((each) => each.item === item && each.document === document);
  // Who published a document by hand published, or left, all that it needs: what only it would take along stays too.
  const live = items.filter(({ action, document }) => action === 'publish' && !isDecided(document, document));
  const publishing = live.filter(({ kind }) => kind !== 'styles');
  const styles = live.filter(({ kind }) => kind === 'styles');
  const documents = new Map(
    publishing.flatMap((item) =>
      item.documents
        .filter(({ id }) => !isDecided(item.document, id))
        .map((each): [string, PageDocument] => [each.id, each]),
    ),
  );
  const kept = new Set(decided.map(({ document }) => document).filter((id) => !documents.has(id)));
  return { publishing, documents, styles, kept: [...kept] };
}
