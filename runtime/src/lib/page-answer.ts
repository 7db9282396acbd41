import { type CacheFacts, cacheHeaders } from './headers/cache-headers.ts';
import { contentSecurityPolicy, type FlatHeaders, securityHeaders } from './headers/security-headers.ts';
import { type HoleBytes, HoleGroup, type ModuleHole } from './render-hole.ts';
import { passingBytes } from './segments/passing-bytes.ts';
import { createSegment, type Segment } from './segments/segment.ts';
import { joinIdentity, spliceGzip } from './segments/splice-gzip.ts';
import type { RenderedPage } from './stages.ts';
import { type ConstantAnswer, type FinishedAnswer, WholeAnswer } from './whole-answer.ts';

/** What goes into the holes of a page for one answer. */
export interface Filling {
  readonly nonce: string;
  /** Rendered notice, if there is one to show. */
  readonly notice?: Buffer;
  /** In the order of the page. */
  readonly holes: readonly HoleBytes[];
}

export interface PageAnswerOptions {
  readonly https: boolean;
  readonly sharedSeconds: number;
}

const NONCE_MARK = '{nonce}';
const NO_BYTES = Buffer.alloc(0);

/**
 * A rendered page ready to be sent many times. All that does not change between two answers is worked out once: header texts,
 * checksums, and for a page without holes the whole answer.
 */
export class PageAnswer {
  readonly page: RenderedPage;
  readonly holes: HoleGroup;
  private readonly personalHeaders: FlatHeaders;
  private readonly policy: readonly string[];
  private readonly options: PageAnswerOptions;
  private guest: readonly (Segment | undefined)[] | undefined;
  private whole: WholeAnswer | undefined;
  private kept = false;

  constructor(page: RenderedPage, options: PageAnswerOptions) {
    this.page = page;
    this.options = options;
    this.holes = new HoleGroup(
      page.parts.filter((part): part is ModuleHole => 'kind' in part && part.kind === 'module'),
    );
    this.personalHeaders = this.headersFor({ personal: true });
    this.policy = contentSecurityPolicy({
      https: options.https,
      strangers: page.strangers,
      trust: page.inline.kind === 'nonce' ? { kind: 'nonce', nonce: NONCE_MARK } : page.inline,
    }).split(NONCE_MARK);
  }

  /** Nothing in it belongs to one visitor, unless there is a notice to show. */
  get isConstant(): boolean {
    return this.page.inline.kind === 'hashes';
  }

  /** The page will be sent many times: it pays to compress it well. */
  keep(): void {
    this.kept = true;
  }

  /** The answer of a page without holes. */
  constant(acceptsGzip: boolean): ConstantAnswer {
    this.whole ??= this.wholeAnswer();
    return this.whole.answer(acceptsGzip);
  }

  /**
   * Holes as they are for a guest nothing is known of: no cart, no session. They belong to nobody, so they are kept with the page
   * and a guest's answer needs no question at all.
   */
  rememberGuest(holes: readonly HoleBytes[]): void {
    this.guest = this.joinAround(this.fill({ nonce: NONCE_MARK, holes }));
  }

  get knowsGuest(): boolean {
    return this.guest !== undefined;
  }

  /** The answer for a guest; only when `knowsGuest`, and without a notice. */
  forGuest(nonce: string, acceptsGzip: boolean): FinishedAnswer {
    const nonceBytes = Buffer.from(nonce, 'latin1');
    return this.finish(
      this.guest!.map((part) => part ?? nonceBytes),
      nonce,
      acceptsGzip,
    );
  }

  /** The parts of one answer in order; a segment stays the object it is. */
  fill({ nonce, notice, holes }: Filling): (Segment | Buffer)[] {
    const nonceBytes = Buffer.from(nonce, 'latin1');
    let next = 0;
    return this.page.parts.map((part) => {
      if ('bytes' in part) return part;
      if (part.kind === 'nonce') return nonceBytes;
      return part.kind === 'notice' ? (notice ?? NO_BYTES) : (holes[next++] as HoleBytes);
    });
  }

  /** One visitor's answer. */
  personal(filling: Filling, acceptsGzip: boolean): FinishedAnswer {
    return this.finish(this.fill(filling), filling.nonce, acceptsGzip);
  }

  private finish(parts: readonly (Segment | Buffer)[], nonce: string, acceptsGzip: boolean): FinishedAnswer {
    const body = acceptsGzip ? spliceGzip(parts, passingBytes) : joinIdentity(parts);
    const headers = this.headersWith(nonce);
    if (acceptsGzip) headers.push('content-encoding', 'gzip');
    headers.push('content-length', String(body.length));
    return { status: this.page.status, headers, body };
  }

  /** Headers of one visitor's answer, without length and encoding. */
  headersWith(nonce: string): string[] {
    const headers = this.personalHeaders.slice();
    headers.push('content-security-policy', this.policy.join(nonce));
    return headers;
  }

  // Everything but the nonces becomes segments; `undefined` stands for a nonce.
  private joinAround(parts: readonly (Segment | Buffer)[]): readonly (Segment | undefined)[] {
    const joined: (Segment | undefined)[] = [];
    let run: Buffer[] = [];
    const close = () => {
      if (run.length > 0) joined.push(createSegment(Buffer.concat(run)));
      run = [];
    };
    parts.forEach((part, index) => {
      const place = this.page.parts[index];
      if (place && 'kind' in place && place.kind === 'nonce') {
        close();
        joined.push(undefined);
      } else run.push(Buffer.isBuffer(part) ? part : part.bytes);
    });
    close();
    return joined;
  }

  private wholeAnswer(): WholeAnswer {
    const headers = [
      ...this.headersFor({ personal: false }),
      'content-security-policy',
      this.policy.join(''),
    ];
    const body = joinIdentity(this.fill({ nonce: '', holes: [] }));
    return new WholeAnswer({ status: this.page.status, headers, body }, () => this.kept);
  }

  private headersFor({ personal }: Pick<CacheFacts, 'personal'>): FlatHeaders {
    const { status, storable, frame, audiences } = this.page;
    const { cacheControl, vary } = cacheHeaders({
      // What a group or an audience may see is not for a cache that does not know who is in it.
      personal: personal || frame.shared.customerGroup !== 'anyone' || audiences.length > 0,
      status,
      incomplete: !storable,
      contexts: ['locale', 'currency'],
      sharedSeconds: this.options.sharedSeconds,
    });
    return [
      'content-type',
      'text/html; charset=utf-8',
      'cache-control',
      cacheControl,
      'vary',
      vary,
      ...securityHeaders(this.options),
    ];
  }
}
