import { randomBytes } from 'node:crypto';
import {
  type Arrival,
  assignedVersion,
  audienceIds,
  audienceNames,
  experimentOf,
  isAmong,
  isBelowAny,
  type VisitorFacts,
} from '@vitrine/content';
import type { VersionView } from '@vitrine/content/server';
import type { PrivateDimensions } from '@vitrine/data-actions';
import { LRUCache } from 'lru-cache';
import type { RuntimeChannel } from '../channel.ts';
import type { RenderedPage } from '../stages.ts';
import { writeCookie } from '../visitor/cookie.ts';
import type { ValueSigner } from '../visitor/signed-value.ts';
import { cookieNames, NAME_PURPOSE, readVisitor, type Visitor } from '../visitor/visitor.ts';
import { arrivalBy, namesCampaign, writeArrival } from './arrival.ts';
import type { CrowdSource } from './crowd-source.ts';
import { emptyCrowd, type PreparedCrowd, prepareCrowd, type RunningTest } from './prepared-crowd.ts';
import { deviceOf, type HeaderOf, isAhead, isLeftAlone, isLookedAt } from './request-signs.ts';
import { knownReturnHosts } from './return-hosts.ts';

export interface CrowdDeskOptions {
  readonly source: CrowdSource;
  readonly channels: readonly RuntimeChannel[];
  readonly https: boolean;
  /** Signs names: nobody else makes any up. */
  readonly signer: ValueSigner;
  /** Hosts where people pay or sign in and come back from. Default: `knownReturnHosts`. */
  readonly returnHosts?: readonly string[] | undefined;
  readonly onError: (error: unknown) => void;
}

/** A request for a page, as far as it tells who asks. */
export interface Asker {
  readonly visitor: Visitor;
  readonly customerGroup: string;
  readonly isSignedIn: boolean;
  /** Host it was sent to. */
  readonly host: string;
  /** Path and query. */
  readonly address: string;
  readonly isHead: boolean;
  readonly header: HeaderOf;
}

/** Who somebody is among others. */
export interface Standing {
  /** All they are, in one word (`audienceOf` of content). */
  readonly audience: string;
  /** The random name their browser keeps; absent for those who take part in no test. */
  readonly name: string | undefined;
  /** The name was made for this very answer: nobody knows yet whether their browser keeps it. */
  readonly isNew: boolean;
  /** They may be given cookies, and what they see is counted. */
  readonly isCountable: boolean;
  /** The same is true of them, but nobody sees the page yet: the browser opens it ahead. */
  readonly isEarly: boolean;
  /** How they came with this request, when their browser is to remember it. */
  readonly arrival?: Arrival;
  /** The address tells how somebody came: we want to hear of all who follow it. */
  readonly tellsArrival: boolean;
  readonly facts: VisitorFacts;
  readonly cart: string | undefined;
}

type ShownPage = Pick<RenderedPage, 'decidedBy'>;

const MOST_TOLD = 50_000;
const MOST_UNPROVEN = 20_000;
/** Seconds. */
const NAME_AGE = 180 * 24 * 3600;
const ARRIVAL_AGE = 30 * 24 * 3600;

/** Tells visitors apart, and tells who counts them what they saw. */
export class CrowdDesk {
  private readonly options: CrowdDeskOptions;
  private readonly ownHosts: ReadonlySet<string>;
  private readonly returnHosts: ReadonlySet<string>;
  private prepared = emptyCrowd;
  private preparedOf: CrowdSource['current'] = emptyCrowd.crowd;
  private readonly told = new LRUCache<string, true>({ max: MOST_TOLD });
  /** What was shown under names that no request has brought back yet: a browser without cookies gets another one with each page. */
  private readonly unproven = new LRUCache<string, readonly UntoldView[]>({ max: MOST_UNPROVEN });

  constructor(options: CrowdDeskOptions) {
    this.options = options;
    const origins = options.channels.flatMap(({ origin = '' }) => URL.parse(origin)?.hostname ?? []);
    const hosts = options.channels.flatMap((channel) => channel.hosts ?? []);
    this.ownHosts = new Set([...origins, ...hosts.map(hostName)]);
    const { returnHosts = knownReturnHosts } = options;
    this.returnHosts = new Set(returnHosts.map((host) => host.toLowerCase()));
  }

  /** Nobody differs from anybody: there is nothing to find out. */
  get isIdle(): boolean {
    return this.among.isEmpty;
  }

  /** What everybody is, whoever they are: the winners of tests that have ended. */
  get anybody(): string {
    return this.among.anybody;
  }

  /** What people call those in a word of `audienceWord`. */
  namesOf(audience: string | undefined): readonly string[] {
    return audience === undefined ? [] : audienceNames(audience, this.options.source.current);
  }

  standingOf(asker: Asker): Standing {
    const { among } = this;
    const { header, visitor } = asker;
    const isAlone = isLeftAlone(header);
    const came = among.readsArrival ? this.arrivalOf(asker) : undefined;
    const facts: VisitorFacts = {
      arrival: came ?? (among.readsArrival ? visitor.arrival : undefined) ?? {},
      device: among.readsDevice ? deviceOf(header) : 'computer',
      customerGroup: asker.customerGroup,
      isSignedIn: asker.isSignedIn,
      hasBasket: visitor.private.cartId !== undefined,
    };
    const name = isAlone || among.running.size === 0 ? undefined : visitor.name;
    const isCounted = !isAlone && !asker.isHead;
    const isEarly = isCounted && isAhead(header);
    const isCountable = isCounted && !isEarly && isLookedAt(header);
    return {
      audience: among.audienceOf(facts, name),
      name,
      isNew: false,
      isCountable,
      isEarly,
      ...(came && isCountable && { arrival: came }),
      tellsArrival: among.readsArrival && namesCampaign(asker.address),
      facts,
      cart: visitor.private.cartId,
    };
  }

  /** Whether a page shows somebody without a name a test they may take part in. */
  isToBeNamed({ name, isCountable, audience }: Standing, page: ShownPage): boolean {
    return isCountable && name === undefined && this.hasTestFor(audience, page);
  }

  /** Whether a page is opened ahead that will have to be counted, or needs a name, when it is seen. */
  isTooEarly({ name, isEarly, audience }: Standing, page: ShownPage): boolean {
    if (!isEarly) return false;
    return name === undefined
      ? this.hasTestFor(audience, page)
      : this.untold(page, name, audience).length > 0;
  }

  /** The same visitor with a new name. */
  named(standing: Standing): Standing & { readonly name: string } {
    const name = randomBytes(16).toString('base64url');
    return { ...standing, name, isNew: true, audience: this.among.audienceOf(standing.facts, name) };
  }

  nameCookie(name: string): string {
    return writeCookie(cookieNames.name, this.options.signer.sign(NAME_PURPOSE, name), {
      maxAge: NAME_AGE,
      secure: this.options.https,
    });
  }

  arrivalCookie(arrival: Arrival): string {
    const cookie = { maxAge: ARRIVAL_AGE, secure: this.options.https };
    return writeCookie(cookieNames.arrival, writeArrival(arrival), cookie);
  }

  /** A request came, for whatever it is. When it is the first to bring back a name, what was shown under that name is told. */
  heard(header: HeaderOf): void {
    if (this.unproven.size === 0 || this.among.running.size === 0 || isLeftAlone(header)) return;
    const { name } = readVisitor(header('cookie'), this.options.signer);
    const views = name === undefined ? undefined : this.unproven.get(name);
    if (name === undefined || !views) return;
    this.unproven.delete(name);
    this.tell(views);
  }

  /** A page was sent to somebody. */
  sent(page: ShownPage, { name, isNew, isCountable, audience, cart }: Standing): void {
    if (name === undefined || !isCountable) return;
    const untold = this.untold(page, name, audience);
    if (untold.length === 0) return;
    const views = untold.map((each) => ({ ...each, visitor: name, ...(cart !== undefined && { cart }) }));
    if (isNew) this.unproven.set(name, views);
    else this.tell(views);
  }

  /** Somebody was given a basket: because they put something into it, or, with a session, the one that was theirs. */
  given({ name }: Visitor, header: HeaderOf, { cartId, sessionId }: Partial<PrivateDimensions>): void {
    if (cartId === undefined || name === undefined) return;
    if (this.among.running.size === 0 || isLeftAlone(header)) return;
    const { source } = this.options;
    this.behind(() => (sessionId === undefined ? source.began(name, cartId) : source.had(name, cartId)));
  }

  private get among(): PreparedCrowd {
    const { current } = this.options.source;
    if (current !== this.preparedOf) {
      this.prepared = prepareCrowd(current);
      this.preparedOf = current;
      if (this.prepared.running.size === 0) this.unproven.clear();
    }
    return this.prepared;
  }

  private testsOn({ decidedBy }: ShownPage): readonly RunningTest[] {
    const { running } = this.among;
    if (decidedBy.length === 0 || running.size === 0) return NO_TESTS;
    const ids = new Set(decidedBy.map(experimentOf));
    return [...running.values()].filter(({ id }) => ids.has(id));
  }

  private hasTestFor(audience: string, page: ShownPage): boolean {
    return this.testsOn(page).some((each) => each.audience === undefined || isAmong(audience, each.audience));
  }

  /** What a page shows somebody of tests they take part in, and was not told yet. */
  private untold(page: ShownPage, name: string, audience: string): typeof NOTHING_UNTOLD {
    const tests = this.testsOn(page);
    if (tests.length === 0) return NOTHING_UNTOLD;
    const ids = audienceIds(audience);
    return tests.flatMap((test) => {
      const key = `${test.id} ${test.since} ${name}`;
      const version = this.told.has(key) ? undefined : assignedVersion(test, ids, name);
      return version === undefined ? [] : [{ key, experiment: test.id, version }];
    });
  }

  private arrivalOf({ address, header, host, visitor }: Asker): Arrival | undefined {
    const isOwnHost = (each: string) =>
      each === hostName(host) || this.ownHosts.has(each) || isBelowAny(each, this.returnHosts);
    return arrivalBy(address, { referer: header('referer'), isOwnHost, before: visitor.arrival });
  }

  private tell(untold: readonly UntoldView[]): void {
    for (const { key } of untold) this.told.set(key, true);
    const views = untold.map(({ key: _, ...view }) => view);
    this.behind(() => this.options.source.seen(views));
  }

  private behind(tell: () => void): void {
    setImmediate(() => {
      try {
        tell();
      } catch (error) {
        this.options.onError(error);
      }
    });
  }
}

/** A version somebody saw; `key` says of which visitor and test. */
type UntoldView = VersionView & { readonly key: string };

const NO_TESTS: readonly RunningTest[] = [];
const NOTHING_UNTOLD: readonly (Omit<VersionView, 'visitor'> & { readonly key: string })[] = [];

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}
