import { Badge, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { languageName } from '../app/language-name.ts';
import type { MediaAsset } from '../media-api/media-wire.ts';
import css from './details.module.css';
import { useLibraryTools } from './library-context.ts';
import { type Saving, useSavedText } from './use-saved-text.ts';

/** Title, and the words for those who cannot see it. */
export function AssetWords({ asset, isReadOnly }: { asset: MediaAsset; isReadOnly: boolean }) {
  const { library, locales } = useLibraryTools();
  const { id, decorative } = asset;
  const title = useSavedText(asset.title, (text) => library.change(id, { title: text }));
  const [problem, setProblem] = useState<string>();
  return (
    <section className={css.section} aria-label="Words">
      <TextInput
        size="xs"
        label={<Label name="Title" saving={title.saving} />}
        placeholder={asset.name}
        maxLength={200}
        readOnly={isReadOnly}
        error={title.problem}
        {...title.input}
      />
      <h3 className={css.heading}>Alternative text</h3>
      {!decorative && (
        <>
          <p className={css.hint}>What it shows, for those who cannot see it and for search engines.</p>
          {locales.map((locale, index) => (
            <AltText
              key={locale}
              asset={asset}
              locale={locale}
              isFirst={index === 0}
              isReadOnly={isReadOnly}
            />
          ))}
        </>
      )}
      <Switch
        size="xs"
        label="Decoration, nothing to say about it"
        checked={decorative}
        disabled={isReadOnly}
        error={problem}
        onChange={(event) => {
          setProblem(undefined);
          library
            .change(id, { decorative: event.currentTarget.checked })
            .catch((error: Error) => setProblem(error.message));
        }}
      />
    </section>
  );
}

function AltText(props: { asset: MediaAsset; locale: string; isFirst: boolean; isReadOnly: boolean }) {
  const { asset, locale, isFirst, isReadOnly } = props;
  const { library, pick } = useLibraryTools();
  const value = asset.alt[locale] ?? '';
  const text = useSavedText(value, (typed) =>
    library.change(asset.id, { alt: { [locale]: typed === '' ? null : typed } }),
  );
  return (
    <Textarea
      size="xs"
      lang={locale}
      label={
        <Label name={languageName(locale)} saving={text.saving}>
          {text.input.value.trim() === '' && (
            <Badge
              size="xs"
              radius="sm"
              variant="light"
              color={isFirst ? 'yellow' : 'gray'}
              className={css.mark}
            >
              missing
            </Badge>
          )}
        </Label>
      }
      // What has just been brought to be used lacks nothing but these words.
      autoFocus={isFirst && pick !== undefined && value === '' && library.state.get().apart?.id === asset.id}
      autosize
      minRows={isFirst ? 2 : 1}
      maxRows={6}
      maxLength={1000}
      readOnly={isReadOnly}
      error={text.problem}
      placeholder={isFirst ? 'A wool throw over the arm of a grey sofa' : undefined}
      {...text.input}
    />
  );
}

function Label({ name, saving, children }: { name: string; saving: Saving; children?: React.ReactNode }) {
  return (
    <span className={css.label}>
      {name} {children}
      <span className={css.saving} aria-live="polite">
        {saving === 'saving' ? 'Saving …' : saving === 'saved' ? 'Saved' : ''}
      </span>
    </span>
  );
}
