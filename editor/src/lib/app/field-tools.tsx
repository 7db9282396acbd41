import { later } from '@vitrine/ui';
import { type ReactNode, useMemo } from 'react';
import {
  type CategoryHit,
  type FieldTools,
  FieldToolsProvider,
  type PageHit,
  type ProductHit,
} from '../fields/field-tools.tsx';
import { ask, type DocumentFacts } from './backend.ts';
import type { Editor } from './editor.ts';
import { useEditor, useView } from './editor-context.tsx';

/** Formatted text in the panel; its editor is fetched when the first one is shown. */
const RichText = later(async () => (await import('./panel-text.tsx')).PanelText);

/** Hands the catalogue, the media library and the text editor to every field below. */
export function EditorFieldTools({ children }: { children: ReactNode }) {
  const editor = useEditor();
  const channel = useView((view) => view.channel);
  const locale = useView((view) => view.locale);
  const currency = useView((view) => view.currency);
  const tools = useMemo(
    () => toolsFor(editor, { channel, locale, currency }),
    [editor, channel, locale, currency],
  );
  return <FieldToolsProvider tools={tools}>{children}</FieldToolsProvider>;
}

function toolsFor(editor: Editor, market: { channel: string; locale: string; currency: string }): FieldTools {
  const query = (values: Record<string, string>) => new URLSearchParams({ ...values, ...market }).toString();
  return {
    locale: market.locale,
    searchProducts: (q, signal) => ask<readonly ProductHit[]>(`pick/products?${query({ q })}`, { signal }),
    productsByIds: async (ids) =>
      ids.length === 0 ? [] : ask<readonly ProductHit[]>(`pick/products?${query({ ids: ids.join(',') })}`),
    searchCategories: (q, signal) =>
      ask<readonly CategoryHit[]>(`pick/categories?${query({ q })}`, { signal }),
    searchPages: (q, signal) => searchPages(editor, q, signal),
    pickMedia: (options) => editor.pickMedia(options),
    colourTokens: editor.catalogue.colours,
    samples: editor.catalogue.samples,
    RichText,
  };
}

async function searchPages(editor: Editor, q: string, signal: AbortSignal): Promise<readonly PageHit[]> {
  const documents = await ask<readonly DocumentFacts[]>('documents', { signal });
  const words = q.toLocaleLowerCase();
  const { channel } = editor.view.get();
  return documents.flatMap(({ kind, name, paths, trashedAt }) => {
    // Links name pages by their address in the language of values without one.
    const path = paths[`${channel}/${editor.baseLocale}`] ?? Object.values(paths)[0];
    const isFound =
      kind === 'page' && !trashedAt && path && `${name} ${path}`.toLocaleLowerCase().includes(words);
    return isFound ? [{ path, title: name }] : [];
  });
}
