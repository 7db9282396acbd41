import type { ModuleProps } from '@vitrine/modules';
import styles from './divider.module.css';
import type { divider } from './divider.module.ts';

export function DividerView({ config }: ModuleProps<typeof divider>) {
  const { base, sm, md, lg } = config.room;
  const rooms = { 'data-room': base, 'data-room-sm': sm, 'data-room-md': md, 'data-room-lg': lg };
  return (
    <div className={styles.divider} {...rooms}>
      {config.line !== 'none' && <hr className={styles.line} data-line={config.line} />}
    </div>
  );
}
