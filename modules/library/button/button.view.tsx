import type { ModuleProps } from '@vitrine/modules';
import { linkWindow } from '@vitrine/modules/view';
import { Icon } from '../icon.tsx';
import styles from './button.module.css';
import type { button } from './button.module.ts';

export function ButtonView({ config, href }: ModuleProps<typeof button>) {
  const buttons = config.buttons.filter(({ label }) => label !== '');
  if (buttons.length === 0) return null;
  return (
    <div className={styles.buttons} data-size={config.size} data-align={config.align} data-wide={config.wide}>
      {buttons.map(({ label, link, look }, index) => {
        const inner = (
          <>
            {look === 'text' ? <span>{label}</span> : label}
            {look === 'text' && <Icon name="forth" size={18} />}
          </>
        );
        const className = look === 'text' ? styles.more : `vt-button ${styles.button}`;
        // Without a place to go to it shows how it will look, and cannot be pressed.
        return link ? (
          <a key={index} className={className} data-look={look} href={href(link)} {...linkWindow(link)}>
            {inner}
          </a>
        ) : (
          <span key={index} className={className} data-look={look}>
            {inner}
          </span>
        );
      })}
    </div>
  );
}
