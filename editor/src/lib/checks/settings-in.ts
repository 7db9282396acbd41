import {
  type Json,
  type PropShape,
  type PropShapes,
  type Props,
  parseOverrideKey,
  parseVariantKey,
} from '@vitrine/content';
import { type LinkTarget, targetOfAddress, targetOfLink } from './link-target.ts';

/** What checks look at in the settings of an instance. */
export type Setting = SettingPlace &
  (
    | { readonly kind: 'link'; readonly target: LinkTarget }
    | { readonly kind: 'picture'; readonly alt: string | undefined }
    | { readonly kind: 'words'; readonly text: string }
  );

export interface SettingPlace {
  /** With dots: `links.2.link@de`. */
  readonly path: string;
  /** The locales whose visitors are shown it. */
  readonly locales: readonly string[];
}

const ANCHOR = /<a\s[^>]*?href="([^"]*)"/gi;

/** Links, pictures and words in settings, however deep. The first locale is that of values without one. */
export function* settingsIn(
  props: Props,
  shapes: PropShapes | undefined,
  locales: readonly string[],
): Generator<Setting> {
  yield* inValues(props, shapes, { path: '', locales });
}

function* inValues(
  values: Readonly<Record<string, Json>>,
  shapes: PropShapes | undefined,
  place: SettingPlace,
): Generator<Setting> {
  const keys = Object.keys(values).map((key) => ({ key, parsed: parseVariantKey(key) }));
  const own = new Set(
    keys.flatMap(({ parsed }) => (parsed?.locale ? [`${parsed.name} ${parsed.locale}`] : [])),
  );
  for (const { key, parsed } of keys) {
    const { name = key, locale } = parsed ?? {};
    const locales = place.locales.filter((each) =>
      locale === undefined
        ? !own.has(`${name} ${each}`) && !own.has(`${name} ${each.split('-')[0]}`)
        : each === locale || (each.startsWith(`${locale}-`) && !own.has(`${name} ${each}`)),
    );
    if (locales.length === 0) continue;
    const path = place.path === '' ? key : `${place.path}.${key}`;
    const value = values[key]!;
    yield* inValue(value, shapes?.[name] ?? shapeOfOverride(key, value), { path, locales });
  }
}

// What a page sets in a fragment is of a module that only the fragment names; its words say themselves what they are.
function shapeOfOverride(key: string, value: Json): PropShape | undefined {
  if (typeof value !== 'string' || !parseOverrideKey(key)) return undefined;
  return { kind: /^<\w/.test(value) ? 'rich-text' : 'text' };
}

function* inValue(value: Json, shape: PropShape | undefined, place: SettingPlace): Generator<Setting> {
  if (typeof value === 'string') {
    if (shape?.kind === 'text') yield { ...place, kind: 'words', text: value };
    if (shape?.kind === 'rich-text') yield* inHtml(value, place);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const item = shape?.kind === 'list' ? shape.item : undefined;
    for (const [index, each] of (value as readonly Json[]).entries())
      yield* inValue(each, item, { ...place, path: `${place.path}.${index}` });
    return;
  }
  const values = value as Readonly<Record<string, Json>>;
  const target = targetOfLink(values);
  if (target) yield { ...place, kind: 'link', target };
  else if (isPicture(values)) {
    const { alt } = values;
    yield { ...place, kind: 'picture', alt: typeof alt === 'string' ? alt : undefined };
  } else {
    // A film's title says what it shows, to who cannot see it too.
    if (isFilm(values)) yield { ...place, path: `${place.path}.title`, kind: 'words', text: values.title };
    yield* inValues(values, shape?.kind === 'object' ? shape.fields : undefined, place);
  }
}

function* inHtml(html: string, place: SettingPlace): Generator<Setting> {
  yield { ...place, kind: 'words', text: html.replace(/<[^>]*>/g, ' ') };
  for (const [, href = ''] of html.matchAll(ANCHOR)) {
    const target = targetOfAddress(href.replaceAll('&amp;', '&'));
    if (target) yield { ...place, kind: 'link', target };
  }
}

function isFilm(value: Readonly<Record<string, Json>>): value is { readonly title: string } {
  return typeof value.src === 'string' && typeof value.title === 'string';
}

function isPicture(value: Readonly<Record<string, Json>>): boolean {
  const { src, width, height } = value;
  return typeof src === 'string' && typeof width === 'number' && typeof height === 'number';
}
