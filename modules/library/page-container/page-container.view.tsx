import type { ModuleProps } from '@vitrine/modules';
import styles from './page-container.module.css';
import type { pageContainer } from './page-container.module.ts';

export function PageContainerView({ slots, t }: ModuleProps<typeof pageContainer>) {
  return (
    <div className={styles.page}>
      <a className="vt-skip" href="#content">
        {t('skip')}
      </a>
      <header className={styles.header}>{slots.header}</header>
      <main className={styles.main} id="content" tabIndex={-1}>
        {slots.main}
      </main>
      <footer className={styles.footer}>{slots.footer}</footer>
    </div>
  );
}
