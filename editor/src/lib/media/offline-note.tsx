import { IconCloudOff } from '@tabler/icons-react';
import css from './library.module.css';
import { useLibrary } from './library-context.ts';

export function OfflineNote() {
  const isOffline = useLibrary((state) => state.isOffline);
  if (!isOffline) return null;
  return (
    <div className={css.offline} role="status">
      <IconCloudOff size={16} stroke={1.5} aria-hidden />
      The shop cannot be reached. You see what was there before; uploads go on by themselves when the
      connection is back.
    </div>
  );
}
