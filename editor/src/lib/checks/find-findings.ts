import { type Located, type PageNode, type PropShapes, walk } from '@vitrine/content';
import type { Finding } from './finding.ts';
import { type LinkState, type LinkTarget, nameOfTarget, targetKey } from './link-target.ts';
import { type Setting, settingsIn } from './settings-in.ts';

export interface CheckContext {
  /** How the settings of a module are made. */
  readonly shapes: (type: string) => PropShapes | undefined;
  /** Of the channel; the first is that of values without a locale. */
  readonly locales: readonly string[];
}

/** A link on a page, for one of the locales it is shown in. */
export interface FoundLink {
  readonly place: Located;
  readonly path: string;
  readonly target: LinkTarget;
  readonly locale: string;
}

/** Every link shoppers are shown, once for each locale they are shown it in. */
export function findLinks(nodes: readonly PageNode[], context: CheckContext): readonly FoundLink[] {
  return [...shownNodes(nodes)].flatMap((place) =>
    settingsOf(place, context).flatMap((setting) =>
      setting.kind === 'link'
        ? setting.locales.map((locale) => ({ place, path: setting.path, target: setting.target, locale }))
        : [],
    ),
  );
}

/** Which of the links lead nowhere. What nobody knows of yet is not judged. */
export function linkFindings(
  links: readonly FoundLink[],
  stateOf: (key: string) => LinkState | undefined,
  baseLocale: string,
): readonly Finding[] {
  const broken = new Set<string>();
  return links.flatMap(({ place, path, target, locale }): Finding[] => {
    const state = stateOf(targetKey(target, locale));
    const isBase = locale === baseLocale;
    const key = `${place.node.id} ${path}`;
    // What is said of the page's own language need not be said again of the others.
    if (!state || state.kind === 'there' || broken.has(key)) return [];
    if (isBase || path.includes('@')) broken.add(key);
    const facts = { kind: 'link', node: place.node.id, path } as const;
    const where = isBase ? '' : ` in “${locale}”`;
    const name = nameOfTarget(target);
    if (state.kind === 'unpublished')
      return [
        {
          ...facts,
          severity: 'warning',
          message: `The link to ${name} leads to “${state.name}”, which is not published${where}. Publish that page first.`,
        },
      ];
    const what = target.kind === 'page' ? 'there is no such page' : 'it is not in the shop';
    return [
      {
        ...facts,
        // A page that is not translated must not keep the others from going live.
        severity: isBase || path.includes('@') ? 'error' : 'warning',
        message: `The link to ${name} leads nowhere: ${what}${where}. Choose another one.`,
      },
    ];
  });
}

const FILE_NAME = /^[\w .-]+\.(jpe?g|png|webp|avif|gif|svg|tiff?)$/i;

/**
 * Pictures that say nothing to those who cannot see them. An empty alternative text means that a picture is decoration; that is
 * doubted only where it stands alone, in an instance without a word of its own.
 */
export function pictureFindings(nodes: readonly PageNode[], context: CheckContext): readonly Finding[] {
  return [...shownNodes(nodes)].flatMap((place) => {
    const settings = settingsOf(place, context);
    // What a page sets in a fragment stands there with what the fragment says.
    const hasWords =
      place.node.type === 'fragment' ||
      settings.some((setting) => setting.kind === 'words' && setting.text.trim() !== '');
    return settings.flatMap((setting): Finding[] => {
      const message = setting.kind === 'picture' && pictureProblem(setting.alt, hasWords);
      if (!message) return [];
      return [{ kind: 'picture', severity: 'warning', node: place.node.id, path: setting.path, message }];
    });
  });
}

function pictureProblem(alt: string | undefined, hasWords: boolean): string | undefined {
  if (alt === undefined)
    return 'A picture has no alternative text. Say what it shows, or that it is decoration.';
  if (FILE_NAME.test(alt.trim()))
    return `The alternative text “${alt.trim()}” is the name of a file. Say what the picture shows.`;
  if (alt.trim() === '' && !hasWords)
    return 'A picture stands alone and has no alternative text: who cannot see it learns nothing. Say what it shows.';
  return undefined;
}

function settingsOf({ node }: Located, { shapes, locales }: CheckContext): readonly Setting[] {
  return [...settingsIn(node.props, shapes(node.type), locales)];
}

/** Instances shoppers are shown. */
export function* shownNodes(nodes: readonly PageNode[]): Generator<Located> {
  const hidden = new Set<PageNode>();
  for (const place of walk(nodes)) {
    if (place.node.hidden || (place.parent && hidden.has(place.parent))) hidden.add(place.node);
    else yield place;
  }
}
