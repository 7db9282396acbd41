import { IconPhoto } from '@tabler/icons-react';
import css from './look.module.css';

/** A small picture of goods; what it shows is said beside it. */
export function Picture({ of: media }: { of: { readonly src: string } | undefined }) {
  if (!media) {
    return (
      <span className={css.picture}>
        <IconPhoto size={18} stroke={1.4} aria-hidden />
      </span>
    );
  }
  return <img src={addressOf(media.src)} alt="" loading="lazy" className={css.picture} />;
}

function addressOf(src: string): string {
  if (/^https?:/.test(src)) return src;
  return `/_image/160/${src.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/')}`;
}
