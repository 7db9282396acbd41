/** Somebody who says something, or of whom something is said. */
export interface PersonFacts {
  readonly id: string;
  readonly name: string;
}

/** What a thread hangs on: the document, a module, a setting of it, or words in that. */
export interface AnchorFacts {
  readonly node?: string;
  /** Of a setting: `title@de`, `links/4fk2m0x/label`. */
  readonly path?: string;
  readonly words?: {
    readonly quote: string;
    /** Relative positions of Yjs, base64. */
    readonly start: string;
    readonly end: string;
  };
}

export interface MessageFacts {
  readonly id: string;
  readonly author: PersonFacts;
  /** Plain text; empty when it is deleted. */
  readonly words: string;
  readonly mentions: readonly PersonFacts[];
  readonly writtenAt: string;
  readonly editedAt?: string;
  readonly isDeleted: boolean;
  readonly revision: number;
}

/** A thread as people see it. */
export interface ThreadFacts {
  readonly id: string;
  readonly seq: number;
  readonly document: string;
  readonly anchor: AnchorFacts;
  readonly assignee?: PersonFacts;
  readonly resolved?: { readonly at: string; readonly by: PersonFacts };
  readonly messages: readonly MessageFacts[];
}

export interface ThreadPage {
  /** The newest first. */
  readonly threads: readonly ThreadFacts[];
  /** There are older ones: ask for those before the last one's `seq`. */
  readonly hasMore: boolean;
  readonly counts: { readonly open: number; readonly resolved: number };
}

/** A message as its author sends it. */
export interface WrittenWords {
  readonly words: string;
  /** Ids of people. */
  readonly mentions: readonly string[];
}

/** Characters of a message. */
export const MOST_WORDS = 4_000;
/** Characters that are kept of the words a thread is about. */
export const LONGEST_QUOTE = 300;

/** Whether a person is meant by a thread: it is their task, or mentions them. */
export function isFor({ assignee, messages }: ThreadFacts, person: string): boolean {
  return assignee?.id === person || messages.some(({ mentions }) => mentions.some(({ id }) => id === person));
}
