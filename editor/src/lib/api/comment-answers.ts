import type { CommentChanged, CommentMessage, CommentThread } from '@vitrine/content/server';
import type { MessageFacts, PersonFacts, ThreadFacts } from '../comments/comment-facts.ts';
import { Refusal } from './refusal.ts';

export type NamesOf = (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;

/** Threads as they go over the wire, with the names of people. */
export async function threadFacts(
  threads: readonly CommentThread[],
  namesOf: NamesOf,
): Promise<readonly ThreadFacts[]> {
  const names = await namesOf([...new Set(threads.flatMap(peopleIn))]);
  const person = (id: string): PersonFacts => ({ id, name: names[id] ?? 'somebody who left' });
  return threads.map(({ id, seq, document, anchor, assignee, resolved, messages }) => ({
    id,
    seq,
    document,
    anchor,
    ...(assignee !== undefined && { assignee: person(assignee) }),
    ...(resolved && { resolved: { at: resolved.at.toISOString(), by: person(resolved.by) } }),
    messages: messages.map((message) => messageFacts(message, person)),
  }));
}

/** The thread as it is after a change. @throws Refusal in words, where the change was not made. */
export function changedThread(changed: CommentChanged): CommentThread {
  switch (changed.kind) {
    case 'missing':
      throw new Refusal(404, 'This comment is not there any more; somebody deleted it.');
    case 'foreign':
      throw new Refusal(403, 'Only who wrote a comment changes it.');
    case 'full':
      throw new Refusal(
        409,
        `There are ${changed.most} already, which is the most. Resolve or delete some that are settled.`,
      );
    default:
      return changed.thread;
  }
}

function peopleIn({ assignee, resolved, messages }: CommentThread): readonly string[] {
  return [
    ...(assignee === undefined ? [] : [assignee]),
    ...(resolved ? [resolved.by] : []),
    ...messages.flatMap(({ author, mentions }) => [author, ...mentions]),
  ];
}

function messageFacts(
  { id, author, words, mentions, writtenAt, editedAt, isDeleted, revision }: CommentMessage,
  person: (id: string) => PersonFacts,
): MessageFacts {
  return {
    id,
    author: person(author),
    words,
    mentions: mentions.map(person),
    writtenAt: writtenAt.toISOString(),
    ...(editedAt && { editedAt: editedAt.toISOString() }),
    isDeleted,
    revision,
  };
}
