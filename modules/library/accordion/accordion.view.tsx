import type { ModuleProps } from '@vitrine/modules';
import { RichText } from '@vitrine/modules/view';
import styles from './accordion.module.css';
import type { accordion } from './accordion.module.ts';

export function AccordionView({ id, config }: ModuleProps<typeof accordion>) {
  const items = config.items.filter(({ question }) => question !== '');
  if (items.length === 0) return null;
  return (
    <div className={styles.accordion}>
      <div className={styles.body}>
        {config.title && <h2 className={styles.title}>{config.title}</h2>}
        {items.map(({ question, answer }, index) => (
          <details
            key={index}
            className={styles.item}
            name={config.single ? `${id}-questions` : undefined}
            open={config.firstOpen && index === 0}
          >
            <summary className={`${styles.fold} ${styles.question}`}>{question}</summary>
            <RichText html={answer} className={`vt-prose ${styles.folded}`} />
          </details>
        ))}
      </div>
    </div>
  );
}
