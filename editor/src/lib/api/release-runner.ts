import { isWaiting, type PageStore } from '@vitrine/content';
import {
  type DraftStore,
  PublishRefusedError,
  type PublishReleased,
  type Release,
  type ReleaseItem,
  type ReleaseStore,
  type ThemeStore,
  themeOfStyles,
  type VersionStore,
} from '@vitrine/content/server';
import type { AddressPlanOptions } from './plan-addresses.ts';
import { composeRelease } from './release-change.ts';

export interface ReleaseRunnerOptions {
  readonly pages: PageStore & PublishReleased;
  readonly versions: VersionStore;
  readonly releases: ReleaseStore;
  readonly drafts: Pick<DraftStore, 'open'>;
  readonly channels: AddressPlanOptions['channels'];
  /** Told what went live. */
  readonly published?: (documents: readonly string[]) => Promise<void>;
  /** Where styles go live. */
  readonly themes: Pick<ThemeStore, 'problemsOf' | 'publishReleased'>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export type ReleaseRun =
  | { readonly kind: 'published' }
  /** Nothing of it went live; the release says why. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** Somebody else published, changed or cancelled it at the same time. */
  | { readonly kind: 'over' };

/** Makes releases public: when their time has come, or when somebody says so. */
export interface ReleaseRunner {
  /** Default of `by`: whoever made the release. */
  publish(id: string, by?: string): Promise<ReleaseRun>;
  /** All whose time has come, the earliest first. Harmless when several processes do it. */
  publishDue(): Promise<void>;
  /** What would keep it from going live now, as sentences; `undefined` = nothing. */
  check(release: Release): Promise<string | undefined>;
}

/** How often a release is composed anew because somebody published something it touches at the same moment. */
const ATTEMPTS = 5;

export function createReleaseRunner(options: ReleaseRunnerOptions): ReleaseRunner {
  const { pages, versions, releases, drafts, themes, now = Date.now } = options;

  function problemsOf(styles: readonly ReleaseItem[]): readonly { readonly message: string }[] {
    return styles.flatMap(({ document, tokens }) =>
      tokens ? themes.problemsOf(themeOfStyles(document), tokens).map((message) => ({ message })) : [],
    );
  }

  async function attempt(release: Release, by: string): Promise<ReleaseRun> {
    const { change, styles, kept, problems } = await composeRelease(release, options);
    const errors = [...problems.filter(({ severity }) => severity === 'error'), ...problemsOf(styles)];
    if (errors.length > 0) return { kind: 'refused', problem: sentences(errors) };
    // What nobody has edited yet is only among what is published, and must not go with that; a draft nobody changed is brought up to it.
    for (const id of change.unpublish) await drafts.open(id);
    const planned = new Map(
      release.items.flatMap((item) => item.documents.map(({ id }) => [id, item] as const)),
    );
    const isPublished = await pages.publishReleased(
      { by, ...change },
      {
        id: release.id,
        paths: Object.fromEntries(release.items.map(({ document, paths }) => [document, paths])),
        plannedAt: Object.fromEntries([...planned].map(([id, { plannedAt }]) => [id, plannedAt])),
        async finish(tx) {
          // Of documents this is known by their versions: styles that somebody published since they were looked at are newer.
          if (
            styles.length > 0 &&
            (await releases.decidedSince({ ...release, items: styles }, tx)).length > 0
          )
            return false;
          if (!(await releases.finish(tx, release, { by, kept }))) return false;
          for (const { document, tokens } of styles)
            if (tokens)
              await themes.publishReleased(tx, themeOfStyles(document), { tokens, by, release: release.id });
          return true;
        },
      },
    );
    if (!isPublished) return { kind: 'over' };
    for (const document of change.documents)
      await versions.add({ document, kind: 'published', by: planned.get(document.id)?.plannedBy ?? by });
    await options.published?.(change.documents.map(({ id }) => id));
    return { kind: 'published' };
  }

  async function run(id: string, { by, isDue = false }: RunOptions): Promise<ReleaseRun> {
    for (let left = ATTEMPTS; ; left--) {
      const release = await releases.find(id);
      if (!release || !isWaiting(release)) return { kind: 'over' };
      const { state, at, version } = release;
      if (isDue && (state !== 'planned' || !at || at.getTime() > now())) return { kind: 'over' };
      let refused: string;
      try {
        const ran = await attempt(release, by ?? release.madeBy);
        // Somebody changed it while it was composed: what it is now is looked at again.
        if (ran.kind === 'over' && left > 1) continue;
        if (ran.kind !== 'refused') return ran;
        refused = ran.problem;
      } catch (error) {
        if (!(error instanceof PublishRefusedError)) throw error;
        if (left > 1 && error.problems.some(({ code }) => code === 'changed-meanwhile')) continue;
        refused = sentences(error.problems);
      }
      // Whoever wanted it now is told; its time is still to come.
      if (isDue) await releases.fail(id, version, refused);
      return { kind: 'refused', problem: refused };
    }
  }

  async function documentsOf(id: string): Promise<readonly string[]> {
    const { items = [] } = (await releases.find(id)) ?? {};
    return items.flatMap(({ document, documents }) => [document, ...documents.map((each) => each.id)]);
  }

  return {
    publish: (id, by) => run(id, { by }),
    async publishDue() {
      const faults: unknown[] = [];
      const heldUp = new Set<string>();
      for (const id of await releases.due()) {
        // One that cannot even be tried holds up those after it that would change the same, and no others.
        if (heldUp.size > 0 && (await documentsOf(id)).some((each) => heldUp.has(each))) continue;
        try {
          await run(id, { isDue: true });
        } catch (error) {
          faults.push(error);
          for (const each of await documentsOf(id)) heldUp.add(each);
        }
      }
      if (faults.length > 0) throw new AggregateError(faults, 'A release could not be published.');
    },
    async check(release) {
      if (!isWaiting(release)) return undefined;
      const { change, styles, problems } = await composeRelease(release, options);
      const all = [...problems, ...(await pages.problemsOf({ by: release.madeBy, ...change }))];
      const errors = [...all.filter(({ severity }) => severity === 'error'), ...problemsOf(styles)];
      return errors.length > 0 ? sentences(errors) : undefined;
    },
  };
}

interface RunOptions {
  readonly by?: string;
  /** Only when its time has come. */
  readonly isDue?: boolean;
}

function sentences(problems: readonly { readonly message: string }[]): string {
  const first = problems.slice(0, 3).map(({ message }) => message);
  const more = problems.length > first.length ? ` … and ${problems.length - first.length} more.` : '';
  return first.join(' ') + more;
}
