import {
  type ContentProblem,
  fragmentsOf,
  type ModuleCatalogue,
  nobodyApart,
  type PageDocument,
  type ProblemCode,
  type PublishChange,
  parsePageDocument,
  validateDocument,
  walk,
} from '@vitrine/content';
import { type CrowdStore, documentVersion } from '@vitrine/content/server';
import type { PublishPlan as ShownPlan } from '../app/backend.ts';
import { findLinks, linkFindings, pictureFindings } from '../checks/find-findings.ts';
import type { FindingKind } from '../checks/finding.ts';
import { templateFindings } from '../checks/template-findings.ts';
import type { CurrentDocument } from './current-documents.ts';
import { type LinkStatesOptions, linkStates } from './link-states.ts';
import { missingVersions } from './missing-versions.ts';
import { type AddressPlanOptions, planAddresses } from './plan-addresses.ts';
import type { Publishable } from './publishable.ts';

export interface PublishPlanOptions extends AddressPlanOptions, LinkStatesOptions {
  readonly modules: ModuleCatalogue;
  readonly current: (id: string) => Promise<Publishable | undefined>;
  /** Absent where nothing is tested. */
  readonly crowd?: Pick<CrowdStore, 'crowd'>;
}

/** What goes live together, and what is against it. */
export interface PublishPlan extends ShownPlan {
  /** The document itself, as it was read. */
  readonly own: CurrentDocument;
  readonly change: Required<Pick<PublishChange, 'documents' | 'urls' | 'basedOn'>>;
}

/** A document with everything it needs to look as it does on the canvas: its layout and its fragments, and theirs. */
export async function planPublishing(
  id: string,
  options: PublishPlanOptions,
): Promise<PublishPlan | undefined> {
  const { modules, channels } = options;
  const closure = await closureOf(id, options);
  const own = closure.get(id);
  if (!own) return undefined;
  const documents = [...closure.values()].map(({ document, publishedVersion }) => {
    const { id, name, kind } = document;
    const version = documentVersion(document);
    return { id, name, kind, version, state: stateOf(publishedVersion, version) };
  });
  const [channel] = channels;
  const locales = channel && { base: channel.locales[0]!, required: channel.locales };
  const found = (each: string) => closure.get(each)?.document;
  const checked = [...closure.values()].flatMap(({ document }) =>
    validateDocument(document, { modules, documents: found, locales }),
  );
  const addresses = await planAddresses(own, options);
  const changed = documents.filter(({ state }) => state !== 'same');
  const isChanged = (each: PageDocument) => changed.some(({ id }) => id === each.id);
  const unreadable = changed.flatMap((each) => {
    const parsed = parsePageDocument(closure.get(each.id)!.document);
    return parsed.kind === 'invalid' ? parsed.problems : [];
  });
  const looked = await checkContents([...closure.values()], isChanged, options);
  const { experiments } = (await options.crowd?.crowd()) ?? nobodyApart;
  const untested = [...closure.values()].flatMap(({ document }) =>
    asGraveAs(missingVersions(document, experiments), isChanged(document)),
  );
  return {
    own,
    documents,
    addresses: addresses.shown,
    problems: [...unreadable, ...checked, ...addresses.problems, ...looked, ...untested, ...findability(own)],
    change: {
      documents: changed.map((each) => closure.get(each.id)!.document),
      urls: addresses.urls,
      basedOn: Object.fromEntries(
        [...closure].map(([each, { publishedVersion }]) => [each, publishedVersion ?? null]),
      ),
    },
  };
}

async function closureOf(
  id: string,
  { current }: PublishPlanOptions,
): Promise<ReadonlyMap<string, Publishable>> {
  const found = new Map<string, Publishable>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    const here = await current(next);
    if (!here) continue;
    found.set(next, here);
    const { document } = here;
    waiting.push(...fragmentsOf(document));
    if (document.kind === 'page' || document.kind === 'template') waiting.push(document.layout ?? 'main');
  }
  return found;
}

function stateOf(published: string | undefined, version: string): 'new' | 'changed' | 'same' {
  if (published === undefined) return 'new';
  return published === version ? 'same' : 'changed';
}

// What is live just so already may be wrong, but does not keep something else from going live.
function asGraveAs(problems: readonly ContentProblem[], isChanged: boolean): readonly ContentProblem[] {
  return isChanged ? problems : problems.map((each) => ({ ...each, severity: 'warning' }));
}

// Links, pictures, words of templates.
async function checkContents(
  closure: readonly CurrentDocument[],
  isChanged: (document: PageDocument) => boolean,
  options: PublishPlanOptions,
): Promise<readonly ContentProblem[]> {
  const { modules, channels } = options;
  const locales = channels[0]?.locales ?? ['en'];
  const context = { locales, shapes: (type: string) => modules.describe(type)?.shapes };
  const found = closure.map(({ document }) => ({ document, links: findLinks(document.nodes, context) }));
  const states = await linkStates(
    found.flatMap(({ links }) => links),
    options,
  );
  const together = new Map(closure.map(({ document }) => [document.id, document]));
  const stateOf = (key: string) => {
    const state = states.get(key);
    return state?.kind === 'unpublished' && together.has(state.id) ? ({ kind: 'there' } as const) : state;
  };
  return found.flatMap(({ document, links }) => {
    const places = new Map([...walk(document.nodes)].map(({ node, path }) => [node.id, path]));
    const findings = [
      ...linkFindings(links, stateOf, locales[0]!),
      ...pictureFindings(document.nodes, context),
      ...templateFindings(document.nodes, (id) => together.get(id), context),
    ];
    const problems = findings.map(
      ({ kind, severity, node = '', path = '', message }): ContentProblem => ({
        code: codes[kind] ?? 'bad-prop',
        severity,
        document: document.id,
        node,
        path: `${places.get(node)}.props.${path}`,
        message,
      }),
    );
    return asGraveAs(problems, isChanged(document));
  });
}

const codes: Partial<Record<FindingKind, ProblemCode>> = {
  link: 'broken-link',
  picture: 'unclear-picture',
  template: 'template-text',
};

// What search engines and shared links will say.
function findability({ document }: CurrentDocument): readonly ContentProblem[] {
  if (document.kind !== 'page') return [];
  const missing = ['title', 'description'].filter((name) => !document.seo[name]);
  return missing.map((name) => ({
    code: 'bad-url',
    severity: 'warning',
    document: document.id,
    path: `seo.${name}`,
    message: `The page has no ${name} for search engines. Write one in its settings.`,
  }));
}
