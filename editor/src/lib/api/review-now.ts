import {
  type DocumentDifference,
  diffDocuments,
  type ModuleCatalogue,
  migrateDocument,
  type PageDocument,
  type PageStore,
  type PublishHistory,
} from '@vitrine/content';
import { documentVersion, type Review, type ReviewStore, type VersionStore } from '@vitrine/content/server';
import type { PersonFacts } from '../comments/comment-facts.ts';
import type { ReviewFacts, ReviewNow } from '../reviews/review-facts.ts';
import type { NamesOf } from './comment-answers.ts';
import { publishedBefore } from './published-before.ts';

export interface ReviewNowOptions {
  readonly reviews: Pick<ReviewStore, 'of' | 'rounds'>;
  readonly versions: Pick<VersionStore, 'list' | 'read'>;
  readonly pages: PageStore & PublishHistory;
  readonly modules: ModuleCatalogue;
  readonly namesOf: NamesOf;
}

/** What there is to tell about a document as it is now. What was approved is so until something of it changes. */
export async function reviewNow(document: PageDocument, options: ReviewNowOptions): Promise<ReviewNow> {
  const review = await options.reviews.of(document.id);
  const version = documentVersion(document);
  if (!review) return { version, changes: 0 };
  const changes = version === review.version ? 0 : await changesSince(review, document, options);
  if (review.state === 'approved' && changes > 0) return { version, changes };
  const [facts, ...earlier] = await reviewFacts(
    [review, ...(await options.reviews.rounds(document.id))],
    options.namesOf,
  );
  const live = await liveVersion(document.id, options);
  return {
    review: facts!,
    version,
    changes,
    ...(earlier.length > 0 && { earlier }),
    ...(live !== undefined && { live }),
  };
}

/** Reviews as they go over the wire, with the names of people. */
export async function reviewFacts(
  reviews: readonly Review[],
  namesOf: NamesOf,
): Promise<readonly ReviewFacts[]> {
  const people = reviews.flatMap(({ askedBy, whom, decided }) => [askedBy, whom, decided?.by]);
  const names = await namesOf([...new Set(people.filter((each) => each !== undefined))]);
  const person = (id: string): PersonFacts => ({ id, name: names[id] ?? 'somebody who left' });
  return reviews.flatMap(({ id, document, state, askedBy, askedAt, note, whom, kept, decided }) =>
    state === 'withdrawn'
      ? []
      : [
          {
            id,
            document,
            state,
            askedBy: person(askedBy),
            askedAt: askedAt.toISOString(),
            note,
            ...(whom !== undefined && { whom: person(whom) }),
            kept,
            ...(decided && {
              decided: { by: person(decided.by), at: decided.at.toISOString(), note: decided.note },
            }),
          },
        ],
  );
}

async function changesSince(
  { document: id, kept }: Review,
  now: PageDocument,
  { versions, modules }: ReviewNowOptions,
): Promise<number> {
  const stored = await versions.read(id, kept);
  if (!stored) return 1;
  // What modules became by themselves is nobody's change.
  const migrated = migrateDocument(stored, modules);
  return placesIn(diffDocuments(migrated.kind === 'migrated' ? migrated.document : stored, now));
}

/** Modules, and the page itself; what came or went with something else is part of that. */
function placesIn(differences: readonly DocumentDifference[]): number {
  const whole = new Set(
    differences.flatMap((each) => (each.kind === 'added' || each.kind === 'removed' ? [each.node] : [])),
  );
  const places = differences.flatMap((each) => {
    if (each.kind === 'meta') return [''];
    const place = each.kind === 'added' ? each.to : each.kind === 'removed' ? each.from : undefined;
    return place?.parent !== undefined && whole.has(place.parent) ? [] : [each.node];
  });
  return new Set(places).size;
}

async function liveVersion(id: string, options: ReviewNowOptions): Promise<number | undefined> {
  const [live] = await options.pages.published([id]);
  if (!live) return undefined;
  const kept = await options.versions.list(id);
  const isLive = (each: { readonly kind: string; readonly version: string }) =>
    each.kind === 'published' && each.version === live.version;
  return (kept.find(isLive) ?? (await publishedBefore(id, kept, options)).find(isLive))?.seq;
}
