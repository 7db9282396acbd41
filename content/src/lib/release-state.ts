/**
 * - `planned`: it goes live at its time, or when somebody says so. - `failed`: its time came and it could not go live; it waits for
 * people. - `published`, `cancelled`: it is over.
 */
export type ReleaseState = 'planned' | 'failed' | 'published' | 'cancelled';

/** Whether a release can still go live. */
export function isWaiting({ state }: { readonly state: ReleaseState }): boolean {
  return state === 'planned' || state === 'failed';
}
