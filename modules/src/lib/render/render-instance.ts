import { createElement } from 'react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import type { ViewProps } from '../define-module.ts';
import type { AnyView, RegisteredModule } from '../registry.ts';
import { identifierPrefix } from '../view/identifier-prefix.ts';
import { escapeAttribute } from './escape-attribute.ts';
import { ModuleRenderError } from './module-render-error.ts';

// biome-ignore lint/suspicious/noExplicitAny: props of every module.
export type AnyViewProps = ViewProps<any, any, any, any>;

/**
 * One instance as HTML: the same bytes for the same props. A module without an island is its view's own markup; an island is
 * wrapped in `<vt-island id data-m data-wake>`, the root its JavaScript wakes up in.
 * @throws ModuleRenderError when the view throws.
 */
export function renderInstance({
  registered,
  view = registered.view,
  props,
}: {
  readonly registered: RegisteredModule;
  /** A theme's own view. */
  readonly view?: AnyView;
  readonly props: AnyViewProps;
}): string {
  const { id, island } = registered.module;
  const render = island ? renderToString : renderToStaticMarkup;
  let html: string;
  try {
    html = withoutPreloads(
      render(createElement(view, props), { identifierPrefix: identifierPrefix(props.id) }),
    );
  } catch (thrown) {
    throw new ModuleRenderError(id, props.id, thrown);
  }
  if (!island) return html;
  return `<vt-island id="${escapeAttribute(props.id)}" data-m="${id}" data-wake="${island}">${html}</vt-island>`;
}

const PRELOAD = '<link rel="preload" as="image"';

// React writes preload links before the markup for every picture that is not lazy. They would stand right before the
// picture itself, gain nothing there, and are not part of what an island hydrates.
export function withoutPreloads(html: string): string {
  if (!html.startsWith(PRELOAD)) return html;
  return html.replace(/^(?:<link rel="preload" as="image"[^>]*\/>)+/, '');
}
