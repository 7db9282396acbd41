import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useLocales } from '../shell/session.ts';
import type { LocalText } from '../words/local-name.ts';

/** A text in every language of the shop. */
export function LocalFields({
  label,
  value,
  onChange,
  problemAt,
  isLong = false,
}: {
  label: string;
  value: LocalText;
  onChange: (value: LocalText) => void;
  /** What is wrong with it in one language. */
  problemAt: (locale: string) => string | undefined;
  /** Sentences, not a name. */
  isLong?: boolean;
}) {
  const locales = useLocales();
  // Who reads a language without words is shown those of another.
  const fallback = isLong ? undefined : locales.map((locale) => value[locale]).find(Boolean);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {locales.map((locale) => {
        const field = {
          label: `${label} (${locale})`,
          lang: locale,
          placeholder: fallback === undefined ? undefined : `as “${fallback}”`,
          value: value[locale] ?? '',
          onChange: (event: { currentTarget: { value: string } }) =>
            onChange({ ...value, [locale]: event.currentTarget.value }),
          error: problemAt(locale),
          maxLength: isLong ? 1_000 : 200,
        };
        return isLong ? (
          <Textarea key={locale} autosize minRows={2} {...field} />
        ) : (
          <TextInput key={locale} {...field} />
        );
      })}
    </SimpleGrid>
  );
}
