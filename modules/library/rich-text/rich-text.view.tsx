import type { ModuleProps } from '@vitrine/modules';
import { RichText } from '@vitrine/modules/view';
import styles from './rich-text.module.css';
import type { richText } from './rich-text.module.ts';

export function RichTextView({ config }: ModuleProps<typeof richText>) {
  if (config.body === '') return null;
  return (
    <div className={styles.text} data-size={config.size} data-align={config.align}>
      <RichText html={config.body} className={`vt-prose ${styles.body}`} />
    </div>
  );
}
