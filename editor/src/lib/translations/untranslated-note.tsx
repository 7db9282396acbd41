import { Anchor, Text } from '@mantine/core';
import type { Translations } from '@vitrine/content';
import { useEffect, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { leftWords } from './left-words.ts';
import { fetchTranslations, type Translated, translatedNow } from './translated.ts';

/** Before it is published: languages in which something of the page is missing or old. */
export function UntranslatedNote() {
  const editor = useEditor();
  const [left, setLeft] = useState<readonly Translated[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const others = editor.locales.filter((each) => each !== editor.baseLocale);
    // What is missing can be told without it.
    const kept = fetchTranslations(editor, stop.signal).catch((): Translations => ({}));
    void kept.then((known) => {
      if (stop.signal.aborted) return;
      const all = others.map((locale) => translatedNow(editor, locale, known));
      setLeft(all.filter(({ count }) => count.missing + count.outdated > 0));
    });
    return () => stop.abort();
  }, [editor]);
  return left.map((each) => (
    <Text key={each.locale} size="sm">
      {leftWords(each)}.{' '}
      <Anchor
        component="button"
        type="button"
        inherit
        onClick={() => editor.view.set({ locale: each.locale, dialog: 'translations' })}
      >
        Translate
      </Anchor>
    </Text>
  ));
}
