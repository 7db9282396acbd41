import type { Review, ReviewStore } from '@vitrine/content/server';
import type { Rooms } from '../room/create-rooms.ts';

/** That somebody is asked for a review, or has an answer. */
export interface ReviewLetter {
  readonly person: string;
  readonly reason: 'asked' | 'approved' | 'returned' | 'published';
  readonly review: string;
  /** Who asks, or answered. */
  readonly by: string;
}

export interface ReviewNewsOptions {
  readonly reviews: Pick<ReviewStore, 'published' | 'claimLetter'>;
  readonly rooms: Pick<Rooms, 'tell'>;
  /** Default: no letters are sent. */
  readonly sendReviewLetter?: (letter: ReviewLetter) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/** Tells people what became of reviews. What happened has happened, whether or not they can be told: nothing rejects. */
export interface ReviewNews {
  changed(review: Review): Promise<void>;
  /** These went live. */
  published(documents: readonly string[]): Promise<void>;
}

export function createReviewNews(options: ReviewNewsOptions): ReviewNews {
  const { reviews, rooms, sendReviewLetter, onFault } = options;

  async function send(review: Review): Promise<void> {
    const letter = letterAbout(review);
    if (!sendReviewLetter || !letter || letter.person === letter.by) return;
    const isAsked = letter.reason === 'asked';
    const words = isAsked ? `asked ${letter.person}` : 'answered';
    if (await reviews.claimLetter(review.id, words, { mayRepeat: isAsked })) await sendReviewLetter(letter);
  }

  return {
    async changed(review) {
      await rooms.tell(review.document, { kind: 'review' }).catch(onFault);
      await send(review).catch(onFault);
    },
    async published(documents) {
      for (const id of documents) await rooms.tell(id, { kind: 'review' }).catch(onFault);
      const ended = await reviews.published(documents).catch((error: unknown) => {
        onFault(error);
        return [];
      });
      for (const review of ended) await send(review).catch(onFault);
    },
  };
}

function letterAbout(review: Review): ReviewLetter | undefined {
  const { id, state, askedBy, whom, decided, isPublished, isOver } = review;
  if (state === 'asked')
    return whom === undefined ? undefined : { person: whom, reason: 'asked', review: id, by: askedBy };
  if (state === 'withdrawn' || !decided || (isOver && !isPublished)) return undefined;
  return { person: askedBy, reason: isPublished ? 'published' : state, review: id, by: decided.by };
}
