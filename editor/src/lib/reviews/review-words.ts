import type { Session } from '../app/backend.ts';
import { dateAndTime, timeOfDay } from '../app/when.ts';
import type { ReviewFacts, ReviewNow } from './review-facts.ts';

type Person = Pick<Session, 'user' | 'capabilities'>;

/** Whether somebody is to answer. Who asked may publish without an answer. */
export function isToAnswer({ state, askedBy }: ReviewFacts, { user, capabilities }: Person): boolean {
  return state === 'asked' && capabilities.includes('content.publish') && askedBy.id !== user.id;
}

/** What there is to tell somebody: an open one to everybody, an answer to who asked, an approval also to who may publish. */
export function toldTo(
  review: ReviewFacts | undefined,
  { user, capabilities }: Person,
): ReviewFacts['state'] | undefined {
  if (!review) return undefined;
  const { state, askedBy } = review;
  const isTold =
    state === 'asked' ||
    askedBy.id === user.id ||
    (state === 'approved' && capabilities.includes('content.publish'));
  return isTold ? state : undefined;
}

/** The state of it in a sentence without an end. */
export function reviewSentence(review: ReviewFacts, person: Person, now = new Date()): string {
  const { state, askedBy, askedAt, whom, decided } = review;
  const { user } = person;
  if (state === 'approved') return `Approved by ${decided?.by.name}`;
  if (state === 'returned') return `Sent back by ${decided?.by.name}`;
  if (isToAnswer(review, person)) {
    const asked = whom && ` ${whom.id === user.id ? 'you' : whom.name}`;
    return `${askedBy.name} asks${asked ?? ''} for review`;
  }
  const by = askedBy.id === user.id ? 'you' : askedBy.name;
  return `In review since ${since(new Date(askedAt), now)}, asked by ${by}`;
}

/** `2 changes since`; `undefined` = none. */
export function changesWords(changes: number): string | undefined {
  if (changes === 0) return undefined;
  return changes === 1 ? '1 change since' : `${changes} changes since`;
}

/** What somebody should hear of when it was one thing and is another; `undefined` = nothing, or it was their own doing. */
export function newsOf(
  before: ReviewNow | undefined,
  { review }: ReviewNow,
  person: Person,
): string | undefined {
  if (!before || !review || toldTo(review, person) === undefined) return undefined;
  const known = before.review;
  if (known?.id === review.id && known.state === review.state && known.askedAt === review.askedAt)
    return undefined;
  const by = review.decided?.by ?? review.askedBy;
  return by.id === person.user.id ? undefined : `${reviewSentence(review, person)}.`;
}

/** `14:20` of today, else with its day. */
export function since(at: Date, now = new Date()): string {
  return at.toDateString() === now.toDateString() ? timeOfDay(at) : dateAndTime(at);
}
