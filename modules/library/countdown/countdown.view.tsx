import type { ModuleProps } from '@vitrine/modules';
import { linkWindow, VisuallyHidden } from '@vitrine/modules/view';
import styles from './countdown.module.css';
import type { countdown } from './countdown.module.ts';
import { remainingTime } from './remaining-time.ts';
import { useNow } from './use-now.ts';

const units = ['days', 'hours', 'minutes', 'seconds'] as const;

export function CountdownView({ config, data, context, href, t }: ModuleProps<typeof countdown>) {
  const until = config.until === undefined ? 0 : Date.parse(config.until);
  const left = remainingTime(until, useNow(data.time.now, until));
  if (config.until === undefined) return null;
  if (!left && (config.after === 'hide' || config.over === '')) return null;
  return (
    <div className={styles.countdown} data-align={config.align} data-tone={config.tone}>
      {left ? (
        <>
          {config.title && <p className={styles.title}>{config.title}</p>}
          {/* Figures that change are not read out; the day is, whenever somebody comes by. */}
          <p className={styles.figures} aria-hidden="true">
            {units.map((unit) => (
              <span key={unit} className={styles.part} data-unit={unit}>
                <span className={styles.figure}>
                  {unit === 'days' ? left.days : String(left[unit]).padStart(2, '0')}
                </span>
                <span className={styles.unit}>{t(unit, { count: left[unit] })}</span>
              </span>
            ))}
          </p>
          <VisuallyHidden>
            <time dateTime={config.until}>
              {t('until', { day: dayAndTime(until, context.locale, config.timeZone) })}
            </time>
          </VisuallyHidden>
          {config.link && config.linkLabel && (
            <a className="vt-button" href={href(config.link)} {...linkWindow(config.link)}>
              {config.linkLabel}
            </a>
          )}
        </>
      ) : (
        <p className={styles.title}>{config.over}</p>
      )}
    </div>
  );
}

function dayAndTime(moment: number, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(moment);
}
