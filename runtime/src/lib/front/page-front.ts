import { type ActionEngine, forgetNotice, forgetTypedForm } from '@vitrine/data-actions/server';
import { type InstancesAlone, type PreviewSources, previewOptions } from '../canvas/preview-options.ts';
import type { RuntimeChannel } from '../channel.ts';
import type { CrowdDesk, Standing } from '../crowd/crowd-desk.ts';
import type { HeaderOf } from '../crowd/request-signs.ts';
import { makeErrorPage } from '../make-error-page.ts';
import type { PageAnswer } from '../page-answer.ts';
import { type Made, makePage, PageMaker, type PageRouteOptions, sendPage } from '../page-route.ts';
import { type LeftPreview, leftPreview } from '../preview/left-preview.ts';
import { openGrant } from '../preview/open-grant.ts';
import type { PastPlan } from '../preview/planned-preview.ts';
import { previewAs, previewCurrency } from '../preview/preview-as.ts';
import { endedBar, leftBar, plannedBar } from '../preview/preview-bar.ts';
import { grantOf, type PreviewGrant } from '../preview/preview-link.ts';
import { staffAnswer } from '../preview/staff-answer.ts';
import { mayHave, type StaffOf, type StaffView, staffViewOf } from '../preview/staff-door.ts';
import { readVisit } from '../read-visit.ts';
import { addressOf } from '../resolve-page.ts';
import type { Answer, Recipient } from '../respond.ts';
import type { Visit } from '../stages.ts';
import { TemporarilyUnavailable } from '../temporarily-unavailable.ts';
import { type Shopper, type Shoppers, shopperOf } from '../visitor/shopper.ts';
import type { ValueSigner } from '../visitor/signed-value.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { isPersonal, keptByBrowsersAlone, keptByNobody, withCookies, withHeader } from './answer-headers.ts';
import { type PlainErrorOptions, plainErrorPage } from './error-page.ts';
import { recipientFor } from './recipient-for.ts';
import { type Redirection, redirectAnswer } from './redirect-answer.ts';
import { acceptsGzip, spellingOf } from './request-facts.ts';

export interface PageFrontOptions extends PageRouteOptions, PreviewSources {
  readonly staff: StaffOf;
  readonly shoppers: Shoppers;
  /** Those staff may look at a page in, whatever host they are at. */
  readonly channels: readonly RuntimeChannel[];
  readonly crowd: CrowdDesk;
  /** Opens preview links. */
  readonly signer: ValueSigner;
  /** Whether one that is not over by itself still opens something. */
  readonly isLinkOpen: (id: string) => Promise<boolean>;
  /** What people call a group of customers. */
  readonly groupName: (id: string) => string;
  readonly onError: (error: unknown, requestId: string) => void;
}

/** One page request, read. */
export interface PageQuestion {
  readonly url: URL;
  readonly channel: RuntimeChannel;
  /** Host it was sent to. */
  readonly host: string;
  readonly visitor: Visitor;
  readonly requestId: string;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** The browser opens the page ahead; nobody sees it yet. */
  readonly ahead: boolean;
  readonly isHead: boolean;
  readonly header: HeaderOf;
  /** An editor asks for some instances of the page alone. */
  readonly alone?: InstancesAlone;
}

export interface PageFrontAnswer extends Answer {
  /** For logs and `Server-Timing`. */
  readonly from: 'fresh' | 'stale' | 'made' | 'staff' | 'refused' | 'redirect' | 'failed';
}

/** Answers page requests: from the cache, or through the six steps, or with the best there is when those fail. Never rejects. */
export class PageFront {
  readonly maker: PageMaker;
  private readonly options: PageFrontOptions;

  constructor(options: PageFrontOptions) {
    this.options = options;
    this.maker = new PageMaker(options);
  }

  async answer(question: PageQuestion): Promise<PageFrontAnswer> {
    const { signer, clock, shoppers, isLinkOpen } = this.options;
    const shopper = await shopperOf(shoppers, question.visitor.private);
    const standing = this.standingOf(question, shopper);
    const visit = readVisit(question.url, {
      ...question,
      customerGroup: shopper?.customerGroup,
      audience: standing?.audience,
    });
    if ('kind' in visit) return this.refused(visit, question);
    try {
      const grant = grantOf(question.url, { signer });
      if (grant && grant.expiresAt.getTime() > clock.now() && (await isLinkOpen(grant.id)))
        return await this.forGranted(grant, visit, question, standing);
      const view = staffViewOf(question.url);
      const allowed = view && (await mayHave(view, question.visitor.staffToken, this.options.staff));
      if (view && allowed) return await this.forStaff(view, visit, question, standing);
      // What cannot be known of a page before keeps nobody from this one.
      const left = grant
        ? undefined
        : await leftPreview(question, visit, this.options).catch((error: unknown) => {
            this.options.onError(error, question.requestId);
            return undefined;
          });
      if (left?.kind === 'inside') return this.leadOn(left.location, visit);
      const barOf = grant ? endedLinkBar({}) : left && leftLinkBar(left);
      return await this.forShopper(visit, question, { standing, barOf });
    } catch (error) {
      this.options.onError(error, question.requestId);
      return this.failed(visit, error, question);
    }
  }

  private async forShopper(
    visit: Visit,
    question: PageQuestion,
    { standing: before, barOf }: { readonly standing?: Standing; readonly barOf?: BarOf },
  ): Promise<PageFrontAnswer> {
    // Before anything shared: the page is kept under its one address, and this is another spelling of it.
    if (visit.moved) return this.redirect({ status: 301, location: addressOf(visit) }, visit, before);
    const { crowd } = this.options;
    const to = this.recipientOf(visit, question);
    let found = await this.pageFor(visit, to, question);
    if (found.kind === 'page' && before && crowd.isTooEarly(before, found.answer.page))
      return this.refused({ status: TOO_EARLY, locale: visit.locale }, question);
    let standing = before;
    const cookies: string[] = [];
    if (found.kind === 'page' && before && crowd.isToBeNamed(before, found.answer.page)) {
      const named = crowd.named(before);
      const own = { ...visit, audience: named.audience };
      found = await this.pageFor(own, to, question);
      standing = named;
      cookies.push(crowd.nameCookie(named.name));
    }
    if (found.kind === 'redirect') return this.redirect(found, visit, before);
    if (standing?.arrival) cookies.push(crowd.arrivalCookie(standing.arrival));
    const asks: Recipient = cookies.length > 0 ? { ...to, ifNoneMatch: undefined } : to;
    const { answer: page, from } = found;
    const sent = await sendPage(page, barOf ? { ...asks, bar: barOf(visit, page) } : asks, this.options);
    if (standing && sent.status !== 303) crowd.sent(page.page, standing);
    const answer = this.finish(sent, to, from);
    if (cookies.length > 0) return withCookies(answer, cookies);
    return standing?.tellsArrival ? keptByBrowsersAlone(answer) : answer;
  }

  private async pageFor(
    visit: Visit,
    to: Recipient,
    { channel, visitor, url, requestId }: PageQuestion,
  ): Promise<FoundAnswer> {
    const { cache } = this.options;
    const spelling = spellingOf(channel, visitor, { ...visit, address: url.pathname + url.search });
    const found = cache.find(visit);
    if (found) {
      cache.remember(spelling, visit);
      if (found.state === 'stale') this.renew(visit, requestId);
      return { kind: 'page', answer: found.page.answer, from: found.state };
    }
    const made = await this.maker.make(visit, to.scope);
    if (made.kind === 'redirect') return made;
    cache.remember(spelling, visit);
    return { kind: 'page', answer: made.answer, from: 'made' };
  }

  private standingOf(
    { visitor, url, host, isHead, header }: PageQuestion,
    shopper: Shopper | undefined,
  ): Standing | undefined {
    const { crowd } = this.options;
    if (crowd.isIdle) return undefined;
    const { customerGroup = 'anyone' } = shopper ?? {};
    const address = url.pathname + url.search;
    return crowd.standingOf({
      visitor,
      customerGroup,
      isSignedIn: shopper !== undefined,
      host,
      address,
      isHead,
      header,
    });
  }

  /**
   * Makes a page anew behind an answer. Answers past their age are renewed by the first making, which cannot be kept; the second
   * one, a moment later, finds them.
   */
  renew(visit: Visit, requestId: string): void {
    const { cache, clock, deadline } = this.options;
    const complain = (error: unknown) => this.options.onError(error, requestId);
    this.maker
      .make(visit)
      .then(() => {
        if (cache.find(visit)?.state !== 'fresh')
          clock.after(deadline, () => this.maker.make(visit).catch(complain));
      })
      .catch(complain);
  }

  private async forStaff(
    view: StaffView,
    visit: Visit,
    question: PageQuestion,
    standing: Standing | undefined,
  ): Promise<PageFrontAnswer> {
    if (view !== 'preview') {
      const answer = await staffAnswer(view, visit, this.options);
      return answer ? { ...answer, from: 'staff' } : this.forShopper(visit, question, { standing });
    }
    const as = await previewAs(question.url, this.options);
    if ('kind' in as) return this.refused(as, question);
    const there = as.channel ? readVisit(question.url, { ...question, channel: as.channel }) : visit;
    if ('kind' in there) return this.refused(there, question);
    const { at, planned, customerGroup = 'anyone', audience = this.options.crowd.anybody } = as;
    const currency = previewCurrency(there);
    const preview: Visit = { ...there, currency, customerGroup, audience, preview: true };
    const options = await previewOptions(preview, this.options, { alone: question.alone, at, planned });
    // An editor has marks of its own, and its canvas no bar.
    const hasBar = planned && question.url.searchParams.get('_preview') !== 'canvas';
    const bar = hasBar ? plannedBar(preview.locale, { name: planned.name, at }) : undefined;
    return this.preview(preview, options, question, bar);
  }

  private refused(
    refused: Pick<PlainErrorOptions, 'status' | 'reason' | 'locale'>,
    { requestId }: PageQuestion,
  ): PageFrontAnswer {
    return { ...plainErrorPage({ ...refused, requestId, https: this.options.https }), from: 'refused' };
  }

  /** Whoever has a preview link sees what it is for, at its addresses; elsewhere it opens nothing. */
  private async forGranted(
    grant: PreviewGrant,
    visit: Visit,
    question: PageQuestion,
    standing: Standing | undefined,
  ): Promise<PageFrontAnswer> {
    const { requestId } = question;
    const { https } = this.options;
    const opened = await openGrant(grant, visit, this.options);
    if (opened.kind === 'elsewhere') {
      const { at: next } = opened;
      const refusal = { status: 403, requestId, https, locale: visit.locale, ...(next && { next }) };
      return { ...plainErrorPage(refusal), from: 'refused' };
    }
    if (opened.kind === 'moved') return this.leadOn(opened.to, visit);
    if (opened.kind === 'over')
      return this.forShopper(visit, question, { standing, barOf: endedLinkBar(opened) });
    return this.preview(opened.visit, opened.options, question, opened.bar);
  }

  private async preview(
    preview: Visit,
    options: PageRouteOptions,
    question: PageQuestion,
    bar?: string,
  ): Promise<PageFrontAnswer> {
    const made = await makePage(preview, options);
    if (made.kind === 'redirect') return keptByNobody(this.redirect(made, preview));
    const to = this.recipientOf(preview, question, options.actions);
    const answer = await sendPage(made.answer, { ...to, bar, ifNoneMatch: undefined }, this.options);
    const headers = withHeader(keptByNobody(answer).headers, 'etag');
    // Instances alone were found, whatever they say of the page they stand on.
    const status = question.alone ? 200 : answer.status;
    return this.finish({ ...answer, status, headers: [...headers, 'x-robots-tag', 'noindex'] }, to, 'staff');
  }

  /** To where a preview is, which is so for this visitor and now. */
  private leadOn(location: string, visit: Visit): PageFrontAnswer {
    return keptByNobody(this.redirect({ status: 302, location }, visit));
  }

  private recipientOf(visit: Visit, question: PageQuestion, actions?: ActionEngine): Recipient {
    const { acceptEncoding, ...rest } = question;
    return recipientFor(visit, { ...rest, acceptsGzip: acceptsGzip(acceptEncoding) }, this.options, actions);
  }

  /** A notice and a form that were shown are taken out of the browser; where a visitor is led on, they wait for the next page. */
  finish(answer: Answer, to: Recipient, from: PageFrontAnswer['from']): PageFrontAnswer {
    if ((!to.notice && !to.hasForm) || answer.status === 303) return { ...answer, from };
    const headers = [...answer.headers];
    if (to.notice) headers.push('set-cookie', forgetNotice);
    // A page without holes shows no form, and others may keep it.
    if (to.hasForm && isPersonal(answer)) headers.push('set-cookie', forgetTypedForm);
    return { ...answer, headers, from };
  }

  /** Where it leads may say no more how somebody came. */
  private redirect(made: Redirection, visit: Visit, standing?: Standing): PageFrontAnswer {
    const answer = { ...redirectAnswer(made, visit, this.options), from: 'redirect' as const };
    if (standing?.arrival) return withCookies(answer, [this.options.crowd.arrivalCookie(standing.arrival)]);
    return standing?.tellsArrival ? keptByNobody(answer) : answer;
  }

  private async failed(visit: Visit, error: unknown, question: PageQuestion): Promise<PageFrontAnswer> {
    const status = error instanceof TemporarilyUnavailable ? 503 : 500;
    const { requestId } = question;
    const { https } = this.options;
    try {
      const page = await makeErrorPage(visit, status, this.options);
      if (page) {
        const to = { ...this.recipientOf(visit, question), notice: undefined };
        return { ...(await sendPage(page, to, this.options)), from: 'failed' };
      }
    } catch (again) {
      this.options.onError(again, requestId);
    }
    return { ...plainErrorPage({ status, requestId, https, locale: visit.locale }), from: 'failed' };
  }
}

// A browser throws away what it was refused ahead, and asks again when somebody wants to see it.
const TOO_EARLY = 409;

type FoundAnswer =
  | Extract<Made, { kind: 'redirect' }>
  | { readonly kind: 'page'; readonly answer: PageAnswer; readonly from: 'fresh' | 'stale' | 'made' };

/** A link that opens nothing any more; `plan` when what it showed is over itself. */
interface EndedLink {
  readonly plan?: PastPlan;
}

function endedLinkBar({ plan }: EndedLink): BarOf {
  return ({ locale }, { page }) => endedBar(locale, page.status, plan);
}

function leftLinkBar(left: Extract<LeftPreview, { kind: 'outside' }>): BarOf {
  return ({ locale }, { page }) => leftBar(locale, page.status, left);
}

/** What stands above a page that is no preview. */
type BarOf = (visit: Visit, page: PageAnswer) => string;
