import type { ModuleProps } from '@vitrine/modules';
import { linkWindow } from '@vitrine/modules/view';
import styles from './announcement.module.css';
import type { announcement } from './announcement.module.ts';

export function AnnouncementView({ config, href, t }: ModuleProps<typeof announcement>) {
  if (config.text === '') return null;
  return (
    <p className={styles.bar} data-tone={config.tone}>
      {config.text}{' '}
      {config.link && (
        <a href={href(config.link)} {...linkWindow(config.link)}>
          {config.linkLabel || t('more')}
        </a>
      )}
    </p>
  );
}
