import { randomUUID } from 'node:crypto';
import type { PlanResult } from '@vitrine/data-actions/server';
import {
  type AnyViewProps,
  ModuleRenderError,
  renderFallback,
  renderInstance,
} from '@vitrine/modules/render';
import { SlotContent } from '@vitrine/modules/view';
import { createElement, type ReactNode } from 'react';
import { type AddressReading, trackedFrame } from './fragments/tracked-frame.ts';
import type { PageFrame, PlannedInstance, RenderedSlot, SlotState } from './stages.ts';
import { viewProps } from './view-props.ts';

// No text of a shop can guess it, so none can pass for the mark of a slot.
const TOKEN = randomUUID();
const MARK = new RegExp(`<!--${TOKEN}:([\\w-]+)-->`);

/** Renders one instance from its answers. A failure of any kind gives the fallback of its module; it never throws. */
export function renderSlot(
  instance: PlannedInstance,
  result: Pick<PlanResult, 'results' | 'late'> | undefined,
  frame: PageFrame,
): RenderedSlot {
  const state = stateOf(instance, result);
  if (state === 'fallback' || state === 'late' || state === 'error')
    return fallback(instance, frame, state, instance.failed ?? errorOf(result));
  const data = Object.fromEntries(
    Object.entries(result?.results ?? {}).map(([name, { value }]) => [name, value]),
  );
  try {
    const { module, view, css } = instance;
    const reading: AddressReading = { happened: false };
    const watched = trackedFrame(frame, reading);
    const props: AnyViewProps = viewProps(instance, watched, { data, slots: marksFor(instance) });
    const html = renderInstance({ registered: { module, view, css, presets: [] }, props });
    return { state, pieces: html.split(MARK), data, looksAtAddress: reading.happened };
  } catch (error) {
    if (!(error instanceof ModuleRenderError)) throw error;
    return fallback(instance, frame, 'error', error);
  }
}

function stateOf(
  { failed }: PlannedInstance,
  result: Pick<PlanResult, 'results' | 'late'> | undefined,
): SlotState {
  if (failed !== undefined) return 'error';
  const states = Object.values(result?.results ?? {}).map(({ state }) => state);
  if (states.includes('error')) return 'error';
  if (states.includes('fallback')) return result?.late === undefined ? 'fallback' : 'late';
  if (states.includes('missing')) return 'fallback';
  return states.includes('stale') ? 'stale' : 'ok';
}

function errorOf(result: Pick<PlanResult, 'results'> | undefined): unknown {
  return Object.values(result?.results ?? {}).find(({ error }) => error)?.error;
}

function fallback(
  { id, module }: PlannedInstance,
  frame: PageFrame,
  state: 'fallback' | 'late' | 'error',
  error?: unknown,
): RenderedSlot {
  return {
    state,
    pieces: [renderFallback({ module, id, locale: frame.shared.locale, state })],
    looksAtAddress: false,
    ...(error !== undefined && { error }),
  };
}

function marksFor({ slots }: PlannedInstance): Record<string, ReactNode> {
  return Object.fromEntries(
    Object.entries(slots)
      .filter(([, children]) => children.length > 0)
      .map(([name]) => [name, createElement(SlotContent, { name, html: `<!--${TOKEN}:${name}-->` })]),
  );
}
