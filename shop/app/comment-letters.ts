import { type CommerceEngine, staffMail } from '@vitrine/commerce-engine';
import type { CommentStore } from '@vitrine/content/server';
import type { CommentLetter } from '@vitrine/editor/server';
import type { Platform } from '../platform.ts';

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

/** Queues letters to who is mentioned in a comment or is to see to it. What is settled when a letter is written is not told any more. */
export function openCommentLetters({ engine, platform, comments, publicUrl }: CommentLettersOptions) {
  engine.mail.define(KIND, async (reference) => {
    const { person, thread: id, by, reason } = letterIn(reference);
    const [thread, staff] = await Promise.all([comments.find(id), engine.identity.staff(asked)]);
    const reader = staff.find((each) => each.id === person && each.state === 'active');
    const document = thread && !thread.resolved ? await platform.rooms.document(thread.document) : undefined;
    if (!thread || !document || !reader) return undefined;
    const name = staff.find((each) => each.id === by)?.name ?? 'Somebody';
    const about = thread.messages.findLast(
      ({ author, mentions }) => author === by && mentions.includes(person),
    );
    const { words } = about ?? thread.messages[0]!;
    const title =
      reason === 'task'
        ? `${name} asks you to see to a comment on “${document.name}”`
        : `${name} mentioned you on “${document.name}”`;
    return staffMail({
      to: reader.email,
      subject: title,
      title: `${title}.`,
      quote: words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words,
      link: `${publicUrl}/editor/${encodeURIComponent(document.id)}?comment=${encodeURIComponent(id)}`,
      button: 'Open the comment',
      end: 'You get this because you work on the pages of this shop.',
    });
  });

  return (letter: CommentLetter): Promise<void> =>
    platform.database.transaction((tx) =>
      engine.mail.inTransaction.queue(tx, { kind: KIND, reference: referenceOf(letter) }),
    );
}

// A reference is one line that no other letter has.
function referenceOf({ person, thread, by, reason }: CommentLetter): string {
  return JSON.stringify([reason, thread, person, by, new Date().toISOString()]);
}

function letterIn(reference: string): CommentLetter {
  const [reason, thread, person, by] = JSON.parse(reference) as [
    CommentLetter['reason'],
    string,
    string,
    string,
  ];
  return { reason, thread, person, by };
}
