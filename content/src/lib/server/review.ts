/**
 * - `asked`: somebody waits for an answer. - `approved`: it may go live, or went live. - `returned`: its author is to mend something.
 * - `withdrawn`: nobody needs an answer any more.
 */
export type ReviewState = 'asked' | 'approved' | 'returned' | 'withdrawn';

/** That somebody asks whether a document may go live, and what became of it. */
export interface Review {
  readonly id: string;
  readonly document: string;
  readonly state: ReviewState;
  /** An actor id: who asked last. */
  readonly askedBy: string;
  readonly askedAt: Date;
  /** Plain text; may be empty. */
  readonly note: string;
  /** An actor id; absent = anybody who may publish. */
  readonly whom?: string;
  /** Of the document as it was when it was asked, or approved. */
  readonly version: string;
  /** Under which number that form is kept (`VersionStore`). */
  readonly kept: number;
  /** Who answered, or withdrew it. */
  readonly decided?: { readonly by: string; readonly at: Date; readonly note: string };
  /** The answer was that the document went live. */
  readonly isPublished: boolean;
  /** Nobody is told of it any more. */
  readonly isOver: boolean;
}

/** A review as it was read: asked again, it is another one. */
export type SeenReview = Pick<Review, 'id' | 'askedAt'>;

export type NewReview = Pick<Review, 'document' | 'askedBy' | 'note' | 'whom' | 'version' | 'kept'>;

export interface ReviewDecision extends Pick<Review, 'version' | 'kept'> {
  readonly state: 'approved' | 'returned';
  readonly by: string;
  readonly note: string;
}
