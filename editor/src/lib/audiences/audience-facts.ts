import type { Audience, Experiment } from '@vitrine/content';
import type { AudienceUse, ExperimentUse } from '../app/backend.ts';

/** An audience, and the documents that name it. */
export type AudienceFacts = Audience & { readonly uses: readonly AudienceUse[] };

/** A test, and the documents with versions of it. */
export type ExperimentFacts = Experiment & { readonly uses: readonly ExperimentUse[] };

export interface CrowdFacts {
  readonly audiences: readonly AudienceFacts[];
  readonly experiments: readonly ExperimentFacts[];
}
