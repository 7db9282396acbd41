import type { ModuleProps } from '@vitrine/modules';
import styles from './columns.module.css';
import type { columns } from './columns.module.ts';

export function ColumnsView({ config, slots }: ModuleProps<typeof columns>) {
  return (
    <div
      className={styles.columns}
      data-split={config.split}
      data-align={config.align}
      data-sticky={config.sticky || undefined}
    >
      <div className={styles.column}>{slots.first}</div>
      <div className={styles.column}>{slots.second}</div>
      {config.split === 'thirds' && <div className={styles.column}>{slots.third}</div>}
    </div>
  );
}
