import { Button, Textarea } from '@mantine/core';
import type { Json } from '@vitrine/content';
import { type ImageValue, sanitiseHtml } from '@vitrine/modules';
import { useState } from 'react';
import { FieldControl } from '../fields/field-control.tsx';
import { type FieldScope, FieldScopeProvider } from '../fields/field-scope.tsx';
import { localeName } from '../fields/field-words.ts';
import { useField } from '../fields/use-field.ts';
import { withAlt } from '../fields/with-alt.ts';
import { focusText } from './focus-text.ts';
import { OriginalChange } from './original-change.tsx';
import { StateMark } from './state-mark.tsx';
import { StillRight } from './still-right.tsx';
import type { TranslationRow } from './translation-rows.ts';
import css from './translations.module.css';

/** One text in both languages. */
export function TranslationRowView({
  row,
  from,
  into,
}: {
  row: TranslationRow;
  from: FieldScope;
  into: FieldScope;
}) {
  return (
    <fieldset className={css.row} aria-label={row.label} data-state={row.state}>
      <div className={css.side} lang={from.locale}>
        {row.isAlt ? (
          <>
            <div className={css.label}>{row.label}</div>
            <Words value={row.base} isFormatted={false} />
            {row.state === 'outdated' && <OriginalChange before={row.before} now={row.stands} />}
          </>
        ) : (
          <FieldScopeProvider value={from}>
            <Original row={row} isReadOnly={from.isReadOnly} />
          </FieldScopeProvider>
        )}
      </div>
      <div className={css.side} lang={into.locale}>
        {row.isAlt ? (
          // The picture is the first language's, with the words of all.
          <FieldScopeProvider value={from}>
            <AltTranslation row={row} into={into} />
          </FieldScopeProvider>
        ) : (
          <FieldScopeProvider value={into}>
            <FieldControl field={row.field} parent={row.parent} isLabelHidden />
            <Foot row={row} scope={into} />
          </FieldScopeProvider>
        )}
      </div>
    </fieldset>
  );
}

/** What a picture shows, in the other language. */
function AltTranslation({ row, into }: { row: TranslationRow; into: FieldScope }) {
  const field = useField({ field: row.field, parent: row.parent });
  const picture = field.value as unknown as ImageValue | undefined;
  const key = `alt@${into.locale}` as const;
  const language = localeName(into.locale);
  return (
    <>
      <Textarea
        size="xs"
        autosize
        aria-label={`${row.label} in ${language}`}
        placeholder={typeof row.base === 'string' ? row.base : undefined}
        value={picture?.[key] ?? ''}
        disabled={into.isReadOnly || !picture}
        onChange={({ currentTarget }) => {
          const words = currentTarget.value.replaceAll('\n', ' ');
          if (picture) field.write(withAlt(picture, key, words) as unknown as Json, 'typed');
        }}
      />
      <div className={css.foot}>
        <StateMark state={row.state} language={language} original={localeName(into.baseLocale)} />
        {row.state === 'outdated' && !into.isReadOnly && <StillRight row={row} />}
      </div>
    </>
  );
}

/** What is translated from: to be read, and put right where it stands. */
function Original({ row, isReadOnly }: { row: TranslationRow; isReadOnly: boolean }) {
  const [isEdited, setEdited] = useState(false);
  return (
    <>
      <div className={css.label}>
        {row.label}
        {!isReadOnly && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-pressed={isEdited}
            onClick={() => setEdited(!isEdited)}
          >
            {isEdited ? 'Done' : 'Edit'}
          </Button>
        )}
      </div>
      {isEdited ? (
        <FieldControl field={row.field} parent={row.parent} isLabelHidden />
      ) : (
        <Words value={row.base} isFormatted={row.field.kind === 'rich-text'} />
      )}
      {row.state === 'outdated' && <OriginalChange before={row.before} now={row.stands} />}
    </>
  );
}

function Words({ value, isFormatted }: { value: unknown; isFormatted: boolean }) {
  if (typeof value !== 'string') return <p className={css.words}>As it is shown to the right.</p>;
  if (!isFormatted) return <p className={css.words}>{value}</p>;
  return (
    <div
      className={css.words}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: only what the sanitiser wrote anew.
      dangerouslySetInnerHTML={{ __html: sanitiseHtml(value).html }}
    />
  );
}

/** How it stands with the translation, and what can be done about it in one press. */
function Foot({ row, scope }: { row: TranslationRow; scope: FieldScope }) {
  const field = useField({ field: row.field, parent: row.parent });
  const language = localeName(scope.locale);
  const original = localeName(scope.baseLocale);
  return (
    <div className={css.foot}>
      <StateMark state={row.state} language={language} original={original} />
      {!scope.isReadOnly && (
        <>
          {row.state === 'missing' && row.field.kind !== 'rich-text' && typeof row.base === 'string' && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={`Same in ${language}: ${row.label}`}
              onClick={({ currentTarget }) => {
                focusText(currentTarget);
                field.write(row.base);
              }}
            >
              Same in {language}
            </Button>
          )}
          {row.state === 'outdated' && <StillRight row={row} />}
          {row.state !== 'missing' && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={`Take away: ${row.label} in ${language}`}
              onClick={({ currentTarget }) => {
                focusText(currentTarget);
                field.reset();
              }}
            >
              Take away
            </Button>
          )}
        </>
      )}
    </div>
  );
}
