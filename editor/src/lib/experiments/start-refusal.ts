import type { Experiment } from '@vitrine/content';
import type { ExperimentUse } from '../app/backend.ts';

/** Why a test cannot start yet, in a sentence; `undefined` = each of its versions is on a published page. */
export function startRefusal({
  versions,
  uses,
}: Pick<Experiment, 'versions'> & { readonly uses: readonly ExperimentUse[] }): string | undefined {
  const missing = versions
    .slice(1)
    .filter(({ name }) => !uses.some(({ published }) => published.includes(name)))
    .map(({ name }) => `version ${name.toUpperCase()}`);
  if (missing.length === 0) return undefined;
  const names = missing.join(' and ');
  const first = uses.find(({ inDraft }) => inDraft);
  if (!first) return `It is on no page yet: ${names} ${missing.length === 1 ? 'is' : 'are'} missing.`;
  return `“${first.document.name}” is not published with ${names} yet.`;
}
