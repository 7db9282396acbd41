import type { ActionScope } from '@vitrine/data-actions/server';
import { askAhead } from './hole-order.ts';
import { type LoadPageOptions, loadPage } from './load-page.ts';
import { PageAnswer, type PageAnswerOptions } from './page-answer.ts';
import type { PageCache } from './page-cache/page-cache.ts';
import { keyWith, wholeKey } from './page-cache/page-keys.ts';
import { type PlanPageOptions, planPage } from './plan-page.ts';
import { type RenderPageOptions, renderPage } from './render-page.ts';
import { type ResolvePageOptions, resolvePage } from './resolve-page.ts';
import { type Answer, type Recipient, type RespondOptions, respond } from './respond.ts';
import { type RunPlanOptions, runPlan } from './run-plan.ts';
import type { PagePlan, RunPage, Visit } from './stages.ts';

/** Everything the six steps are given besides the value of the step before. */
export interface PageRouteOptions
  extends ResolvePageOptions,
    LoadPageOptions,
    PlanPageOptions,
    RunPlanOptions,
    RenderPageOptions,
    RespondOptions,
    PageAnswerOptions {
  readonly cache: PageCache;
}

/** A page made for everyone in the same market, or the redirect that stands in its place. */
export type Made =
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  | { readonly kind: 'page'; readonly answer: PageAnswer; readonly run: RunPage };

/** Steps 1 to 5, nothing personal. `planned` hears of the plan as soon as there is one. */
export async function makePage(
  visit: Visit,
  options: PageRouteOptions,
  planned: (plan: PagePlan) => void = () => {},
): Promise<Made> {
  const request = await resolvePage(visit, options);
  if (request.kind === 'redirect') return request;
  const loaded = await loadPage(request, options);
  const plan = planPage(loaded, options);
  planned(plan);
  const run = await runPlan(plan, options);
  const page = renderPage(run, options);
  return { kind: 'page', answer: new PageAnswer(page, options), run };
}

/** Step 6 for a page made now or before. */
export function sendPage(
  answer: PageAnswer,
  to: Recipient,
  options: PageRouteOptions,
): Answer | Promise<Answer> {
  return respond(answer, to, options);
}

interface Flight {
  /** Of who asked first. */
  readonly visit: Visit;
  readonly planned: Promise<PagePlan>;
  readonly made: Promise<Made>;
}

/** Makes pages, each once at a time: who asks for a page under way is given it. */
export class PageMaker {
  private readonly underway = new Map<string, Flight>();
  private readonly options: PageRouteOptions;

  constructor(options: PageRouteOptions) {
    this.options = options;
  }

  /**
   * The page for a visit. The questions of its holes are asked as soon as it is planned, in the visitor's own scope, so that
   * they are under way together with the page's own.
   */
  async make(visit: Visit, scope?: () => ActionScope): Promise<Made> {
    const key = this.options.cache.keyOf(visit);
    if (key !== undefined) {
      const flight = this.join(key, visit, scope);
      const made = await flight.made;
      if (isSamePage(made, flight.visit, visit)) return made;
    }
    // It is not known, or not true any more, on what of the visit the page depends.
    return this.join(wholeKey(visit), visit, scope).made;
  }

  private join(key: string, visit: Visit, scope: (() => ActionScope) | undefined): Flight {
    let flight = this.underway.get(key);
    if (!flight) {
      flight = this.start(visit);
      this.underway.set(key, flight);
      const done = () => this.underway.delete(key);
      flight.made.then(done, done);
    }
    if (scope)
      flight.planned
        .then(({ holes }) =>
          holes.length > 0
            ? askAhead(
                scope(),
                holes.map(({ plan }) => plan),
              )
            : undefined,
        )
        // The answer asks for the same again and tells what failed.
        .catch(() => {});
    return flight;
  }

  private start(visit: Visit): Flight {
    const { promise: planned, resolve, reject } = Promise.withResolvers<PagePlan>();
    const made = makePage(visit, this.options, resolve).then((page) => {
      if (page.kind === 'page') this.options.cache.store(visit, page.answer);
      return page;
    });
    planned.catch(() => {});
    made.then(() => reject(new Error('It has no plan.')), reject);
    return { visit, planned, made };
  }
}

/** Whether what was made for one visit is what another one asks for. */
function isSamePage(made: Made, one: Visit, other: Visit): boolean {
  if (one === other || made.kind === 'redirect') return true;
  const { page } = made.answer;
  return keyWith(one, page) === keyWith(other, page);
}
