import { startData } from '@vitrine/data-actions/react';
import type { AnyView } from '@vitrine/modules';
import type { AnyViewProps } from '@vitrine/modules/render';
import { createTranslator, identifierPrefix, slotsOfIsland } from '@vitrine/modules/view';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import { createHref, createWithQuery } from '../page-address.ts';
import type { IslandState, PageState } from './island-state.ts';
import { knownAnswers } from './known-answers.ts';

/** Reads what the server rendered an island with; the function returned brings it to life in one go. */
export function prepareIsland(island: HTMLElement, view: AnyView): () => void {
  const page = pageState();
  startData({ context: page.context, state: knownAnswers(page) });
  const { state, values } = islandState(island, page);
  const props: AnyViewProps = {
    id: island.id,
    config: state.config,
    query: state.query,
    data: Object.fromEntries(
      Object.entries(state.data).map(([name, place]) => [name, values[place] ?? undefined]),
    ),
    slots: slotsOfIsland(island),
    subject: page.subject,
    context: page.context,
    href: createHref(page.prefix),
    withQuery: createWithQuery(page.address, new URLSearchParams(page.query)),
    t: createTranslator(page.messages[island.dataset.m ?? ''] ?? {}, page.context.locale),
  };
  return () => {
    flushSync(() => {
      hydrateRoot(island, createElement(view, props), { identifierPrefix: identifierPrefix(island.id) });
    });
  };
}

function islandState(
  island: HTMLElement,
  page: PageState,
): { readonly state: IslandState; readonly values: readonly unknown[] } {
  const state = page.islands[island.id];
  if (state) return { state, values: page.values };
  const own = document.querySelector(`script[data-island="${CSS.escape(island.id)}"]`);
  if (!own?.textContent) throw new Error(`The page says nothing about its island "${island.id}".`);
  const brought = JSON.parse(own.textContent) as IslandState;
  return { state: brought, values: brought.values ?? [] };
}

// Parsed once; it lives as long as the page it was read from.
const read = new WeakMap<Element, PageState>();

function pageState(): PageState {
  const element = document.getElementById('vt-page');
  if (!element?.textContent) throw new Error('The page says nothing about its islands.');
  const state = read.get(element) ?? (JSON.parse(element.textContent) as PageState);
  read.set(element, state);
  return state;
}
