import type { Audience, Experiment, VersionName } from '@vitrine/content';
import { ask } from '../app/backend.ts';

// All of this is refused by the server with a sentence: BackendError.

export function putAudience(audience: Audience): Promise<Audience> {
  return ask(audienceAddress(audience.id), { method: 'PUT', body: audience });
}

export function removeAudience(id: string): Promise<Audience> {
  return ask(audienceAddress(id), { method: 'DELETE' });
}

/** Adds it, planned, or changes the one with its id. */
export function putExperiment(experiment: Omit<Experiment, 'state'>): Promise<Experiment> {
  return ask(experimentAddress(experiment.id), { method: 'PUT', body: experiment });
}

export function startExperiment(id: string): Promise<Experiment> {
  return ask(`${experimentAddress(id)}/start`, { body: {} });
}

export function endExperiment(id: string, winner: VersionName): Promise<Experiment> {
  return ask(`${experimentAddress(id)}/end`, { body: { winner } });
}

export function removeExperiment(id: string): Promise<Experiment> {
  return ask(experimentAddress(id), { method: 'DELETE' });
}

function audienceAddress(id: string): string {
  return `audiences/${encodeURIComponent(id)}`;
}

function experimentAddress(id: string): string {
  return `experiments/${encodeURIComponent(id)}`;
}
