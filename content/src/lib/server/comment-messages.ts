import type { Transaction } from '@vitrine/database';
import type { CommentMessage, CommentThread, NewComment } from './comment.ts';

/** A message that is there already, from the same author. */
export function sentBefore(
  { messages }: CommentThread,
  { id, author }: NewComment,
): CommentMessage | undefined {
  return messages.find((each) => each.id === id && each.author === author);
}

/**
 * Its author may not have heard that it had come, and have gone on writing before it was sent again: then it says what was written last.
 * Not when it was edited or deleted since, which whoever sends it has not seen.
 */
export async function sendAgain(
  tx: Transaction,
  before: CommentMessage,
  { id, words, mentions }: NewComment,
  at: Date,
): Promise<'known' | 'stale' | 'changed'> {
  if (!before.isDeleted && before.words === words) return 'known';
  if (before.isDeleted || before.revision > 1) return 'stale';
  await rewrite(tx, id, { words, mentions }, at);
  return 'changed';
}

/** An edit. */
export async function rewrite(
  tx: Transaction,
  id: string,
  { words, mentions }: Pick<NewComment, 'words' | 'mentions'>,
  at: Date,
): Promise<void> {
  await tx.execute(
    `update content_comments
     set words = $2, mentions = $3::jsonb, edited_at = $4, revision = revision + 1 where id = $1`,
    [id, words, JSON.stringify(mentions), at],
  );
}

/** Whether there is a message with this id. */
export async function isTaken(tx: Transaction, id: string): Promise<boolean> {
  const { rows } = await tx.execute('select 1 from content_comments where id = $1', [id]);
  return rows.length > 0;
}

/** @returns `false` = its id is taken. */
export async function write(
  tx: Transaction,
  thread: string,
  message: NewComment,
  at: Date,
): Promise<boolean> {
  const { id, author, words, mentions } = message;
  const { rows } = await tx.execute(
    `insert into content_comments (id, thread_id, author, words, mentions, written_at)
     values ($1, $2, $3, $4, $5::jsonb, $6) on conflict (id) do nothing returning id`,
    [id, thread, author, words, JSON.stringify(mentions), at],
  );
  return rows.length > 0;
}
