import type { Props } from '@vitrine/content';
import { createTranslator, type ModuleRegistry, messageTable } from '@vitrine/modules';
import { renderInstance } from '@vitrine/modules/render';
import { SlotContent } from '@vitrine/modules/view';
import { chooseView, type Theme } from '@vitrine/themes';
import { createElement } from 'react';
import { declaredQuery, parseQuery, queryNamesOf } from '../declared-query.ts';
import { createHref, createWithQuery } from '../page-address.ts';
import { configResolver } from '../resolved-config.ts';
import type { CanvasFrame } from './canvas-state.ts';

/** One instance to render in the browser, without what stands in its slots. */
export interface InstanceToRender {
  readonly id: string;
  readonly type: string;
  readonly v: number;
  readonly props: Props;
  /** Answers as they came last. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Slots that have a place. */
  readonly slots: readonly string[];
  /** Settings to show instead of those in `props`, as a view is given them. */
  readonly config?: Readonly<Record<string, unknown>>;
}

export type RenderedInstance =
  | {
      readonly kind: 'rendered';
      /** HTML and the names of slots in turn, as `RenderedSlot.pieces`. */
      readonly pieces: readonly string[];
      readonly css: string;
      /** What the view was given. */
      readonly config: Readonly<Record<string, unknown>>;
      readonly problems: readonly string[];
    }
  /** Only the server can: the module is not known here, is personal, or its view threw. */
  | { readonly kind: 'failed'; readonly message: string };

/** Renders instances of one page as the server does, with the same views and the same rules; nothing is asked. */
export type InstanceRenderer = (instance: InstanceToRender) => RenderedInstance;

export function createInstanceRenderer({
  registry,
  theme,
  frame,
}: {
  readonly registry: ModuleRegistry;
  readonly theme: Theme;
  readonly frame: CanvasFrame;
}): InstanceRenderer {
  const { context, subject, fallbackLocale } = frame;
  const query = new URLSearchParams(frame.query);
  const resolve = configResolver({ locale: context.locale, fallbackLocales: [fallbackLocale] });
  const href = createHref(frame.prefix);
  const withQuery = createWithQuery(frame.address, query);
  const token = markToken();
  const mark = new RegExp(`<!--${token}:([\\w-]+)-->`);

  return (instance) => {
    const registered = registry.get(instance.type);
    if (!registered) return { kind: 'failed', message: `There is no module "${instance.type}".` };
    const { module } = registered;
    if (module.rendering === 'hole') return { kind: 'failed', message: 'It is rendered for each visitor.' };
    try {
      const { config: own, problems } = resolve(module, instance);
      const config = instance.config ?? own;
      const { view, css } = chooseView(theme, registered);
      const names = queryNamesOf(module.query);
      const html = renderInstance({
        registered: { ...registered, css },
        view,
        props: {
          id: instance.id,
          config,
          data: instance.data,
          query: parseQuery(module.query, declaredQuery(query, names)),
          subject,
          context,
          slots: Object.fromEntries(
            instance.slots.map((name) => [
              name,
              createElement(SlotContent, { name, html: `<!--${token}:${name}-->` }),
            ]),
          ),
          href,
          withQuery,
          t: createTranslator(messageTable(module, context.locale, [fallbackLocale]), context.locale),
        },
      });
      return { kind: 'rendered', pieces: html.split(mark), css, config, problems };
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  };
}

// Nobody can guess it, so no text of an author passes for the mark of a slot.
function markToken(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
