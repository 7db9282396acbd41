import type { VideoValue } from '@vitrine/modules';
import { pictureAddress, type Translate } from '@vitrine/modules/view';
import styles from './video.module.css';

/** A file, played by the browser itself; nothing of it is fetched before that, its poster aside. */
export function FilmPlayer({
  film,
  playsItself,
  locale,
  t,
}: {
  film: VideoValue;
  playsItself: boolean;
  locale: string;
  t: Translate;
}) {
  const { src, title, poster, captions } = film;
  const shown = {
    className: styles.player,
    controls: true,
    playsInline: true,
    poster: poster && pictureAddress(poster.src, 1280),
    'aria-label': title,
  };
  const track = captions && (
    <track kind="captions" src={captions} srcLang={locale} label={t('captions')} default />
  );
  // Of a stranger nothing is fetched before somebody asks for it.
  const isStrange = src.startsWith('https:');
  if (!playsItself || isStrange) {
    return (
      <video {...shown} preload={poster || isStrange ? 'none' : 'metadata'} src={src}>
        {track}
      </video>
    );
  }
  // Who wants nothing to move has no source for the one that moves, and does not see it: that needs no script.
  return (
    <>
      <video {...shown} data-for="movement" autoPlay muted loop>
        <source src={src} media="(prefers-reduced-motion: no-preference)" />
        {track}
      </video>
      <video {...shown} data-for="stillness" preload="none" src={src}>
        {track}
      </video>
    </>
  );
}
