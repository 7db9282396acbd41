import { Button, Checkbox } from '@mantine/core';
import { IconPhotoPlus, IconReplace, IconTrash } from '@tabler/icons-react';
import type { ImageValue } from '@vitrine/modules';
import { pictureAddress } from '@vitrine/modules/view';
import { useState } from 'react';
import css from './control.module.css';
import { type ControlProps, mixedWords } from './control.ts';
import { useTranslation } from './field-scope.tsx';
import { useFieldTools } from './field-tools.tsx';
import { localeName } from './field-words.ts';
import { FocalPoint } from './focal-point.tsx';
import type { Manner } from './gestures.ts';
import pickCss from './picker.module.css';
import { TextLine } from './text-line.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';
import { withAlt } from './with-alt.ts';

export type ImageControlProps = Pick<
  ControlProps<ImageValue>,
  | 'value'
  | 'onChange'
  | 'id'
  | 'labelId'
  | 'describedBy'
  | 'isReadOnly'
  | 'isInvalid'
  | 'isInherited'
  | 'isMixed'
> & { readonly label: string; readonly ratio?: number };

export function ImageControl(props: ControlProps<ImageValue>) {
  const { ratio } = props.field.details as { ratio?: number };
  return <ImageChoice {...props} label={props.field.label} ratio={ratio} />;
}

/** A picture of the media library, its focal point and the words that stand for it. */
export function ImageChoice(props: ImageControlProps) {
  const { value, onChange, isReadOnly, label, ratio } = props;
  const { pickMedia, imageAddress = pictureAddress } = useFieldTools();
  const choose = async (files?: readonly File[]) => {
    const picked = await pickMedia({ label, current: value, ratio, ...(files && { files }) });
    if (picked) onChange(picked);
  };
  const dropped = useDroppedFiles(!isReadOnly, (files) => void choose(files));
  if (!value) {
    return (
      <button
        type="button"
        id={props.id}
        className={pickCss.choose}
        disabled={isReadOnly}
        aria-labelledby={`${props.labelId} ${props.id}`}
        aria-describedby={props.describedBy}
        data-invalid={props.isInvalid || undefined}
        onClick={() => void choose()}
        {...dropped}
      >
        <IconPhotoPlus size={16} stroke={1.5} aria-hidden />
        {props.isMixed ? mixedWords : isReadOnly ? 'No picture' : 'Choose a picture'}
      </button>
    );
  }
  return (
    <fieldset
      className={css.group}
      aria-labelledby={props.labelId}
      aria-describedby={props.describedBy}
      data-inherited={props.isInherited || undefined}
      {...dropped}
    >
      <FocalPoint
        key={value.src}
        src={imageAddress(value.src, 640)}
        alt={value.alt}
        width={value.width}
        height={value.height}
        point={value.focalPoint}
        ratio={ratio}
        onChange={(focalPoint) => onChange({ ...value, focalPoint })}
        isReadOnly={isReadOnly}
      />
      {!isReadOnly && (
        <Button.Group>
          <Button
            id={props.id}
            className={`${css.half} ${css.plain}`}
            variant="default"
            size="compact-xs"
            leftSection={<IconReplace size={14} stroke={1.5} aria-hidden />}
            onClick={() => void choose()}
          >
            Replace
          </Button>
          <Button
            className={`${css.half} ${css.plain}`}
            variant="default"
            size="compact-xs"
            leftSection={<IconTrash size={14} stroke={1.5} aria-hidden />}
            onClick={() => onChange(undefined)}
          >
            Remove
          </Button>
        </Button.Group>
      )}
      <AltText key={`alt ${value.src}`} value={value} onChange={onChange} isReadOnly={isReadOnly} />
    </fieldset>
  );
}

function AltText({
  value,
  onChange,
  isReadOnly,
}: {
  value: ImageValue;
  onChange: (value: ImageValue, manner?: Manner) => void;
  isReadOnly: boolean;
}) {
  const locale = useTranslation();
  const key = locale === undefined ? 'alt' : (`alt@${locale}` as const);
  const [isDecoration, setDecoration] = useState(value.alt === '');
  const isEmpty = value.alt === '';
  const isTicked = isDecoration && isEmpty;
  return (
    <>
      {!isTicked && (
        <TextLine
          key={key}
          label={locale === undefined ? 'Alternative text' : `Alternative text (${localeName(locale)})`}
          value={value[key] ?? ''}
          placeholder={locale === undefined ? undefined : value.alt}
          onEdit={(alt) => {
            setDecoration(false);
            onChange(withAlt(value, key, alt), 'typed');
          }}
          isReadOnly={isReadOnly}
          hint="What it shows, for those who cannot see it."
          problem={isEmpty && locale === undefined ? 'Say what it shows, or call it decoration.' : undefined}
        />
      )}
      <Checkbox
        size="xs"
        label="Decoration, nothing to say about it"
        checked={isTicked}
        disabled={isReadOnly}
        onChange={(event) => {
          setDecoration(event.currentTarget.checked);
          if (event.currentTarget.checked) onChange(asDecoration(value));
        }}
      />
    </>
  );
}

function asDecoration(value: ImageValue): ImageValue {
  const facts = Object.entries(value).filter(([name]) => !name.startsWith('alt@'));
  return { ...(Object.fromEntries(facts) as unknown as ImageValue), alt: '' };
}
