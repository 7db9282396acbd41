/** What a thread hangs on: the document as a whole, a module, a setting of it, or words in that. */
export interface CommentAnchor {
  /** Id of an instance; absent = the document. */
  readonly node?: string;
  /** Of a setting of the instance, `title@de` or `links/4fk2m0x/label`. */
  readonly path?: string;
  /** Words of the setting. */
  readonly words?: {
    /** As they were then. */
    readonly quote: string;
    /** Relative positions in the document's Yjs, base64; nobody but the editor reads them. */
    readonly start: string;
    readonly end: string;
  };
}

export interface CommentMessage {
  readonly id: string;
  /** An actor id. */
  readonly author: string;
  /** Plain text; empty when it is deleted. */
  readonly words: string;
  /** Actor ids. */
  readonly mentions: readonly string[];
  readonly writtenAt: Date;
  readonly editedAt?: Date;
  readonly isDeleted: boolean;
  readonly revision: number;
}

/** What people say about one thing on a document. */
export interface CommentThread {
  readonly id: string;
  /** Grows with each thread that is begun. */
  readonly seq: number;
  readonly document: string;
  readonly anchor: CommentAnchor;
  /** An actor id: whose task it is. */
  readonly assignee?: string;
  readonly resolved?: { readonly at: Date; readonly by: string };
  /** In the order in which they were written; never empty. */
  readonly messages: readonly CommentMessage[];
}

export interface NewComment {
  /** Made by whoever writes it, so that sending it again does not double it. */
  readonly id: string;
  readonly author: string;
  readonly words: string;
  readonly mentions: readonly string[];
}

export interface NewThread {
  /** Made by whoever begins it. */
  readonly id: string;
  readonly document: string;
  readonly anchor: CommentAnchor;
  readonly assignee?: string;
  readonly message: NewComment;
}

/** What became of something that was done to a thread. */
export type CommentChanged =
  | { readonly kind: 'changed'; readonly thread: CommentThread }
  /** It had been done before: sent twice. */
  | { readonly kind: 'known'; readonly thread: CommentThread }
  /** Somebody did something else meanwhile; the thread as it is now. */
  | { readonly kind: 'stale'; readonly thread: CommentThread }
  /** The thread went with its last words. */
  | { readonly kind: 'deleted'; readonly thread: CommentThread }
  /** It is somebody else's message. */
  | { readonly kind: 'foreign' }
  /** There are as many as there may be. */
  | { readonly kind: 'full'; readonly most: number }
  /** There is no such thread or message. */
  | { readonly kind: 'missing' };
