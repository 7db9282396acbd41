import { type CommerceEngine, staffMail } from '@vitrine/commerce-engine';
import type { CommentStore } from '@vitrine/content/server';
import type { CommentLetter } from '@vitrine/editor/server';
import type { Platform } from '../platform.ts';
import { editorPeople } from './editor-people.ts';
import { letterOf, referenceOf } from './letter-reference.ts';

const KIND = 'comment';
/** Characters of what was said that a letter repeats. */
const LONGEST = 600;
const asked = { kind: 'system' as const, reason: 'letters about comments' };

export interface CommentLettersOptions {
  readonly engine: Pick<CommerceEngine, 'mail' | 'identity'>;
  readonly platform: Pick<Platform, 'database' | 'rooms'>;
  readonly comments: Pick<CommentStore, 'find'>;
  /** Where the shop is reached from outside. */
  readonly publicUrl: string;
}

/** Queues letters to who is mentioned in a comment or is to see to it. What is settled or taken back when a letter is written is not told any more. */
export function openCommentLetters({ engine, platform, comments, publicUrl }: CommentLettersOptions) {
  const mayRead = editorPeople(engine.identity);
  engine.mail.define(KIND, async (reference) => {
    const { person, about: id, by, reason } = letterOf<CommentLetter['reason']>(reference);
    const [thread, staff, readers] = await Promise.all([
      comments.find(id),
      engine.identity.staff(asked),
      mayRead(),
    ]);
    const reader = staff.find((each) => each.id === person && each.state === 'active');
    if (!thread || thread.resolved || !reader || !readers.some((each) => each.id === person))
      return undefined;
    const about = thread.messages.findLast(
      ({ author, mentions }) => author === by && mentions.includes(person),
    );
    const isMeant = reason === 'task' ? thread.assignee === person : about !== undefined;
    const document = isMeant ? await platform.rooms.document(thread.document) : undefined;
    if (!document) return undefined;
    const name = staff.find((each) => each.id === by)?.name ?? 'Somebody';
    const letters = [...(about ?? thread.messages[0]!).words];
    const title =
      reason === 'task'
        ? `${name} asks you to see to a comment on “${document.name}”`
        : `${name} mentioned you on “${document.name}”`;
    return staffMail({
      to: reader.email,
      subject: title,
      title: `${title}.`,
      quote: letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')} …` : letters.join(''),
      link: `${publicUrl}/editor/${encodeURIComponent(document.id)}?comment=${encodeURIComponent(id)}`,
      button: 'Open the comment',
      end: 'You get this because you work on the pages of this shop.',
    });
  });

  return (letter: CommentLetter): Promise<void> =>
    platform.database.transaction((tx) =>
      engine.mail.inTransaction.queue(tx, {
        kind: KIND,
        reference: referenceOf({ ...letter, about: letter.thread }),
      }),
    );
}
