import { equalJson, type Json, type Props, type Translations } from '@vitrine/content';
import { isEmpty, type TranslationState } from './translation-rows.ts';

/** What search engines are told of a page, in a language. */
export interface SeoRow {
  readonly name: 'title' | 'description';
  readonly label: string;
  readonly base: string;
  readonly value: string;
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
    const row = { name, label: labels[name], base: words(seo[name]), value: words(seo[key]), path };
    if (isEmpty(row.value)) return isEmpty(row.base) ? [] : { ...row, state: 'missing' as const };
    const from = Object.hasOwn(kept, path) ? kept[path] : undefined;
    const isOutdated =
      from !== undefined && equalJson(from.value, seo[key]) && !equalJson(from.base, seo[name] ?? null);
    if (!isOutdated) return { ...row, state: 'done' as const };
    return { ...row, state: 'outdated' as const, before: from.base };
  });
}

function words(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
