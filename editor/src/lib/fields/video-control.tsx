import { Button } from '@mantine/core';
import { IconMovie, IconTrash } from '@tabler/icons-react';
import { hostedFilm, isNoFilmAtHost, isSafeMedia, type VideoValue } from '@vitrine/modules';
import { useId, useState } from 'react';
import css from './control.module.css';
import { type ControlProps, mixedWords } from './control.ts';
import type { Manner } from './gestures.ts';
import { ImageChoice } from './image-control.tsx';
import pickCss from './picker.module.css';
import { TextLine } from './text-line.tsx';

const filmProblem =
  'No film plays at this address. Take the address of one film there, such as https://youtu.be/… or https://vimeo.com/…';
const fileProblem =
  'This browser finds no film at that address. It takes a file, such as …/film.mp4, or a film at YouTube or Vimeo.';
const addressProblem = 'A path of this shop, or an address that begins with https:';

export function VideoControl(props: ControlProps<VideoValue>) {
  const { value, onChange, isReadOnly, field } = props;
  const posterLabel = useId();
  const [isBegun, setBegun] = useState(false);
  const [unplayable, setUnplayable] = useState<string>();
  if (!value && !isBegun) {
    return (
      <button
        type="button"
        id={props.id}
        className={pickCss.choose}
        disabled={isReadOnly}
        aria-labelledby={`${props.labelId} ${props.id}`}
        aria-describedby={props.describedBy}
        data-invalid={props.isInvalid || undefined}
        onClick={() => setBegun(true)}
      >
        <IconMovie size={16} stroke={1.5} aria-hidden />
        {props.isMixed ? mixedWords : isReadOnly ? 'No film' : 'Add a film'}
      </button>
    );
  }
  const film: VideoValue = value ?? { src: '', title: '' };
  const isSafe = film.src === '' || isSafeMedia(film.src);
  const isNoFilm = isNoFilmAtHost(film.src);
  const isPlayable = film.src !== '' && isSafe && !isNoFilm;
  const hosted = hostedFilm(film.src);
  const change = (part: Partial<VideoValue>, manner?: Manner) =>
    onChange(withoutGaps({ ...film, ...part }), manner);
  return (
    <fieldset
      className={css.group}
      aria-labelledby={props.labelId}
      aria-describedby={props.describedBy}
      data-inherited={props.isInherited || undefined}
    >
      {hosted && (
        <p className={css.hint}>
          A film at {hosted.host}. Visitors fetch it when they press play, so it needs a picture before that.
        </p>
      )}
      {isPlayable && !hosted && (
        // biome-ignore lint/a11y/useMediaCaption: the captions are a field below.
        <video
          className={css.film}
          src={film.src}
          controls
          preload="metadata"
          aria-label={film.title}
          onError={() => setUnplayable(film.src)}
        />
      )}
      <TextLine
        label="Address of the film"
        value={film.src}
        onEdit={(src) => change({ src }, 'typed')}
        isReadOnly={isReadOnly}
        placeholder="/_media/film.mp4, https://youtu.be/…, https://vimeo.com/…"
        problem={
          !isSafe
            ? addressProblem
            : isNoFilm
              ? filmProblem
              : isPlayable && !hosted && film.src === unplayable
                ? fileProblem
                : undefined
        }
      />
      <TextLine
        label="What it shows"
        value={film.title}
        onEdit={(title) => change({ title }, 'typed')}
        isReadOnly={isReadOnly}
        problem={film.src !== '' && film.title === '' ? 'Say in words what it shows.' : undefined}
      />
      <TextLine
        label="Captions (WebVTT file)"
        value={film.captions ?? ''}
        onEdit={(captions) => change({ captions: captions === '' ? undefined : captions }, 'typed')}
        isReadOnly={isReadOnly}
        problem={film.captions && !isSafeMedia(film.captions) ? addressProblem : undefined}
      />
      <div>
        <span id={posterLabel} className={css.innerLabel}>
          Picture before it plays
        </span>
        <ImageChoice
          label={`${field.label}, picture before it plays`}
          value={film.poster}
          onChange={(poster, manner) => change({ poster }, manner)}
          id={`${props.id}-poster`}
          labelId={posterLabel}
          describedBy={undefined}
          isReadOnly={isReadOnly}
          isInvalid={false}
          isInherited={props.isInherited}
          isMixed={false}
        />
      </div>
      {!isReadOnly && (
        <Button
          className={css.plain}
          variant="default"
          size="compact-xs"
          leftSection={<IconTrash size={14} stroke={1.5} aria-hidden />}
          onClick={() => {
            setBegun(false);
            onChange(undefined);
          }}
        >
          Remove the film
        </Button>
      )}
    </fieldset>
  );
}

// What is taken away is absent in the document, not there with nothing in it.
function withoutGaps(film: VideoValue): VideoValue {
  return Object.fromEntries(
    Object.entries(film).filter(([, value]) => value !== undefined),
  ) as unknown as VideoValue;
}
