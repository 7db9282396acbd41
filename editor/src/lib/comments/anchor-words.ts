import type { Editor } from '../app/editor.ts';
import type { AnchorFacts } from './comment-facts.ts';
import { settingWords } from './setting-words.ts';
import { isGone } from './text-range.ts';

/** What a comment is about, as people call it. */
export interface AnchorWords {
  readonly name: string;
  readonly setting?: string;
  readonly quote?: string;
  /** The words are not there any more. */
  readonly isQuoteGone: boolean;
}

const kinds = {
  page: 'The page',
  template: 'The template',
  fragment: 'The fragment',
  layout: 'The layout',
} as const;

export function anchorWords(editor: Editor, { node, path, words }: AnchorFacts): AnchorWords {
  if (node === undefined) return { name: kinds[editor.page.meta().kind], isQuoteGone: false };
  const type = editor.page.node(node)?.type ?? '';
  return {
    name: editor.nameOf(node),
    ...(path !== undefined && { setting: settingWords(editor.describe(type)?.fields ?? [], path) }),
    ...(words && { quote: words.quote }),
    isQuoteGone: words !== undefined && isGone(editor.open.doc, words),
  };
}

/** In one line, for whoever hears it. */
export function anchorLine(editor: Editor, anchor: AnchorFacts): string {
  const { name, setting, quote } = anchorWords(editor, anchor);
  return [name, setting, quote && `“${quote}”`].filter(Boolean).join(', ');
}
