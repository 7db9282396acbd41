import type { SharedDimensions } from '@vitrine/data-actions';
import { createElement, type ReactNode } from 'react';
import type { Link, Preset } from '../../index.ts';
import type { RegisteredModule } from '../registry.ts';
import type { AnyViewProps } from '../render/render-instance.ts';
import { resolveConfig } from '../resolve-config.ts';
import { translate } from '../translate.ts';
import { SlotContent } from '../view/slot-content.tsx';

export interface PresetPropsOptions {
  readonly id: string;
  readonly locale: string;
  readonly currency: string;
  /** Rendered HTML of the slots that are not empty. */
  readonly slots: Readonly<Record<string, string>>;
}

/** What the runtime would hand the view of an instance with these props and this data. */
export function presetProps(
  registered: RegisteredModule,
  preset: Preset,
  options: PresetPropsOptions,
): AnyViewProps {
  const { module } = registered;
  const { id, locale, currency } = options;
  const slots: Record<string, ReactNode> = {};
  for (const [name, html] of Object.entries(options.slots))
    slots[name] = createElement(SlotContent, { name, html });
  return {
    id,
    config: resolveConfig(module, preset.props, { locale, fallbackLocales: ['en'] }).config,
    data: preset.data ?? {},
    query: module.query ? module.query.parse(preset.query ?? {}) : {},
    subject: preset.subject ?? { kind: 'page', path: '/' },
    context: presetContext(locale, currency),
    slots,
    href: (link: Link | string) => hrefIn(locale, link),
    withQuery: (change: Readonly<Record<string, string | readonly string[] | undefined>>) =>
      queryText({ ...preset.query, ...change }),
    t: translate(module, locale),
  };
}

/** For whom presets are rendered: a guest of the online channel. */
export function presetContext(locale: string, currency: string): SharedDimensions {
  return { channel: 'online', locale, currency, customerGroup: 'anyone', audience: 'everyone' };
}

function hrefIn(locale: string, link: Link | string): string {
  const prefix = locale === 'en' ? '' : `/${locale}`;
  if (typeof link === 'string') return link.startsWith('/') ? prefix + link : link;
  if (link.kind === 'url') return link.href;
  if (link.kind === 'page') return prefix + link.path;
  return `${prefix}/${link.kind === 'product' ? 'p' : 'c'}/${link.slug}`;
}

function queryText(values: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) query.append(name, String(each));
    }
  }
  return `?${query}`;
}
