import type { ActionScope, Clock } from '@vitrine/data-actions/server';
import { queryNamesOf } from './declared-query.ts';
import { securityHeaders } from './headers/security-headers.ts';
import { giveUpScript, LATE_SCRIPT, lateTemplate } from './islands/late-script.ts';
import type { PageAnswer } from './page-answer.ts';
import type { HoleBytes, RenderHolesOptions } from './render-hole.ts';
import { GzipStream } from './segments/splice-gzip.ts';
import { type Notice, noticeHtml } from './visitor/notice.ts';

export interface RespondOptions extends RenderHolesOptions {
  readonly nextNonce: () => string;
  readonly clock: Clock;
  /** Milliseconds after which late slots are not waited for any more. */
  readonly hardDeadline: number;
  readonly https: boolean;
}

/** What step 6 must know of the visitor. */
export interface Recipient {
  /** The visitor's own questions; opened when the page turns out to have holes. */
  readonly scope: () => ActionScope;
  /** Nothing is known of the visitor, but perhaps what they looked at. */
  readonly isGuest: boolean;
  /** The visitor's browser told what it showed last. */
  readonly hasViewed: boolean;
  readonly notice: Notice | undefined;
  /** HTML that says what this visitor looks at; it makes the answer theirs as a notice does. */
  readonly bar?: string | undefined;
  /** A form to be shown again came along; the visitor's scope has it. */
  readonly hasForm: boolean;
  readonly acceptsGzip: boolean;
  readonly ifNoneMatch: string | undefined;
}

/** An answer to be sent: all at once, or a beginning and what comes late. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer | AsyncIterable<Buffer> | undefined;
}

/**
 * Step 6: one visitor's answer. A page without holes is one buffer; holes are rendered now; late slots follow the page. What needs
 * no question is answered at once, without a promise.
 */
export function respond(
  answer: PageAnswer,
  to: Recipient,
  options: RespondOptions,
): Answer | Promise<Answer> {
  const { page } = answer;
  const isMarked = to.notice !== undefined || to.bar !== undefined;
  if (answer.isConstant && !isMarked) {
    const { headers, body, etag } = answer.constant(to.acceptsGzip);
    if (to.ifNoneMatch === etag) return { status: 304, headers: withoutBody(headers), body: undefined };
    return { status: page.status, headers, body };
  }
  const isGuest = to.isGuest && page.late.length === 0 && !(to.hasViewed && answer.holes.readsViewed);
  if (isGuest && !isMarked && answer.knowsGuest) return answer.forGuest(options.nextNonce(), to.acceptsGzip);
  if (answer.holes.holes.length === 0) return filled(answer, [], to, options);
  return answer.holes.render(to.scope(), page.frame, options).then((holes) => {
    if (holes.kind === 'elsewhere') return leadingOn(holes.location, options);
    if (isGuest && isSameForGuests(answer, to.scope())) answer.rememberGuest(holes.bytes);
    return filled(answer, holes.bytes, to, options);
  });
}

function leadingOn(location: string, options: RespondOptions): Answer {
  const own = ['location', location, 'cache-control', 'private, no-store', 'content-length', '0'];
  return { status: 303, headers: [...own, ...securityHeaders(options)], body: undefined };
}

function filled(
  answer: PageAnswer,
  holes: readonly HoleBytes[],
  to: Recipient,
  options: RespondOptions,
): Answer {
  const marks = (to.bar ?? '') + (to.notice ? noticeHtml(to.notice) : '');
  const notice = marks === '' ? undefined : Buffer.from(marks);
  const filling = { nonce: options.nextNonce(), ...(notice && { notice }), holes };
  const { page } = answer;
  if (page.late.length === 0) return answer.personal(filling, to.acceptsGzip);
  const headers = [
    ...answer.headersWith(filling.nonce),
    ...(to.acceptsGzip ? ['content-encoding', 'gzip'] : []),
  ];
  return { status: page.status, headers, body: withLateSlots(answer, filling, to, options) };
}

// Every hole asked something, all of it private, and all of it was answered: for nobody the answer is nobody's. A hole that asks
// nothing is there to be rendered each time, what is public has an age of its own, and what an address opens, such as an order by
// its key, is somebody's.
function isSameForGuests({ page: { frame }, holes: { holes } }: PageAnswer, scope: ActionScope): boolean {
  return (
    holes.length > 0 &&
    holes.every(
      ({ instance: { plan, module } }) =>
        Object.keys(plan).length > 0 && !queryNamesOf(module.query).some((name) => frame.query.has(name)),
    ) &&
    scope.trace().every(({ key, state }) => key === undefined && (state === 'fresh' || state === 'missing'))
  );
}

async function* withLateSlots(
  answer: PageAnswer,
  filling: Parameters<PageAnswer['fill']>[0],
  to: Recipient,
  { clock, hardDeadline, onFailure }: RespondOptions,
): AsyncIterable<Buffer> {
  const gzip = to.acceptsGzip ? new GzipStream() : undefined;
  const encode = (parts: ReturnType<PageAnswer['fill']>) =>
    gzip ? gzip.add(parts) : Buffer.concat(parts.map((part) => (Buffer.isBuffer(part) ? part : part.bytes)));
  const script = (code: string) => `<script nonce="${filling.nonce}">${code}</script>`;
  yield encode(answer.fill(filling));

  let callOff = () => {};
  const tooLate = new Promise<undefined>((resolve) => {
    callOff = clock.after(hardDeadline, () => resolve(undefined));
  });
  let waiting = answer.page.late.map(({ id, html }) => ({
    id,
    came: html.then(
      (text) => ({ id, text }),
      (error: unknown) => {
        onFailure(undefined, error);
        return { id, text: undefined };
      },
    ),
  }));
  while (waiting.length > 0) {
    const first = await Promise.race([tooLate, ...waiting.map(({ came }) => came)]);
    if (!first) break;
    waiting = waiting.filter(({ id }) => id !== first.id);
    const html =
      first.text === undefined
        ? script(giveUpScript([first.id]))
        : lateTemplate(first.id, first.text) + script(LATE_SCRIPT);
    yield encode([Buffer.from(html)]);
  }
  callOff();
  const givenUp = waiting.length > 0 ? script(giveUpScript(waiting.map(({ id }) => id))) : '';
  yield encode([Buffer.from(`${givenUp}</body></html>`)]);
  if (gzip) yield gzip.end();
}

function withoutBody(headers: readonly string[]): readonly string[] {
  return headers.filter(
    (_, index) => !/^content-(length|encoding|type)$/.test(headers[index - (index % 2)] ?? ''),
  );
}
