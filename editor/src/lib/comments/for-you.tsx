import { AskList } from '../app/ask-list.tsx';
import type { DocumentFacts } from '../app/backend.ts';
import { useAsked } from '../app/use-asked.ts';
import { timeAgo } from '../app/when.ts';
import type { ThreadFacts } from './comment-facts.ts';

/** Comments that mention who is signed in or are theirs to see to; nothing when there are none. */
export function ForYou({ list, user }: { list: readonly DocumentFacts[]; user: string }) {
  const threads = useAsked<readonly ThreadFacts[]>('comments/for-me') ?? [];
  return (
    <AskList title="For you" items={threads} list={list} commentOf={({ id }) => id}>
      {(thread, document) => {
        const meant = thread.messages.findLast(({ mentions }) => mentions.some(({ id }) => id === user));
        const { author, words, writtenAt } = meant ?? thread.messages[0]!;
        return {
          words: words === '' ? 'Deleted' : words,
          meta: (
            <>
              {thread.assignee?.id === user && 'Yours to see to · '}
              {author.name} on {document.name}, {timeAgo(new Date(writtenAt))}
            </>
          ),
        };
      }}
    </AskList>
  );
}
