import { equalJson, type Json, type Props, type Translations } from '@vitrine/content';
import { isEmpty, type TranslationState } from './translation-rows.ts';

/** What search engines are told of a page, in a language. */
export interface SeoRow {
  readonly name: 'title' | 'description';
  readonly label: string;
  readonly base: string;
  readonly value: string;
  /** As in `TranslationRow`. */
  readonly stands: Json;
  readonly state: TranslationState;
  readonly path: string;
  readonly before?: Json;
}

const labels = { title: 'Title in search engines', description: 'Description in search engines' } as const;

/** Those that are written in one of the two languages. */
export function seoRows(seo: Props, locale: string, kept: Translations): readonly SeoRow[] {
  return (['title', 'description'] as const).flatMap((name) => {
    const key = `${name}@${locale}`;
    const path = `/seo/${key}`;
    const stands = seo[name] ?? null;
    const row = { name, label: labels[name], base: words(seo[name]), value: words(seo[key]), path, stands };
    if (isEmpty(row.value)) {
      // An Austrian reads what was written for Germans.
      const isThere = isEmpty(row.base) || !isEmpty(seo[`${name}@${locale.split('-')[0]}`]);
      return isThere ? [] : { ...row, state: 'missing' as const };
    }
    const from = Object.hasOwn(kept, path) ? kept[path] : undefined;
    const isOutdated = from !== undefined && equalJson(from.value, seo[key]) && !equalJson(from.base, stands);
    if (!isOutdated) return { ...row, state: 'done' as const };
    return { ...row, state: 'outdated' as const, before: from.base };
  });
}

function words(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
