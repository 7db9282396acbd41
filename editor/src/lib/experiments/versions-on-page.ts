import { type VersionName, versionNames } from '@vitrine/content';
import type { PageInYdoc } from '@vitrine/content/collab';
import type { Editor } from '../app/editor.ts';
import { instancesOf } from '../document/instances-of.ts';
import { marked, unmarked, type VersionMark, versionMark } from './version-marks.ts';
import { versionsNow } from './versions-now.ts';

/** Instances of each version of a test on a page, in its order; what is in them is part of them. */
export function versionsOnPage(
  page: PageInYdoc,
  experiment: string,
): ReadonlyMap<VersionName, readonly string[]> {
  const found = new Map<VersionName, string[]>();
  for (const id of instancesOf(page)) {
    const mark = versionMark(page.node(id)?.audiences);
    if (mark?.experiment === experiment) found.set(mark.version, [...(found.get(mark.version) ?? []), id]);
  }
  return new Map(versionNames.flatMap((name) => (found.has(name) ? [[name, found.get(name)!]] : [])));
}

/** Tests with versions on a page, in its order. */
export function experimentsOnPage(page: PageInYdoc): readonly string[] {
  return [...versionsNow({ page }).keys()];
}

/** Why there can be no version of an instance beside it, in a sentence. */
export function versionRefusal(editor: Editor, id: string): string | undefined {
  const node = editor.page.node(id);
  if (!node) return 'It is not on the page any more.';
  if (node.lock) return 'It is locked. Unlock it first.';
  const fit = editor.fits([node.type], { parent: node.parent, slot: node.slot });
  return fit.kind === 'refused' ? fit.reason : undefined;
}

/**
 * Puts another version behind those that are there: a copy of `from`, which is the original when it is the first. One step of undo.
 * @returns The id of the copy.
 */
export function putVersion(
  editor: Editor,
  { from, experiment, version }: { from: string } & VersionMark,
): string {
  const { page } = editor;
  const present = versionsOnPage(page, experiment);
  const originals = present.size === 0 ? [from] : (present.get('a') ?? []);
  const versions = versionNames.slice(0, versionNames.indexOf(version) + 1);
  const { parent, slot } = page.node(from)!;
  const beside = [from, ...[...present.values()].flat()].map((id) => page.node(id)!);
  const last = Math.max(
    ...beside.filter((each) => each.parent === parent && each.slot === slot).map(({ index }) => index),
  );
  return editor.gesture(() => {
    const [copy] = page.duplicate([from]) as [string];
    page.move([copy], { parent, slot, index: last + 1 });
    const mark = (id: string, as: VersionName) =>
      page.setFacts(id, {
        audiences: marked(page.node(id)!.audiences, { experiment, version: as }, versions),
      });
    mark(copy, version);
    for (const id of originals) mark(id, 'a');
    return copy;
  });
}

/** Keeps one version of a test on this page, without its marks, and removes the others. One step of undo. @returns Why not, in a sentence. */
export function endOnPage(editor: Editor, experiment: string, keep: VersionName): string | undefined {
  const { page } = editor;
  const present = versionsOnPage(page, experiment);
  const kept = present.get(keep) ?? [];
  const others = [...present].flatMap(([version, ids]) => (version === keep ? [] : ids));
  if (kept.length === 0) return 'This version is not on the page any more.';
  if ([...kept, ...others].some((id) => page.node(id)?.lock))
    return 'One of them is locked. Unlock it first.';
  editor.gesture(() => {
    for (const id of kept) page.setFacts(id, { audiences: unmarked(page.node(id)!.audiences, experiment) });
    // What somebody put into another version goes with that.
    page.remove(others.filter((id) => !page.ancestors(id).some((around) => others.includes(around))));
  });
  editor.select(kept.filter((id) => page.has(id)));
  return undefined;
}
