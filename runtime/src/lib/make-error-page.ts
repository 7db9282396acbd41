import { loadPage } from './load-page.ts';
import { PageAnswer } from './page-answer.ts';
import type { PageRouteOptions } from './page-route.ts';
import { planPage } from './plan-page.ts';
import { renderPage } from './render-page.ts';
import { runPlan } from './run-plan.ts';
import { sharedOf } from './shared-of.ts';
import type { FoundPage, Visit } from './stages.ts';

/**
 * The shop's own error page: the steps of any page over the template that composes errors. `undefined` when there is none.
 * @throws when it fails as well; then the plain page stands in.
 */
export async function makeErrorPage(
  visit: Visit,
  status: 500 | 503,
  options: PageRouteOptions,
): Promise<PageAnswer | undefined> {
  const template = await options.documents.template('error');
  if (!template.value) return undefined;
  const shared = sharedOf(visit);
  const request: FoundPage = {
    kind: 'page',
    visit,
    subject: { kind: 'error', path: visit.path },
    status,
    shared,
    document: template.value,
    scope: options.actions.openScope({ shared }),
    basis: template.basis,
  };
  const run = await runPlan(planPage(await loadPage(request, options), options), options);
  return new PageAnswer(renderPage(run, options), options);
}
