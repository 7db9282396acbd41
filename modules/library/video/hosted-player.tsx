import type { HostedFilm, VideoValue } from '@vitrine/modules';
import { Picture, type Translate } from '@vitrine/modules/view';
import { useState } from 'react';
import styles from './video.module.css';

const ratios = { wide: 16 / 9, landscape: 4 / 3, square: 1, tall: 9 / 16 };

/** A host's film: a picture of this shop with a button, until that is pressed. Without a script there is the way to the host. */
export function HostedPlayer({
  film,
  hosted,
  ratio,
  t,
}: {
  film: VideoValue;
  hosted: HostedFilm;
  ratio: keyof typeof ratios;
  t: Translate;
}) {
  const [plays, setPlays] = useState(false);
  const { host, frame, page } = hosted;
  if (plays) {
    return (
      <iframe
        className={styles.player}
        src={frame}
        title={film.title}
        // Both hosts refuse to play where they are not told who shows it.
        referrerPolicy="strict-origin-when-cross-origin"
        allow="autoplay; fullscreen; picture-in-picture; encrypted-media"
        ref={(element) => element?.focus()}
      />
    );
  }
  return (
    <>
      <button
        type="button"
        className={styles.start}
        aria-label={t('play', { title: film.title })}
        onClick={() => setPlays(true)}
      >
        {film.poster ? (
          <Picture
            image={film.poster}
            sizes="(min-width: 1400px) 1312px, 92vw"
            ratio={ratios[ratio]}
            className={styles.poster}
            alt=""
          />
        ) : (
          <span className={styles.title}>{film.title}</span>
        )}
        <span className={styles.sign}>
          <svg viewBox="0 0 24 24" width={28} height={28} aria-hidden="true">
            <path d="M8 5.2v13.6L19 12z" fill="currentColor" />
          </svg>
        </span>
      </button>
      <p className={styles.asks}>
        {t('asks', { host })}{' '}
        <a className="vt-link" href={page} rel="noreferrer">
          {t('there', { host })}
        </a>
      </p>
    </>
  );
}
