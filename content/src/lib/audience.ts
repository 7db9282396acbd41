/** Visitors who have something in common, as marketers describe them. */
export interface Audience {
  /** Lower case, digits and hyphens; stands in pages, so it never changes. */
  readonly id: string;
  readonly name: string;
  /** All of them hold for whoever is in it. */
  readonly rules: readonly AudienceRule[];
}

export type Device = 'phone' | 'tablet' | 'computer';

/** One thing that can be said of a visitor. Of several values any one is enough; words are compared without regard to case. */
export type AudienceRule =
  /** They came through a link with this `utm_source`, `utm_medium` or `utm_campaign`. */
  | {
      readonly kind: 'campaign';
      readonly parameter: CampaignParameter;
      readonly values: readonly string[];
    }
  /** They came from a page of one of these hosts, or of a host below one. */
  | { readonly kind: 'referrer'; readonly hosts: readonly string[] }
  | { readonly kind: 'device'; readonly devices: readonly Device[] }
  | { readonly kind: 'group'; readonly groups: readonly string[] }
  /** They are signed in, or are not. */
  | { readonly kind: 'signed-in'; readonly is: boolean }
  /** They have begun a basket in this browser, or have not. */
  | { readonly kind: 'basket'; readonly is: boolean };

export type CampaignParameter = 'source' | 'medium' | 'campaign';

/** How somebody came to the shop. It is remembered for 30 days, until they come another way. */
export interface Arrival {
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string;
  /** Host of the page that led here. */
  readonly referrer?: string;
}

/** What is known of a visitor when a page is made for them. */
export interface VisitorFacts {
  readonly arrival: Arrival;
  readonly device: Device;
  readonly customerGroup: string;
  readonly isSignedIn: boolean;
  readonly hasBasket: boolean;
}

/** Whether a visitor is in an audience. SPEC rule AUD-1. */
export function isIn({ rules }: Audience, facts: VisitorFacts): boolean {
  return rules.every((rule) => holds(rule, facts));
}

function holds(rule: AudienceRule, facts: VisitorFacts): boolean {
  const { arrival } = facts;
  switch (rule.kind) {
    case 'campaign': {
      const said = arrival[rule.parameter]?.toLowerCase();
      return said !== undefined && rule.values.some((each) => each.toLowerCase() === said);
    }
    case 'referrer': {
      const host = arrival.referrer?.toLowerCase();
      return host !== undefined && rule.hosts.some((each) => isBelow(host, each.toLowerCase()));
    }
    case 'device':
      return rule.devices.includes(facts.device);
    case 'group':
      return rule.groups.includes(facts.customerGroup);
    case 'signed-in':
      return facts.isSignedIn === rule.is;
    case 'basket':
      return facts.hasBasket === rule.is;
  }
}

function isBelow(host: string, other: string): boolean {
  return host === other || host.endsWith(`.${other}`);
}

/** What nobody in particular is. */
export const EVERYONE = 'everyone';

/** Id of an audience, or of a version of a test: `<test>.<version>`. The first version, `a`, is what is shown without the test. */
export const AUDIENCE_NAME = /[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?(?:\.[b-d])?/;

const ID = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** Whether an audience or a test can be called so. */
export function isAudienceId(value: string): boolean {
  return ID.test(value) && value !== EVERYONE;
}

/** Ids as one word, the same for the same ids: `everyone` or `phones,spring.b`. */
export function audienceWord(ids: Iterable<string>): string {
  return [...new Set(ids)].sort().join(',') || EVERYONE;
}

/** Ids in such a word. */
export function audienceIds(word: string): readonly string[] {
  return word === EVERYONE ? [] : word.split(',');
}

/** Whether an id is in such a word. */
export function isAmong(word: string, id: string): boolean {
  return word === id || audienceIds(word).includes(id);
}

/** As much of such a word as somebody asks for who names these ids alone. */
export function audienceAmong(word: string, ids: readonly string[]): string {
  return word === EVERYONE ? word : audienceWord(audienceIds(word).filter((each) => ids.includes(each)));
}
