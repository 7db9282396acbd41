import { hostedFilm, type ModuleProps } from '@vitrine/modules';
import { FilmPlayer } from './film-player.tsx';
import { HostedPlayer } from './hosted-player.tsx';
import styles from './video.module.css';
import type { video } from './video.module.ts';

export function VideoView({ config, context, t }: ModuleProps<typeof video>) {
  const { film, caption } = config;
  if (!film) return null;
  const hosted = hostedFilm(film.src);
  return (
    <div
      className={styles.video}
      data-width={config.width}
      data-ratio={config.ratio}
      data-corners={config.corners}
    >
      <figure className={styles.figure}>
        {hosted ? (
          <HostedPlayer film={film} hosted={hosted} ratio={config.ratio} t={t} />
        ) : (
          <FilmPlayer film={film} playsItself={config.playsItself} locale={context.locale} t={t} />
        )}
        {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
      </figure>
    </div>
  );
}
