import type { PlanResult } from '@vitrine/data-actions/server';
import { writeMarked } from './canvas/marks.ts';
import { isPart, partElement } from './canvas/open-part.ts';
import type { FragmentCache } from './fragments/fragment-cache.ts';
import { type IslandGatherer, ownIslandState } from './islands/island-gatherer.ts';
import { renderSlot } from './render-slot.ts';
import { PartList } from './segments/part-list.ts';
import type {
  LateSlot,
  PageFrame,
  PageHole,
  PageProblem,
  PlannedInstance,
  RenderedSlot,
  RunPage,
} from './stages.ts';

export interface SlotWriterOptions {
  readonly run: RunPage;
  readonly frame: PageFrame;
  readonly islands: IslandGatherer;
  /** Instances rendered already. */
  readonly together?: ReadonlyMap<PlannedInstance, RenderedSlot>;
  readonly fragments?: FragmentCache;
  readonly onProblem: (problem: PageProblem) => void;
}

/** Writes the instances of one page, each with what stands in its slots. */
export class SlotWriter {
  /** Instances that will come behind the page. */
  readonly late: LateSlot[] = [];
  /** What was rendered now, by instance. */
  readonly shown = new Map<string, RenderedSlot>();
  /** No view threw. */
  complete = true;
  private readonly options: SlotWriterOptions;

  constructor(options: SlotWriterOptions) {
    this.options = options;
  }

  /** Instances that stand beside each other in a slot, or at the top of the page. */
  writeAll(
    instances: readonly PlannedInstance[],
    place: { readonly parent?: string; readonly slot?: string },
    out: PartList,
  ): void {
    const { canvas } = this.options.frame;
    const write = (instance: PlannedInstance) => this.write(instance, out);
    if (canvas) writeMarked(instances, { ...place, canvas }, { write, html: (text) => out.html(text) });
    else instances.forEach(write);
  }

  private write(instance: PlannedInstance, out: PartList): void {
    if (isPart(instance)) {
      this.writePart(instance, out);
      return;
    }
    if (instance.module.rendering === 'hole') {
      out.hole(this.holeFor(instance));
      return;
    }
    const { run, islands, fragments } = this.options;
    const { request } = run.plan.page;
    const result = run.results.get(instance.id);
    const known = run.fragments.get(instance.id);
    const rendered = known?.slot ?? this.render(instance, result);
    this.shown.set(instance.id, rendered);
    if (!known && result) fragments?.store(instance, request, rendered, result);
    if (rendered.state === 'late' && result?.late !== undefined)
      this.late.push(this.lateSlot(instance, result.late));
    if (instance.module.island && rendered.data)
      islands.add(instance, rendered.data, known?.answers ?? result?.data ?? {});
    this.fill(
      rendered,
      instance,
      (children, slot) => this.writeAll(children, { parent: instance.id, slot }, out),
      out,
    );
  }

  private writePart(instance: PlannedInstance, out: PartList): void {
    const { start, end } = partElement(instance);
    this.shown.set(instance.id, { state: 'ok', pieces: [], looksAtAddress: false });
    out.html(start);
    this.writeAll(instance.slots.content ?? [], { parent: instance.id, slot: 'content' }, out);
    out.html(end);
  }

  private render(
    instance: PlannedInstance,
    result: Pick<PlanResult, 'results' | 'late'> | undefined,
  ): RenderedSlot {
    const { together, frame } = this.options;
    const rendered = together?.get(instance) ?? renderSlot(instance, result, frame);
    if (rendered.error !== undefined) this.complain(instance, rendered.error);
    if (rendered.state === 'error') this.complete = false;
    return rendered;
  }

  private fill(
    { pieces }: RenderedSlot,
    { slots }: PlannedInstance,
    writeChildren: (children: readonly PlannedInstance[], slot: string) => void,
    out: PartList,
  ): void {
    pieces.forEach((piece, index) => {
      if (index % 2 === 0) out.html(piece);
      else writeChildren(slots[piece] ?? [], piece);
    });
  }

  // What stands in the slots of a hole is the same for everyone: it is rendered now and put in with each request.
  private holeFor(instance: PlannedInstance): PageHole {
    const slots = Object.entries(instance.slots).map(([name, children]) => {
      const inner = new PartList();
      this.writeAll(children, { parent: instance.id, slot: name }, inner);
      if (inner.hasHoles)
        this.complain(
          instance,
          new Error(`A hole stands in its slot "${name}"; holes cannot hold holes. It is left out.`),
        );
      return [name, inner.text()] as const;
    });
    return { kind: 'module', instance, slots: Object.fromEntries(slots), kept: new Map() };
  }

  private lateSlot(instance: PlannedInstance, coming: Promise<PlanResult>): LateSlot {
    const html = coming.then(({ results }) => {
      const rendered = this.render(instance, { results });
      if (rendered.data === undefined) return undefined;
      const out = new PartList();
      this.fill(rendered, instance, (children) => this.writeAllBehind(children, out), out);
      return out.text() + ownIslandState(instance, rendered.data);
    });
    // A page made anew behind an answer is sent to nobody, and nobody waits for this.
    html.catch(() => {});
    return { id: instance.id, html };
  }

  private writeAllBehind(instances: readonly PlannedInstance[], out: PartList): void {
    for (const instance of instances) this.writeBehind(instance, out);
  }

  // The page's own state has left by now: islands bring theirs along.
  private writeBehind(instance: PlannedInstance, out: PartList): void {
    if (instance.module.rendering === 'hole') {
      this.complain(
        instance,
        new Error('A hole stands in an instance that came late. It is left out this time.'),
      );
      return;
    }
    const { fragments, results } = this.options.run;
    const rendered = fragments.get(instance.id)?.slot ?? this.render(instance, results.get(instance.id));
    this.fill(rendered, instance, (children) => this.writeAllBehind(children, out), out);
    if (rendered.data) out.html(ownIslandState(instance, rendered.data));
  }

  private complain({ id, module }: PlannedInstance, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.options.onProblem({ instance: id, module: module.id, message });
  }
}
