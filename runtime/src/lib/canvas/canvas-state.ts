import { nodePrint, walk } from '@vitrine/content';
import type { SharedDimensions } from '@vitrine/data-actions';
import type { PageSubject } from '@vitrine/modules';
import { scriptJson } from '../segments/escape-html.ts';
import type { PageFrame, RenderedSlot, RunPage, SlotState } from '../stages.ts';
import { type InstanceTrace, instanceTrace } from './instance-trace.ts';

/** What a canvas must know to render an instance again in the browser, as the page brings it along. JSON. */
export interface CanvasState {
  readonly v: 1;
  /** The document people edit. */
  readonly document: string;
  /** What stands before the ids of its instances on the page. */
  readonly prefix: '' | '_layout.';
  readonly frame: CanvasFrame;
  readonly instances: Readonly<Record<string, CanvasInstance>>;
}

/** The part of a page's frame that differs from page to page. */
export interface CanvasFrame {
  readonly subject: PageSubject;
  readonly context: Readonly<SharedDimensions>;
  readonly fallbackLocale: string;
  readonly prefix: string;
  readonly address: string;
  readonly query: string;
}

/** One instance as the server showed it. */
export interface CanvasInstance {
  readonly module: string;
  /** Of the settings it was rendered from. */
  readonly print: string;
  readonly state: SlotState | 'hole';
  /** What its view was given; absent when the view was not called or what it shows is personal. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
  readonly trace: readonly InstanceTrace[];
}

/** The state of a page as an inline script. */
export function canvasScript(
  run: RunPage,
  frame: PageFrame,
  shown: ReadonlyMap<string, RenderedSlot>,
): string {
  const state: CanvasState = {
    v: 1,
    document: frame.canvas?.document ?? '',
    prefix: frame.canvas?.isLayout ? '_layout.' : '',
    frame: canvasFrame(frame),
    instances: canvasInstances(run, shown),
  };
  return `<script type="application/json" id="vt-canvas">${scriptJson(state)}</script>`;
}

function canvasFrame({ subject, shared, fallbackLocale, prefix, address, query }: PageFrame): CanvasFrame {
  return { subject, context: shared, fallbackLocale, prefix, address, query: query.toString() };
}

/** What is known of every instance of a page that was rendered now. */
function canvasInstances(
  { plan, results, trace }: RunPage,
  shown: ReadonlyMap<string, RenderedSlot>,
): Record<string, CanvasInstance> {
  const { nodes, uses } = plan.page;
  const prints = new Map([...walk(nodes)].map(({ node }) => [node.id, nodePrint(node)]));
  const fragments = [...uses].map(([id, use]): [string, CanvasInstance] => [
    id,
    { module: 'fragment', print: nodePrint(use), state: 'ok', problems: [], trace: [] },
  ]);
  return Object.fromEntries([
    ...fragments,
    ...plan.instances.map(({ id, module }): [string, CanvasInstance] => {
      const rendered = shown.get(id);
      return [
        id,
        {
          module: module.id,
          print: prints.get(id) ?? '',
          state: module.rendering === 'hole' ? 'hole' : (rendered?.state ?? 'error'),
          ...(rendered?.data && { data: rendered.data }),
          problems: [
            ...plan.problems.filter(({ instance }) => instance === id).map(({ message }) => message),
            ...(rendered?.error === undefined ? [] : [messageOf(rendered.error)]),
          ],
          trace: instanceTrace(results.get(id), trace),
        },
      ];
    }),
  ]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
