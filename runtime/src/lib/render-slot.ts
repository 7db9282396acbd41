import { randomUUID } from 'node:crypto';
import type { PlanResult } from '@vitrine/data-actions/server';
import {
  type AnyViewProps,
  ModuleRenderError,
  renderFallback,
  renderInstance,
  renderTogether,
} from '@vitrine/modules/render';
import { SlotContent } from '@vitrine/modules/view';
import { createElement, type ReactNode } from 'react';
import { type AddressReading, trackedFrame } from './fragments/tracked-frame.ts';
import type { PageFrame, PlannedInstance, RenderedSlot, SlotState } from './stages.ts';
import { viewProps } from './view-props.ts';

// No text of a shop can guess it, so none can pass for the mark of a slot.
const TOKEN = randomUUID();
const MARK = new RegExp(`<!--${TOKEN}:([\\w-]+)-->`);

type Answers = Pick<PlanResult, 'results' | 'late'> | undefined;

/** Renders one instance from its answers. A failure of any kind gives the fallback of its module; it never throws. */
export function renderSlot(instance: PlannedInstance, result: Answers, frame: PageFrame): RenderedSlot {
  const prepared = prepare(instance, result, frame);
  if ('pieces' in prepared) return prepared;
  const { module, view, css } = instance;
  try {
    return prepared.finish(
      renderInstance({ registered: { module, view, css, presets: [] }, props: prepared.props }),
    );
  } catch (error) {
    if (!(error instanceof ModuleRenderError)) throw error;
    return fallback(instance, frame, 'error', error);
  }
}

/** `renderSlot` for many at once, as far as they can be rendered together; those that are not in the answer could not. */
export function renderSlots(
  instances: readonly PlannedInstance[],
  results: ReadonlyMap<string, PlanResult>,
  frame: PageFrame,
): ReadonlyMap<PlannedInstance, RenderedSlot> {
  const able: { instance: PlannedInstance; prepared: PreparedSlot }[] = [];
  for (const instance of instances) {
    const result = results.get(instance.id);
    if (!result || instance.module.island) continue;
    const prepared = prepare(instance, result, frame);
    if ('props' in prepared) able.push({ instance, prepared });
  }
  const html = renderTogether(able.map(({ instance: { view }, prepared: { props } }) => ({ view, props })));
  const rendered = new Map<PlannedInstance, RenderedSlot>();
  able.forEach(({ instance, prepared }, index) => {
    const own = html[index];
    if (own !== undefined) rendered.set(instance, prepared.finish(own));
  });
  return rendered;
}

interface PreparedSlot {
  readonly props: AnyViewProps;
  readonly finish: (html: string) => RenderedSlot;
}

function prepare(instance: PlannedInstance, result: Answers, frame: PageFrame): PreparedSlot | RenderedSlot {
  const state = stateOf(instance, result);
  if (state === 'fallback' || state === 'late' || state === 'error')
    return fallback(instance, frame, state, instance.failed ?? errorOf(result));
  const data: Record<string, unknown> = {};
  for (const name in result?.results) data[name] = result.results[name]?.value;
  const reading: AddressReading = { happened: false };
  const props = viewProps(instance, trackedFrame(frame, reading), { data, slots: marksFor(instance, frame) });
  return {
    props,
    finish: (html) => ({ state, pieces: html.split(MARK), data, looksAtAddress: reading.happened }),
  };
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

// On a canvas an empty slot has a place too: something can be put there.
function marksFor({ id, slots }: PlannedInstance, { canvas }: PageFrame): Record<string, ReactNode> {
  const isOwn = canvas?.isOwn(id);
  const root = canvas?.root;
  return Object.fromEntries(
    Object.entries(slots)
      .filter(
        ([name, children]) => isOwn || children.length > 0 || (name === root?.slot && id === root.parent),
      )
      .map(([name]) => [name, createElement(SlotContent, { name, html: `<!--${TOKEN}:${name}-->` })]),
  );
}
