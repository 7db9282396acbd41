/** What a link shows: a document as it is edited, or the pages of a release as they will be. */
export type LinkShows =
  | { readonly document: string; readonly release?: undefined }
  | { readonly release: SharedRelease; readonly document?: undefined };

export interface SharedRelease {
  readonly id: string;
  /** Empty when it is over for so long that nobody remembers it. */
  readonly name: string;
  /** Absent = when somebody says so. */
  readonly at?: string;
  /** It went live or was cancelled: links of it show what is public. */
  readonly isOver: boolean;
}

/** A preview link as people see it in the list; nothing in it opens anything. */
export type PreviewLinkFacts = LinkShows & {
  /** What is signed in its address begins with it. */
  readonly id: string;
  readonly channel: string;
  readonly locale: string;
  readonly path: string;
  readonly currency: string;
  /** The page is shown as of then; absent = as it is when the link is opened, and a release at its own time. */
  readonly at?: string;
  /** Id of the group of customers as which it is shown. */
  readonly customerGroup?: string;
  /** Names of the audiences and versions as whose visitors it is shown. */
  readonly audiences?: readonly string[];
  readonly madeAt: string;
  /** A name; empty when nobody who is known made it. */
  readonly madeBy: string;
  readonly expiresAt: string;
  readonly ended?: { readonly at: string; readonly by: string };
};

/** A link the moment it was made: its address is told this once. */
export type MadePreviewLink = PreviewLinkFacts & { readonly address: string };

/** Whether it still opens something. */
export function isOpenLink({ ended, expiresAt, release }: PreviewLinkFacts, now: Date): boolean {
  return !ended && !release?.isOver && new Date(expiresAt) > now;
}
