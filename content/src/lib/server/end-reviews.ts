import type { Queryable } from '@vitrine/database';
import type { SeenReview } from './review.ts';

/** A document that goes live. */
export interface GoneLive {
  readonly id: string;
  /** Absent = what people work on now, whatever that is. */
  readonly form?: {
    readonly version: string;
    /** When that was chosen to go live. */
    readonly plannedAt?: Date;
  };
}

/**
 * What goes live is in review no longer: it counts as approved by whoever publishes it. A review of something newer than what goes live
 * stays; what is among `reviews` is not newer.
 */
export async function endReviews(
  on: Queryable,
  documents: readonly GoneLive[],
  { by, reviews = [] }: { readonly by: string; readonly reviews?: readonly SeenReview[] },
): Promise<void> {
  if (documents.length === 0) return;
  await on.execute(
    `update content_reviews review
     set state = case state when 'asked' then 'approved' else state end, is_published = state = 'asked', over_at = ${NOW},
       decided_at = coalesce(decided_at, ${NOW}), decided_by = coalesce(decided_by, $1)
     from unnest($2::text[], $3::text[], $4::timestamptz[]) as live (id, version, planned_at)
     where review.document_id = live.id and over_at is null
       and (live.version is null or live.version = review.version or live.planned_at >= asked_at
         or exists (
           select from unnest($5::text[], $6::timestamptz[]) as seen (id, asked_at)
           where seen.id = review.id and seen.asked_at = review.asked_at))`,
    [
      by,
      documents.map(({ id }) => id),
      documents.map(({ form }) => form?.version ?? null),
      documents.map(({ form }) => form?.plannedAt ?? null),
      reviews.map(({ id }) => id),
      reviews.map(({ askedAt }) => askedAt),
    ],
  );
}

/** What is thrown away is in review no longer. */
export async function withdrawReviews(on: Queryable, document: string, by: string): Promise<void> {
  await on.execute(
    `update content_reviews
     set state = case state when 'asked' then 'withdrawn' else state end, over_at = ${NOW},
       decided_at = coalesce(decided_at, ${NOW}), decided_by = coalesce(decided_by, $2)
     where document_id = $1 and over_at is null`,
    [document, by],
  );
}

// Clocks of processes and of the database differ a little.
const NOW = 'greatest(now(), asked_at)';
