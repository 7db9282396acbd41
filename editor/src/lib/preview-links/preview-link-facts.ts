/** A preview link as people see it in the list; nothing in it opens anything. */
export interface PreviewLinkFacts {
  /** What is signed in its address begins with it. */
  readonly id: string;
  readonly document: string;
  readonly channel: string;
  readonly locale: string;
  readonly path: string;
  readonly currency: string;
  /** The page is shown as of then; absent = as it is when the link is opened. */
  readonly at?: string;
  readonly madeAt: string;
  /** A name; empty when nobody who is known made it. */
  readonly madeBy: string;
  readonly expiresAt: string;
  readonly ended?: { readonly at: string; readonly by: string };
}

/** A link the moment it was made: its address is told this once. */
export interface MadePreviewLink extends PreviewLinkFacts {
  readonly address: string;
}

/** Whether it still opens something. */
export function isOpenLink({ ended, expiresAt }: PreviewLinkFacts, now: Date): boolean {
  return !ended && new Date(expiresAt) > now;
}
