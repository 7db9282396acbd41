import { isDeepStrictEqual } from 'node:util';
import {
  type NewReleaseItem,
  type Release,
  stylesItem,
  type ThemeStore,
  type ThemeTokens,
  type WaitingRelease,
} from '@vitrine/content/server';
import { editableTokens, flatTokens, type Theme, weakPairs } from '@vitrine/themes';
import type { ReleaseCheck } from '../releases/release-facts.ts';
import { shownTokens } from '../styles/shown-tokens.ts';
import { Refusal } from './refusal.ts';

/** What releases and people call them. */
const STYLES = 'Styles';

export interface StylesPlanOptions {
  readonly theme: { readonly own: Theme; readonly store: Pick<ThemeStore, 'read' | 'problemsOf'> };
  /** Of the draft, as it was shown to whoever plans it. */
  readonly version: number;
  readonly plannedAfter: number;
  /** Other releases that wait with styles. */
  readonly others: readonly WaitingRelease[];
}

/** The styles of the shop as they are now, for a release. @throws Refusal when they cannot be planned so. */
export async function planStyles({
  theme: { own, store },
  version,
  plannedAfter,
  others,
}: StylesPlanOptions): Promise<NewReleaseItem> {
  const now = await store.read(own.id);
  if (now.version !== version)
    throw new Refusal(409, 'Somebody changed the styles meanwhile. Look at them again, then plan them.');
  const problems = store.problemsOf(own.id, now.draft);
  if (problems.length > 0) throw new Refusal(400, problems.slice(0, 3).join(' '));
  // What is live just so can be wanted back after something else that is planned.
  if (isSame(now.draft, now.published) && others.every(({ action }) => action === undefined))
    throw new Refusal(409, 'The styles are published just so already: there is nothing to plan.');
  return {
    document: stylesItem(own.id),
    kind: 'styles',
    name: STYLES,
    action: 'publish',
    documents: [],
    tokens: now.draft,
    paths: {},
    plannedAfter,
  };
}

/** Colours of the styles in a release that are hard to read on each other. */
export function weakIn({ items }: Pick<Release, 'items'>, theme: Theme): NonNullable<ReleaseCheck['weak']> {
  const { tokens } = items.find(({ document }) => document === stylesItem(theme.id)) ?? {};
  if (!tokens) return [];
  const labels = new Map(editableTokens(theme).map(({ name, label }) => [name, label]));
  const shown = shownTokens({ own: flatTokens(theme) }, tokens);
  return (['light', 'dark'] as const).flatMap((scheme) =>
    weakPairs(shown[scheme]).map((pair) => ({
      ...pair,
      text: labels.get(pair.text) ?? pair.text,
      ground: labels.get(pair.ground) ?? pair.ground,
      scheme,
    })),
  );
}

function isSame(one: ThemeTokens, other: ThemeTokens): boolean {
  return isDeepStrictEqual(one, other);
}
