import type { AnyModule } from '../define-module.ts';
import { translate } from '../translate.ts';
import { escapeAttribute } from './escape-attribute.ts';

/**
 * What stands in for an instance that failed or came too late: nothing to see, unless the module has a message `fallback`, or its
 * island will ask again by itself (`late`). Its id stays on the page, so that a late answer finds its place.
 */
export function renderFallback({
  module,
  id,
  locale,
  state = 'fallback',
}: {
  readonly module: AnyModule;
  readonly id: string;
  readonly locale: string;
  readonly state?: 'fallback' | 'error' | 'late';
}): string {
  const t = translate(module, locale);
  const text = t('fallback');
  const attributes = `id="${escapeAttribute(id)}" data-m="${module.id}" data-state="${state}"`;
  if (text === 'fallback') return `<vt-fallback ${attributes} hidden></vt-fallback>`;
  return `<vt-fallback ${attributes}><p role="status">${escapeAttribute(text)}</p></vt-fallback>`;
}
