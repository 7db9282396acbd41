import { type CommerceEngine, staffMail } from '@vitrine/commerce-engine';
import type { Review, ReviewStore } from '@vitrine/content/server';
import type { ReviewLetter } from '@vitrine/editor/server';
import type { Platform } from '../platform.ts';
import { editorPeople } from './editor-people.ts';
import { letterOf, referenceOf } from './letter-reference.ts';

const KIND = 'review';
const asked = { kind: 'system' as const, reason: 'letters about reviews' };

export interface ReviewLettersOptions {
  readonly engine: Pick<CommerceEngine, 'mail' | 'identity'>;
  readonly platform: Pick<Platform, 'rooms'>;
  readonly reviews: Pick<ReviewStore, 'find'>;
  /** Where the shop is reached from outside. */
  readonly publicUrl: string;
}

/** Says how letters are written to who is asked for a review and to who has an answer. What is not so any more then is not told. */
export function writeReviewLetters({ engine, platform, reviews, publicUrl }: ReviewLettersOptions): void {
  const mayRead = editorPeople(engine.identity);
  engine.mail.define(KIND, async (reference) => {
    const { person, about: id, by, reason } = letterOf<ReviewLetter['reason']>(reference);
    const [review, staff, readers] = await Promise.all([
      reviews.find(id),
      engine.identity.staff(asked),
      mayRead(),
    ]);
    const reader = staff.find((each) => each.id === person && each.state === 'active');
    if (!review || !isStillSo(review, { person, reason, by }) || !reader) return undefined;
    if (!readers.some((each) => each.id === person)) return undefined;
    const document = await platform.rooms.document(review.document);
    if (!document) return undefined;
    const name = staff.find((each) => each.id === by)?.name ?? 'Somebody';
    const title = titles[reason](name, `“${document.name}”`);
    const note = reason === 'asked' ? review.note : (review.decided?.note ?? '');
    return staffMail({
      to: reader.email,
      subject: title,
      title: `${title}.`,
      ...(note !== '' && { quote: note }),
      link: `${publicUrl}/editor/${encodeURIComponent(document.id)}`,
      button: 'Open the page',
      end: 'You get this because you work on the pages of this shop.',
    });
  });
}

/** Queues letters, which `writeReviewLetters` says how to write. */
export function queueReviewLetters(engine: Pick<CommerceEngine, 'mail'>, database: Platform['database']) {
  return (letter: ReviewLetter): Promise<void> =>
    database.transaction((tx) =>
      engine.mail.inTransaction.queue(tx, {
        kind: KIND,
        reference: referenceOf({ ...letter, about: letter.review }),
      }),
    );
}

const titles: Readonly<Record<ReviewLetter['reason'], (name: string, page: string) => string>> = {
  asked: (name, page) => `${name} asks you to review ${page}`,
  approved: (name, page) => `${name} approved ${page}`,
  returned: (name, page) => `${name} sent ${page} back`,
  published: (name, page) => `${name} published ${page}, which you asked to have reviewed`,
};

function isStillSo(
  { state, whom, askedBy, decided }: Review,
  { person, reason, by }: Pick<ReviewLetter, 'person' | 'reason' | 'by'>,
): boolean {
  if (reason === 'asked') return state === 'asked' && whom === person && askedBy === by;
  const answer = reason === 'returned' ? 'returned' : 'approved';
  return state === answer && askedBy === person && decided?.by === by;
}
