import {
  type ActionEngine,
  type ActionScope,
  forgetNotice,
  forgetTypedForm,
} from '@vitrine/data-actions/server';
import { type InstancesAlone, type PreviewSources, previewOptions } from '../canvas/preview-options.ts';
import type { RuntimeChannel } from '../channel.ts';
import { securityHeaders } from '../headers/security-headers.ts';
import { makeErrorPage } from '../make-error-page.ts';
import type { PageAnswer } from '../page-answer.ts';
import { makePage, PageMaker, type PageRouteOptions, sendPage } from '../page-route.ts';
import { previewAs, previewCurrency } from '../preview/preview-as.ts';
import { endedBar, plannedBar, previewBar } from '../preview/preview-bar.ts';
import { grantedOptions, grantOf, isGranted, type PreviewGrant } from '../preview/preview-link.ts';
import { staffAnswer } from '../preview/staff-answer.ts';
import { mayHave, type StaffOf, type StaffView, staffViewOf } from '../preview/staff-door.ts';
import { type Refused, readVisit } from '../read-visit.ts';
import { addressOf } from '../resolve-page.ts';
import type { Answer, Recipient } from '../respond.ts';
import type { Visit } from '../stages.ts';
import { TemporarilyUnavailable } from '../temporarily-unavailable.ts';
import { type Shoppers, shopperOf } from '../visitor/shopper.ts';
import type { ValueSigner } from '../visitor/signed-value.ts';
import { isGuest, type Visitor } from '../visitor/visitor.ts';
import { plainErrorPage } from './error-page.ts';
import { acceptsGzip, spellingOf } from './request-facts.ts';

export interface PageFrontOptions extends PageRouteOptions, PreviewSources {
  readonly staff: StaffOf;
  readonly shoppers: Shoppers;
  /** Those staff may look at a page in, whatever host they are at. */
  readonly channels: readonly RuntimeChannel[];
  /** Opens preview links. */
  readonly signer: ValueSigner;
  /** Whether one that is not over by itself still opens something. */
  readonly isLinkOpen: (id: string) => Promise<boolean>;
  readonly onError: (error: unknown, requestId: string) => void;
}

/** One page request, read. */
export interface PageQuestion {
  readonly url: URL;
  readonly channel: RuntimeChannel;
  readonly visitor: Visitor;
  readonly requestId: string;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** The browser opens the page ahead; nobody sees it yet. */
  readonly ahead: boolean;
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
    const visit = readVisit(question.url, { ...question, customerGroup: shopper?.customerGroup });
    if ('kind' in visit) return this.refused(visit, question);
    try {
      const grant = grantOf(question.url, { signer });
      if (grant && grant.expiresAt.getTime() > clock.now() && (await isLinkOpen(grant.id)))
        return await this.forGranted(grant, visit, question);
      const view = staffViewOf(question.url);
      const allowed = view && (await mayHave(view, question.visitor.staffToken, this.options.staff));
      if (view && allowed) return await this.forStaff(view, visit, question);
      return await this.forShopper(visit, question, { byEndedLink: grant !== undefined });
    } catch (error) {
      this.options.onError(error, question.requestId);
      return this.failed(visit, error, question);
    }
  }

  private async forShopper(
    visit: Visit,
    question: PageQuestion,
    { byEndedLink = false } = {},
  ): Promise<PageFrontAnswer> {
    // Before anything shared: the page is kept under its one address, and this is another spelling of it.
    if (visit.moved) return this.redirect({ status: 301, location: addressOf(visit) }, visit);
    const { cache } = this.options;
    const to = this.recipientOf(visit, question);
    const send = (answer: PageAnswer) =>
      sendPage(answer, byEndedLink ? withEndedBar(to, visit, answer) : to, this.options);
    const { channel, visitor, url } = question;
    const { customerGroup } = visit;
    const spelling = spellingOf(channel, visitor, { customerGroup, address: url.pathname + url.search });
    const found = cache.find(visit);
    if (found) {
      cache.remember(spelling, visit);
      if (found.state === 'stale') this.renew(visit, question.requestId);
      return this.finish(await send(found.page.answer), to, found.state);
    }
    const made = await this.maker.make(visit, to.scope);
    if (made.kind === 'redirect') return this.redirect(made, visit);
    cache.remember(spelling, visit);
    return this.finish(await send(made.answer), to, 'made');
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

  private async forStaff(view: StaffView, visit: Visit, question: PageQuestion): Promise<PageFrontAnswer> {
    if (view !== 'preview') {
      const answer = await staffAnswer(view, visit, this.options);
      return answer ? { ...answer, from: 'staff' } : this.forShopper(visit, question);
    }
    const as = await previewAs(question.url, this.options);
    if ('kind' in as) return this.refused(as, question);
    const there = as.channel ? readVisit(question.url, { ...question, channel: as.channel }) : visit;
    if ('kind' in there) return this.refused(there, question);
    const { at, planned, customerGroup = 'anyone' } = as;
    const preview: Visit = { ...there, currency: previewCurrency(there), customerGroup, preview: true };
    const options = await previewOptions(preview, this.options, { alone: question.alone, at, planned });
    // An editor has marks of its own, and its canvas no bar.
    const hasBar = planned && question.url.searchParams.get('_preview') !== 'canvas';
    const bar = hasBar ? plannedBar(preview.locale, { name: planned.name, at }) : undefined;
    return this.preview(preview, options, question, bar);
  }

  private refused(refused: Refused, { requestId }: PageQuestion): PageFrontAnswer {
    return { ...plainErrorPage({ ...refused, requestId, https: this.options.https }), from: 'refused' };
  }

  /** Whoever has a preview link sees one document, at one address; elsewhere it opens nothing. */
  private async forGranted(
    grant: PreviewGrant,
    visit: Visit,
    question: PageQuestion,
  ): Promise<PageFrontAnswer> {
    const { requestId } = question;
    const { https } = this.options;
    if (!isGranted(grant, visit))
      return { ...plainErrorPage({ status: 403, requestId, https, locale: visit.locale }), from: 'refused' };
    const granted = await grantedOptions(grant, this.options);
    if (!granted) return this.forShopper(visit, question, { byEndedLink: true });
    const { options, documentName } = granted;
    const preview = { ...visit, currency: grant.currency, preview: true };
    return this.preview(preview, options, question, previewBar(grant, documentName));
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

  /** One visitor, as step 6 knows them. Their questions are opened when there are any. */
  recipient(
    { channel, locale, currency, customerGroup, audience }: Visit,
    {
      visitor,
      ahead,
      ...rest
    }: { readonly visitor: Visitor; readonly ahead: boolean } & Pick<
      Recipient,
      'acceptsGzip' | 'ifNoneMatch'
    >,
    actions = this.options.actions,
  ): Recipient {
    const { deadline } = this.options;
    let scope: ActionScope | undefined;
    // Nobody sees a page that is opened ahead: what is to be said or shown once waits for one that is seen.
    const form = ahead ? undefined : visitor.form;
    const own = form ? { ...visitor.private, form } : visitor.private;
    return {
      acceptsGzip: rest.acceptsGzip,
      ifNoneMatch: rest.ifNoneMatch,
      notice: ahead ? undefined : visitor.notice,
      hasForm: form !== undefined,
      isGuest: isGuest(own),
      hasViewed: own.viewed !== undefined,
      scope: () => {
        scope ??= actions.openScope({
          shared: { channel: channel.id, locale, currency, customerGroup, audience },
          private: own,
          deadline,
        });
        return scope;
      },
    };
  }

  private recipientOf(visit: Visit, question: PageQuestion, actions?: ActionEngine): Recipient {
    const { visitor, acceptEncoding, ifNoneMatch, ahead } = question;
    const to = { visitor, ahead, ifNoneMatch, acceptsGzip: acceptsGzip(acceptEncoding) };
    return this.recipient(visit, to, actions);
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

  /** Where a page has moved is the same for everyone; the query is this visitor's. */
  private redirect(
    made: { readonly status: number; readonly location: string },
    { url }: Visit,
  ): PageFrontAnswer {
    const { status } = made;
    const [, address = '', fragment = ''] = /^([^#]*)(#.*)?$/.exec(made.location) ?? [];
    const isLocal = address.startsWith('/') && !address.includes('?');
    const location = isLocal ? address + url.search + fragment : made.location;
    const keep = status === 301 || status === 308 ? 'public, max-age=300' : 'private, no-store';
    const headers = ['location', location, 'cache-control', keep, 'content-length', '0'];
    return {
      status,
      headers: [...headers, ...securityHeaders(this.options)],
      body: undefined,
      from: 'redirect',
    };
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

function withEndedBar(to: Recipient, { locale }: Visit, { page: { status } }: PageAnswer): Recipient {
  return { ...to, bar: endedBar(locale, status) };
}

function isPersonal({ headers }: Answer): boolean {
  return headers[headers.indexOf('cache-control') + 1]?.startsWith('private') === true;
}

function keptByNobody<A extends Answer>(answer: A): A {
  return { ...answer, headers: withHeader(answer.headers, 'cache-control', 'private, no-store') };
}

function withHeader(headers: readonly string[], name: string, value?: string): readonly string[] {
  const others = headers.filter((_, index) => headers[index - (index % 2)] !== name);
  return value === undefined ? others : [...others, name, value];
}
