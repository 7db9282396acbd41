import { type Crowd, nobodyApart } from '@vitrine/content';
import type { VersionView } from '@vitrine/content/server';

/** By what visitors are told apart, and who counts what they do. */
export interface CrowdSource {
  /** From memory; another object when something changed. */
  readonly current: Crowd;
  /** Visitors were shown versions of tests that run. Told behind the answer, each once as far as is remembered. Must not throw. */
  seen(views: readonly VersionView[]): void;
  /** A visitor put the first thing into this basket. Must not throw. */
  began(visitor: string, cart: string): void;
  /** A visitor was given this basket, which was begun before. Must not throw. */
  had(visitor: string, cart: string): void;
}

/** A shop that tells nobody apart. */
export const noCrowd: CrowdSource = { current: nobodyApart, seen() {}, began() {}, had() {} };
