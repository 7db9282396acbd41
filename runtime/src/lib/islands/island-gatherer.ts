import type { AnswerRecord } from '@vitrine/data-actions/server';
import type { MessageTable } from '@vitrine/modules';
import { scriptJson } from '../segments/escape-html.ts';
import type { PageFrame, PlannedInstance } from '../stages.ts';
import { messagesOf } from '../view-props.ts';
import type { IslandState, PageState } from './island-state.ts';

/** Gathers the state of a page's islands while it is rendered; a value two islands use is sent once. */
export class IslandGatherer {
  private readonly islands: Record<string, IslandState> = {};
  private readonly values: unknown[] = [];
  private readonly answers = new Map<string, PageState['answers'][number]>();
  private readonly places = new Map<unknown, number>();

  add(
    { id, config, query }: PlannedInstance,
    data: Readonly<Record<string, unknown>>,
    answers: Readonly<Record<string, AnswerRecord>>,
  ): void {
    this.islands[id] = {
      config,
      query,
      data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, this.placeOf(value)])),
    };
    for (const [key, { d, at, state }] of Object.entries(answers)) {
      const place = this.places.get(d);
      if (place !== undefined && typeof d === 'object')
        this.answers.set(key, [key, at, state === 'stale' ? 1 : 0, place]);
    }
  }

  /** The state of the page; nothing when no island stands on it, not even in a hole. */
  script(
    frame: PageFrame,
    { build, instances }: { readonly build: string; readonly instances: readonly PlannedInstance[] },
  ): string {
    const waking = instances.filter(({ module }) => module.island);
    if (waking.length === 0) return '';
    const messages: Record<string, MessageTable> = {};
    for (const instance of waking) messages[instance.module.id] ??= messagesOf(instance, frame);
    const state: PageState = {
      v: 1,
      build,
      context: frame.shared,
      subject: frame.subject,
      prefix: frame.prefix,
      address: frame.address,
      query: frame.query.toString(),
      messages,
      islands: this.islands,
      values: this.values,
      answers: [...this.answers.values()],
    };
    return `<script type="application/json" id="vt-page">${scriptJson(state)}</script>`;
  }

  private placeOf(value: unknown): number {
    const known = this.places.get(value);
    if (known !== undefined) return known;
    this.places.set(value, this.values.length);
    return this.values.push(value ?? null) - 1;
  }
}

/** The state of an island that is not part of the page's own: it stands in a hole or came late. */
export function ownIslandState(
  { id, config, query, module }: PlannedInstance,
  data: Readonly<Record<string, unknown>>,
): string {
  if (!module.island) return '';
  const names = Object.keys(data);
  const state: IslandState = {
    config,
    query,
    data: Object.fromEntries(names.map((name, place) => [name, place])),
    values: names.map((name) => data[name] ?? null),
  };
  return `<script type="application/json" data-island="${id}">${scriptJson(state)}</script>`;
}
