import type { ModuleProps } from '@vitrine/modules';
import styles from './account.module.css';
import type { account } from './account.module.ts';

export function AccountView({ slots }: ModuleProps<typeof account>) {
  return (
    <div className={styles.account}>
      <div className={styles.menu}>{slots.menu}</div>
      <div className={styles.content}>{slots.content}</div>
    </div>
  );
}
