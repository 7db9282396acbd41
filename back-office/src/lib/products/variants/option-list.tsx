import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProblemAt } from '../../asking/command-dialog.tsx';
import { LocalFields } from '../../look/local-fields.tsx';
import { MoveSteps } from '../../look/move-steps.tsx';
import { useLocales } from '../../shell/session.ts';
import { AddWords } from './add-words.tsx';
import {
  type ChoicesDraft,
  hasVariants,
  isNeedless,
  keyOf,
  type OptionDraft,
  type ValueDraft,
  withOption,
  withoutOption,
  withSwatch,
} from './choices-draft.ts';
import { NewOption } from './new-option.tsx';
import { SwatchField } from './swatch-field.tsx';
import css from './variants.module.css';

/** By what the variants of a product differ. */
export function OptionList({
  draft,
  onChange,
  problemAt,
}: {
  draft: ChoicesDraft;
  onChange: (draft: ChoicesDraft) => void;
  problemAt: ProblemAt;
}) {
  const { options } = draft;
  const put = (at: number, option: OptionDraft) => onChange({ ...draft, options: options.with(at, option) });
  return (
    <div>
      {options.map((option, at) => (
        <OptionFields
          key={option.key}
          {...{ option, draft }}
          path={`options.${at}`}
          problemAt={problemAt}
          onChange={(changed) => put(at, changed)}
          onMove={
            at === 0
              ? undefined
              : () => onChange({ ...draft, options: options.toSpliced(at, 1).toSpliced(at - 1, 0, option) })
          }
          onRemove={
            isNeedless(draft, option.key) ? () => onChange(withoutOption(draft, option.key)) : undefined
          }
        />
      ))}
      <NewOption
        taken={options.map(({ key }) => key)}
        isFirst={options.length === 0}
        onMade={(option) => onChange(withOption(draft, option))}
      />
    </div>
  );
}

function OptionFields({
  option,
  draft,
  path,
  problemAt,
  onChange,
  onMove,
  onRemove,
}: {
  option: OptionDraft;
  draft: ChoicesDraft;
  path: string;
  problemAt: ProblemAt;
  onChange: (option: OptionDraft) => void;
  /** To the place before. */
  onMove: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}) {
  const locales = useLocales();
  const name = wordsOf(option.label, locales);
  const { values } = option;
  const [hasColours, setColours] = useState(values.some(({ swatch }) => swatch !== undefined));
  const [added, setAdded] = useState<string>();
  const setValues = (next: readonly ValueDraft[]) => onChange({ ...option, values: next });
  return (
    <fieldset className={css.option}>
      <legend>{name}</legend>
      <div className={css.optionName}>
        <LocalFields
          label="Option"
          value={option.label}
          onChange={(label) => onChange({ ...option, label })}
          problemAt={(locale) => problemAt(`${path}.label.${locale}`)}
        />
        <Group gap="xs">
          {onMove && (
            <Button size="compact-sm" variant="default" onClick={onMove} aria-label={`Move up ${name}`}>
              Move up
            </Button>
          )}
          {!hasColours && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => setColours(true)}
              aria-label={`Give colours to the values of ${name}`}
            >
              Give colours
            </Button>
          )}
          {onRemove && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={onRemove}
              aria-label={`Take the option out: ${name}`}
            >
              Take the option out
            </Button>
          )}
        </Group>
      </div>
      <Text size="sm" fw={600} mt="sm">
        Values
      </Text>
      <ol className={css.values}>
        {values.map((value, at) => {
          const words = wordsOf(value.label, locales);
          const swap = (by: -1 | 1) => setValues(values.toSpliced(at, 1).toSpliced(at + by, 0, value));
          return (
            <li key={value.key}>
              {locales.map((locale) => (
                <TextInput
                  key={locale}
                  size="xs"
                  lang={locale}
                  aria-label={`${words} (${locale})`}
                  leftSection={locale}
                  // Who reads this language is shown the words of another.
                  placeholder={words === '' ? undefined : `as “${words}”`}
                  value={value.label[locale] ?? ''}
                  onChange={({ currentTarget }) =>
                    setValues(
                      values.with(at, { ...value, label: { ...value.label, [locale]: currentTarget.value } }),
                    )
                  }
                  error={problemAt(`${path}.values.${at}.label.${locale}`)}
                  maxLength={200}
                />
              ))}
              {hasColours && (
                <SwatchField
                  name={words}
                  value={value.swatch}
                  onChange={(swatch) => setValues(values.with(at, withSwatch(value, swatch)))}
                  problem={problemAt(`${path}.values.${at}.swatch`)}
                  isAsked={value.key === added}
                />
              )}
              <Group gap={4} wrap="nowrap">
                <MoveSteps name={words} place={at} count={values.length} onMove={swap} />
                <ActionIcon
                  variant="default"
                  aria-label={`Take ${words} out`}
                  // Variants have it: they are ended first.
                  disabled={values.length === 1 || hasVariants(draft, option.key, value.key)}
                  onClick={() => setValues(values.toSpliced(at, 1))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            </li>
          );
        })}
      </ol>
      <AddWords
        label={`Another value of ${name}`}
        button="Add the value"
        onAdded={(words) => {
          const taken = values.map(({ key }) => key);
          const key = keyOf(words, taken);
          setValues([...values, { key, label: { [locales[0]!]: words } }]);
          setAdded(key);
        }}
      />
    </fieldset>
  );
}

export function wordsOf(label: Readonly<Record<string, string>>, locales: readonly string[]): string {
  return locales.map((locale) => label[locale]).find(Boolean) ?? Object.values(label)[0] ?? '';
}
