import { Checkbox, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { type SynonymView, wordsOf } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { useLocales } from '../shell/session.ts';
import { languageName } from './language-name.ts';

/** A new word, or what else one there is finds. */
export function SaveSynonym({
  synonym,
  kept,
  onClose,
}: {
  /** Absent = a new one. */
  synonym: SynonymView | undefined;
  /** All there are: none is written over by a new one. */
  kept: readonly SynonymView[];
  onClose: () => void;
}) {
  const locales = useLocales();
  const [locale, setLocale] = useState(synonym?.locale ?? locales[0] ?? 'en');
  const [word, setWord] = useState(synonym?.word ?? '');
  const [also, setAlso] = useState([...(synonym?.also ?? [])]);
  const [bothWays, setBothWays] = useState(false);
  const [folded] = wordsOf(word, locale);
  const isThere = !synonym && kept.some((each) => each.locale === locale && each.word === folded);
  const input = { synonyms: [{ locale, word: word.trim(), also, ...(bothWays && { bothWays }) }] };
  const command = useCommand<typeof input, unknown>({
    send: (body, options) => api.post('/synonyms', body, options),
    tells: () => ({ done: `“${word.trim()}” is saved.` }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={synonym ? `Change what “${synonym.word}” finds` : 'Add a search word'}
      isOpen
      {...{ onClose, command, input }}
      send="Save"
      isIncomplete={word.trim() === '' || also.length === 0 || isThere}
    >
      {(problemAt) => (
        <>
          {!synonym && (
            <>
              <NativeSelect
                label="Language"
                description="It holds for shoppers who read this language."
                data={locales.map((value) => ({ value, label: languageName(value) }))}
                value={locale}
                onChange={(event) => setLocale(event.currentTarget.value)}
                error={problemAt('synonyms.0.locale')}
              />
              <TextInput
                label="Whoever types"
                description="One word, as shoppers type it. A plural is another word."
                placeholder="sofa"
                lang={locale}
                withAsterisk
                value={word}
                onChange={(event) => setWord(event.currentTarget.value)}
                error={isThere ? 'This word is here already: change that one.' : problemAt('synonyms.0.word')}
                maxLength={60}
              />
            </>
          )}
          <TagsInput
            label="Also finds"
            description="Words or short phrases of your products. Enter ends each."
            placeholder={also.length === 0 ? 'settee' : undefined}
            lang={locale}
            withAsterisk
            acceptValueOnBlur
            value={also}
            onChange={setAlso}
            error={problemAt('synonyms.0.also') ?? problemAt('synonyms.0.also.0')}
            maxLength={60}
            maxTags={20}
          />
          <Checkbox
            label="The other way round, too"
            description="Each single word there finds this one from now on, as an entry of its own."
            checked={bothWays}
            onChange={(event) => setBothWays(event.currentTarget.checked)}
          />
        </>
      )}
    </CommandDialog>
  );
}
