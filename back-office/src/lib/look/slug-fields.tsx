import { SimpleGrid, TextInput } from '@mantine/core';
import { useLocales } from '../shell/session.ts';
import type { LocalText } from '../words/local-name.ts';

/** Where something stands in the shop, in every language; what is empty is made from the name. */
export function SlugFields({
  under,
  value,
  onChange,
  proposed,
  problemAt,
}: {
  /** What stands in front of it: `/p/`. */
  under: string;
  value: LocalText;
  onChange: (value: LocalText) => void;
  /** What it would be in one language; empty = not known yet. */
  proposed: (locale: string) => string;
  problemAt: (locale: string) => string | undefined;
}) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {useLocales().map((locale) => (
        <TextInput
          key={locale}
          label={`Address in the shop (${locale})`}
          leftSection={under}
          leftSectionWidth={36}
          placeholder={proposed(locale) || 'made from the name'}
          value={value[locale] ?? ''}
          onChange={(event) => onChange({ ...value, [locale]: event.currentTarget.value })}
          error={problemAt(locale)}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
        />
      ))}
    </SimpleGrid>
  );
}
