import type { ModuleProps } from '@vitrine/modules';
import { linkWindow, Picture, RichText } from '@vitrine/modules/view';
import css from './teaser.module.css';
import type { teaser } from './teaser.module.ts';

export function TeaserView({ id, config, slots, href, t }: ModuleProps<typeof teaser>) {
  return (
    <section
      className={config.align === 'centre' ? `${css.teaser} ${css.centre}` : css.teaser}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`}>{config.title}</h2>
      {config.image && <Picture image={config.image} sizes="100vw" />}
      <RichText html={config.body} />
      <p>{t('points', { count: config.points.length })}</p>
      <ul data-columns={config.columns.base}>
        {config.points.map((point, index) => (
          <li key={index}>
            {point.link ? (
              <a href={href(point.link)} {...linkWindow(point.link)}>
                {point.label}
              </a>
            ) : (
              point.label
            )}
          </li>
        ))}
      </ul>
      {config.link && (
        <a href={href(config.link)} {...linkWindow(config.link)}>
          {t('more', { title: config.title })}
        </a>
      )}
      {slots.content}
    </section>
  );
}
