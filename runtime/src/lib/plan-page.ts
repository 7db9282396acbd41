import { keptPart, type PageNode } from '@vitrine/content';
import { many, type Need, need } from '@vitrine/data-actions';
import { type AnyModule, type ModuleRegistry, moduleOfInstance } from '@vitrine/modules';
import { chooseView, type Theme } from '@vitrine/themes';
import { plannedMissing } from './canvas/missing-module.tsx';
import { plannedPart } from './canvas/open-part.ts';
import { defaultLocale } from './channel.ts';
import { checkedPlan } from './checked-plan.ts';
import { declaredQuery, parseQuery, queryNamesOf } from './declared-query.ts';
import { type AddressReading, trackedSubject } from './fragments/tracked-frame.ts';
import { instanceWords } from './instance-words.ts';
import { configResolver } from './resolved-config.ts';
import type { CanvasMarks, LoadedPage, PagePlan, PageProblem, PlannedInstance } from './stages.ts';

export interface PlanPageOptions {
  readonly registry: ModuleRegistry;
  readonly theme: Theme;
  /** On an editor's canvas every instance is what its module is: what is personal to shoppers has a stand-in there. */
  readonly canvas?: CanvasMarks;
}

/**
 * Step 3: what every instance on the page asks. Asks nothing yet. A module that is not registered, settings that break their
 * rules and a plan that throws cost their own place only and are named in `problems`.
 */
export function planPage(page: LoadedPage, { registry, theme, canvas }: PlanPageOptions): PagePlan {
  const { visit, subject, shared } = page.request;
  const resolve = configResolver({
    locale: shared.locale,
    fallbackLocales: [defaultLocale(visit.channel)],
  });
  const { id: document = '' } = page.request.document?.document ?? {};
  const problems: PageProblem[] = page.problems.map((message) => ({
    instance: document,
    module: 'page',
    message,
  }));
  const instances: PlannedInstance[] = [];
  const queryNames = [...new Set(modulesOf(page.nodes).flatMap((id) => declaredBy(id)))].sort();
  const query = declaredQuery(visit.url.searchParams, queryNames);
  const roots = page.nodes.flatMap(planned);
  return {
    page,
    roots,
    instances,
    holes: instances.filter(({ module }) => module.rendering === 'hole'),
    queryNames,
    query,
    problems,
  };

  function declaredBy(id: string): readonly string[] {
    return queryNamesOf(registry.get(id)?.module.query);
  }

  function planned(node: PageNode): PlannedInstance[] {
    if (keptPart(node)) return [plannedPlace(node)];
    const registered = registry.get(node.type);
    const complain = (message: string) => {
      problems.push({ instance: node.id, module: node.type, message });
    };
    if (!registered) {
      const known = registry.all.map(({ module }) => module.id).join(', ');
      complain(
        `Page "${page.name}" uses module "${node.type}". Registered: ${known}. Was it renamed? Add a migration.`,
      );
      return canvas ? [plannedStandIn(node)] : [];
    }
    const { config, failed: unreadable } = configOf(registered.module, node, complain);
    const module = canvas ? registered.module : moduleOfInstance(registered.module, config);
    const own = parseQuery(module.query, query);
    const reading: AddressReading = { happened: false };
    const { plan, failed = unreadable } = planOf(module, config, own, complain, reading);
    const place = instances.length;
    const instance: PlannedInstance = {
      id: node.id,
      module,
      ...chooseView(theme, registered),
      config,
      query: own,
      plan,
      reading,
      told: instanceWords(module, config, complain),
      ...(failed !== undefined && { failed }),
      slots: {},
    };
    instances.push(instance);
    const complete = { ...instance, slots: slotsOf(module, node, complain) };
    instances[place] = complete;
    return [complete];
  }

  function plannedPlace(node: PageNode): PlannedInstance {
    const place = instances.length;
    instances.push(plannedPart(node, []));
    const part = plannedPart(node, (node.slots?.content ?? []).flatMap(planned));
    instances[place] = part;
    return part;
  }

  function plannedStandIn(node: PageNode): PlannedInstance {
    const place = instances.length;
    instances.push(plannedMissing(node, NO_SLOTS));
    const inside = Object.entries(node.slots ?? {}).map(
      ([name, children]) => [name, children.flatMap(planned)] as const,
    );
    const standIn = plannedMissing(node, Object.fromEntries(inside));
    instances[place] = standIn;
    return standIn;
  }

  function configOf(module: AnyModule, node: PageNode, complain: (message: string) => void) {
    try {
      const resolved = resolve(module, node);
      for (const problem of resolved.problems) complain(problem);
      return { config: resolved.config };
    } catch (error) {
      complain(messageOf(error));
      return { config: {}, failed: error };
    }
  }

  function planOf(
    module: AnyModule,
    config: Readonly<Record<string, unknown>>,
    own: Readonly<Record<string, unknown>>,
    complain: (message: string) => void,
    reading: AddressReading,
  ): { plan: Readonly<Record<string, Need<unknown>>>; failed?: unknown } {
    try {
      const watched = trackedSubject(subject, reading);
      return {
        plan: checkedPlan(
          module.data?.({ config, subject: watched, query: own, context: shared, need, many }),
        ),
      };
    } catch (error) {
      complain(`Its plan could not be made: ${messageOf(error)}`);
      return { plan: {}, failed: error };
    }
  }

  function slotsOf(module: AnyModule, node: PageNode, complain: (message: string) => void) {
    if (!module.slots && !node.slots) return NO_SLOTS;
    const given = Object.keys(node.slots ?? {});
    const unknown = given.filter((name) => !module.slots?.[name]);
    if (unknown.length > 0)
      complain(
        `It has no slot ${unknown.join(', ')}; slots: ${Object.keys(module.slots ?? {}).join(', ') || 'none'}.`,
      );
    return Object.fromEntries(
      Object.keys(module.slots ?? {}).map((name) => [name, (node.slots?.[name] ?? []).flatMap(planned)]),
    );
  }
}

const NO_SLOTS = Object.freeze({});

function modulesOf(nodes: readonly PageNode[]): string[] {
  return nodes.flatMap((node) => [node.type, ...Object.values(node.slots ?? {}).flatMap(modulesOf)]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
