import { withDocumentOnShow } from '../canvas/document-on-show.ts';
import { asOf, type PreviewSources, plannedOptions } from '../canvas/preview-options.ts';
import type { CrowdDesk } from '../crowd/crowd-desk.ts';
import { createDocumentShelf } from '../document-shelf.ts';
import type { PageRouteOptions } from '../page-route.ts';
import type { Visit } from '../stages.ts';
import type { PastPlan, PlannedPlace } from './planned-preview.ts';
import { type BarPage, previewBar, releaseBar, type ShownAs } from './preview-bar.ts';
import { type PreviewGrant, previewAddress } from './preview-link.ts';

export type OpenGrant =
  /** The link is for other pages than this one; `at` is one of them. */
  | { readonly kind: 'elsewhere'; readonly at?: string }
  /** It is not for the page any more that it was made for. */
  | { readonly kind: 'moved'; readonly to: string }
  /** There is nothing to show any more. */
  | { readonly kind: 'over'; readonly plan?: PastPlan }
  | {
      readonly kind: 'shown';
      /** As whom it is to be made for. */
      readonly visit: Visit;
      readonly options: PageRouteOptions;
      readonly bar: string;
    };

export interface GrantSources extends PageRouteOptions, PreviewSources {
  readonly crowd: Pick<CrowdDesk, 'anybody' | 'namesOf'>;
  /** What people call a group of customers. */
  readonly groupName: (id: string) => string;
}

/**
 * What whoever has a link sees at this address. @throws when it is of another moment and the shop can be shown at none: now in its
 * place would be believed.
 */
export async function openGrant(
  grant: PreviewGrant,
  visit: Visit,
  sources: GrantSources,
): Promise<OpenGrant> {
  if (grant.channel !== visit.channel.id) return { kind: 'elsewhere' };
  return grant.release === undefined
    ? await openDocument(grant, visit, sources)
    : await openRelease(grant, visit, sources);
}

type GrantOf<Kind extends 'document' | 'release'> = Extract<PreviewGrant, Record<Kind, string>>;

async function openDocument(
  grant: GrantOf<'document'>,
  visit: Visit,
  sources: GrantSources,
): Promise<OpenGrant> {
  if (!isAt(grant, visit)) return { kind: 'elsewhere', at: barPage(grant, visit).address };
  const options = grant.at ? asOf(grant.at, sources) : sources;
  const all = options.drafts ? createDocumentShelf(options.drafts) : options.documents;
  const { value, basis } = await all.document(grant.document);
  if (!value) return { kind: 'over' };
  const documents = withDocumentOnShow(all, { value, basis });
  const bar = previewBar(grant, value.document.name, shownAs(grant, sources));
  return { kind: 'shown', visit: visitAs(grant, visit, sources), options: { ...options, documents }, bar };
}

async function openRelease(
  grant: GrantOf<'release'>,
  visit: Visit,
  sources: GrantSources,
): Promise<OpenGrant> {
  const plan = await sources.planned?.(grant.release);
  if (plan?.kind !== 'waiting') return { kind: 'over', ...(plan && { plan }) };
  const places = plan.places.filter(({ channel }) => channel === visit.channel.id);
  const own = places.filter(({ locale }) => locale === visit.locale);
  const index = own.findIndex((place) => isAt(place, visit));
  if (index === -1) {
    const [first] = [...places.filter(({ locale }) => locale === grant.locale), ...places];
    if (!first) return { kind: 'over' };
    const to = barPage(places.find((place) => isAt(place, grant)) ?? first, visit).address;
    return isAt(grant, visit) ? { kind: 'moved', to } : { kind: 'elsewhere', at: to };
  }
  const { name, at } = plan;
  // One that could not go live when its time came is looked at as it would be now.
  const isToCome = at !== undefined && at.getTime() > sources.clock.now();
  const options = plannedOptions(plan, isToCome ? asOf(at, sources) : sources);
  const pages = own.map((place) => barPage(place, visit));
  const others = places.filter((place) => !own.includes(place)).map((place) => barPage(place, visit));
  const facts = { ...grant, locale: visit.locale, ...(isToCome && { at }) };
  const bar = releaseBar(facts, { name, pages, index, others }, shownAs(grant, sources));
  return { kind: 'shown', visit: visitAs(grant, visit, sources), options, bar };
}

function barPage(
  { name, locale, path }: Place & Pick<PlannedPlace, 'name'>,
  { channel, url }: Visit,
): BarPage {
  const token = url.searchParams.get('_preview') ?? '';
  const address = `${previewAddress({ locale, path }, channel)}?_preview=${encodeURIComponent(token)}`;
  return { ...(name !== undefined && { name }), locale, address };
}

function visitAs(
  { currency, customerGroup = 'anyone', audience }: PreviewGrant,
  visit: Visit,
  { crowd }: Pick<GrantSources, 'crowd'>,
): Visit {
  return { ...visit, currency, customerGroup, audience: audience ?? crowd.anybody, preview: true };
}

function shownAs(
  { customerGroup, audience }: PreviewGrant,
  { crowd, groupName }: Pick<GrantSources, 'crowd' | 'groupName'>,
): ShownAs {
  const audiences = crowd.namesOf(audience);
  return customerGroup === undefined ? { audiences } : { group: groupName(customerGroup), audiences };
}

function isAt({ locale, path }: Place, other: Place): boolean {
  return locale === other.locale && path === other.path;
}

type Place = Pick<PlannedPlace, 'locale' | 'path'>;
