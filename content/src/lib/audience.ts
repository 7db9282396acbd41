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

/** How somebody came to the shop. It is remembered for 30 days; a campaign until they come by another one, a page until they come another way. */
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
  /** All their groups as one word, `club,trade`; `anyone` = none. */
  readonly customerGroup: string;
  readonly isSignedIn: boolean;
  readonly hasBasket: boolean;
}

/** Whether a visitor is in an audience. SPEC rule AUD-1. */
export function isIn(audience: Audience, facts: VisitorFacts): boolean {
  return membersOf(audience)(facts);
}

/** Says who is in an audience. Its rules are read once, for all who are asked about. */
export function membersOf({ rules }: Audience): (facts: VisitorFacts) => boolean {
  const all = rules.map(read);
  return (facts) => all.every((holds) => holds(facts));
}

function read(rule: AudienceRule): (facts: VisitorFacts) => boolean {
  switch (rule.kind) {
    case 'campaign': {
      const values = inLowerCase(rule.values);
      return ({ arrival }) => values.has(arrival[rule.parameter]?.toLowerCase());
    }
    case 'referrer': {
      const hosts = inLowerCase(rule.hosts);
      return ({ arrival }) => isBelowAny(arrival.referrer?.toLowerCase(), hosts);
    }
    case 'device':
      return ({ device }) => rule.devices.includes(device);
    case 'group':
      return ({ customerGroup }) => rule.groups.some((group) => isInGroup(customerGroup, group));
    case 'signed-in':
      return ({ isSignedIn }) => isSignedIn === rule.is;
    case 'basket':
      return ({ hasBasket }) => hasBasket === rule.is;
  }
}

/** Whether a group is among those of the word, `club,trade`. */
export function isInGroup(customerGroup: string, group: string): boolean {
  return customerGroup === group || customerGroup.split(',').includes(group);
}

function inLowerCase(words: readonly string[]): ReadonlySet<string | undefined> {
  return new Set(words.map((each) => each.toLowerCase()));
}

/** Whether a host is one of these, or below one. */
export function isBelowAny(host: string | undefined, hosts: ReadonlySet<string | undefined>): boolean {
  if (host === undefined) return false;
  let rest = host;
  while (!hosts.has(rest)) {
    const dot = rest.indexOf('.');
    if (dot === -1) return false;
    rest = rest.slice(dot + 1);
  }
  return true;
}

/** Whether what is said of a visitor stays so while they look around: what somebody saw does not change under their eyes. */
export function isSteady({ rules }: Pick<Audience, 'rules'>): boolean {
  return rules.every(({ kind }) => kind !== 'signed-in' && kind !== 'basket');
}

/** What nobody in particular is. */
export const EVERYONE = 'everyone';

/** Id of an audience, or of a version of a test: `<test>.<version>`. The first version, `a`, is what is shown without the test. */
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?(?:\.[b-d])?$/;
const ID = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** Whether an audience or a test can be called so. */
export function isAudienceId(value: string): boolean {
  return ID.test(value) && value !== EVERYONE;
}

/** Whether an audience or a version under test can be named so. */
export function isAudienceName(value: string): boolean {
  return NAME.test(value) && value !== EVERYONE;
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
  return id !== EVERYONE && (word === id || audienceIds(word).includes(id));
}

/** As much of such a word as somebody asks for who names these ids alone. */
export function audienceAmong(word: string, ids: readonly string[]): string {
  return word === EVERYONE ? word : audienceWord(audienceIds(word).filter((each) => ids.includes(each)));
}
