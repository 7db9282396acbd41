import { IconPhotoPlus } from '@tabler/icons-react';
import css from './library.module.css';
import { useLibrary } from './library-context.ts';

/** Files are held above the screen. */
export function DropNote({ folder }: { folder: string | undefined }) {
  const name = useLibrary(({ folders }) => folders.find((each) => each.id === folder)?.name);
  return (
    <div className={css.drop}>
      <div className={css.dropWords}>
        <IconPhotoPlus size={32} stroke={1.25} aria-hidden />
        <strong>{name ? `Drop to upload into “${name}”` : 'Drop to upload'}</strong>
        <span>Pictures (JPEG, PNG, WebP, AVIF, GIF, SVG) and films (MP4, WebM)</span>
      </div>
    </div>
  );
}
