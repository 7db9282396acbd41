import type { PersonFacts } from '../comments/comment-facts.ts';

/** That somebody asks whether a document may go live, and what was answered, as people see it. */
export interface ReviewFacts {
  readonly id: string;
  readonly document: string;
  readonly state: 'asked' | 'approved' | 'returned';
  readonly askedBy: PersonFacts;
  readonly askedAt: string;
  /** Plain text; may be empty. */
  readonly note: string;
  /** Absent = anybody who may publish. */
  readonly whom?: PersonFacts;
  /** Number of the version it is about. */
  readonly kept: number;
  readonly decided?: { readonly by: PersonFacts; readonly at: string; readonly note: string };
}

/** What there is to tell about a document now. */
export interface ReviewNow {
  readonly review?: ReviewFacts;
  /** What was sent back before, and is not what there is to tell now: the oldest first. Absent = nothing. */
  readonly earlier?: readonly ReviewFacts[];
  /** Of the document: changes with what is in it. */
  readonly version: string;
  /** Modules, and the page itself, that are not as they were when it was asked. */
  readonly changes: number;
  /** Number of the version shoppers see; absent = they see none. */
  readonly live?: number;
}

/** What waits for whom, of all documents. */
export interface ReviewLists {
  /** For who is signed in, and may publish; what waits longest first. */
  readonly waiting: readonly ReviewFacts[];
  /** For who is signed in, and may publish: what somebody else asked for, is approved and not live yet; the newest answer first. */
  readonly approved: readonly ReviewFacts[];
  /** What they asked for themselves and is not settled, the newest first. */
  readonly own: readonly ReviewFacts[];
}

/** Characters of a note. */
export const MOST_NOTE = 2_000;
