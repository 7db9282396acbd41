import { escapeHtml } from '../segments/escape-html.ts';
import { type BarWords, barWords, momentWords } from './bar-words.ts';
import type { PastPlan } from './planned-preview.ts';
import type { PreviewGrant } from './preview-link.ts';

// What whoever opened a page by a preview link must not overlook. Its look is in the element: the policy of a page that is the same
// for everybody trusts no other style sheets than its own.

const LOOK = [
  'box-sizing:border-box',
  'padding:.5rem .875rem',
  'background:#1c1c1c',
  'color:#fff',
  'font-size:.8125rem',
  'line-height:1.4',
];

// It lies over a preview and moves nothing of it, so that the page looks as it will. What it covers is seen when it is folded, and
// the end of the page by the room that is left below it.
const LYING = [
  ...LOOK,
  'position:fixed',
  'inset:auto 0 .75rem',
  'z-index:2147483647',
  'inline-size:fit-content',
  'max-inline-size:calc(100% - 1.5rem)',
  'margin-inline:auto',
  'border:1px solid #8a8a8a',
  'border-radius:.5rem',
];

// A page that is no preview need not look as it will: the bar stands above it and covers nothing.
const STANDING = [...LOOK, 'border-block-end:1px solid #8a8a8a', 'text-align:center', 'text-wrap:balance'];

const LINK = 'color:inherit;text-decoration:underline;text-underline-offset:.15em;overflow-wrap:anywhere';
const LIST = 'margin:.25rem 0 0;padding:0;list-style:none;max-block-size:35vh;overflow:auto';
const ROW = 'display:flex;flex-wrap:wrap;gap:.125rem 1rem;margin-block-start:.375rem';

/** As whom a page is shown: names of a group of customers and of audiences. */
export interface ShownAs {
  readonly group?: string;
  readonly audiences: readonly string[];
}

/** A page that the bar of something planned leads to. */
export interface BarPage {
  /** Absent = a page like any other. */
  readonly name?: string;
  readonly locale: string;
  /** With what makes a preview of it. */
  readonly address: string;
}

/** The pages of something planned in the language of the one that is shown, which of them that is, and those in other languages. */
export interface BarPages {
  readonly pages: readonly BarPage[];
  readonly index: number;
  readonly others: readonly BarPage[];
}

type GrantTimes = Pick<PreviewGrant, 'at' | 'expiresAt' | 'locale'>;

/** Says of a page that it is a preview, of what, as whom and when, and how long the link holds. */
export function previewBar(
  { at, expiresAt, locale }: GrantTimes,
  documentName: string,
  shownAs: ShownAs,
): string {
  const say = barWords(locale);
  const as = asWords(shownAs, locale);
  const what = at ? say.ofMoment(documentName, momentWords(locale, at), as) : say.of(documentName, as);
  return lyingBar(say.label, escapeHtml(`${what} ${say.ends(momentWords(locale, expiresAt))}`));
}

/** The same of the pages of something planned; leads from one to the other. */
export function releaseBar(
  { at, expiresAt, locale }: GrantTimes,
  { name, ...pages }: BarPages & { readonly name: string },
  shownAs: ShownAs,
): string {
  const say = barWords(locale);
  const what = plannedWords(locale, { name, at }, asWords(shownAs, locale));
  const text = escapeHtml(`${what} ${say.ends(momentWords(locale, expiresAt))}`);
  const isAlone = pages.pages.length + pages.others.length === 1;
  return lyingBar(say.label, isAlone ? text : `${text}${pageList(pages, say)}`);
}

/** Says to staff what is planned that the page is shown with, and for when. */
export function plannedBar(locale: string, plan: { readonly name: string; readonly at?: Date }): string {
  return lyingBar(barWords(locale).label, escapeHtml(plannedWords(locale, plan, '')));
}

function plannedWords(
  locale: string,
  { name, at }: { readonly name: string; readonly at?: Date },
  as: string,
): string {
  const say = barWords(locale);
  return at ? say.plannedAt(name, momentWords(locale, at), as) : say.planned(name, as);
}

function asWords({ group, audiences }: ShownAs, locale: string): string {
  const say = barWords(locale);
  const list = new Intl.ListFormat(locale);
  const who = [
    ...(audiences.length > 0 ? [say.visitors(list.format(audiences.map(say.quoted)))] : []),
    ...(group === undefined ? [] : [say.customers(group)]),
  ];
  return who.length === 0 ? '' : say.as(list.format(who));
}

// All of them are behind a word, so that little is covered; the next one in this language is one press away.
function pageList({ pages, others, index }: BarPages, say: BarWords): string {
  const link = ({ name = say.start, address }: BarPage, words: (name: string) => string, facts = '') =>
    `<a href="${escapeHtml(address)}" style="${LINK}"${facts}>${escapeHtml(words(name))}</a>`;
  const here = pages.map((page, at) => {
    const isHere = at === index;
    const row = link(page, (name) => name, isHere ? ' aria-current="page"' : '');
    return `<li style="padding-block:.25rem${isHere ? ';font-weight:600' : ''}">${row}</li>`;
  });
  const elsewhere = others.map(
    (page) => `<li style="padding-block:.25rem">${link(page, (name) => `${name} (${page.locale})`)}</li>`,
  );
  const list = `<ol style="${LIST}">${[...here, ...elsewhere].join('')}</ol>`;
  const summary = `<summary style="cursor:pointer">${say.page(index + 1, pages.length)}</summary>`;
  const next = pages.length > 1 ? link(pages[(index + 1) % pages.length]!, say.next, ' rel="next"') : '';
  return `<span style="${ROW}"><details>${summary}${list}</details>${next}</span>`;
}

function lyingBar(label: string, html: string): string {
  const summary = `<summary style="cursor:pointer;font-weight:600">${label}</summary>`;
  return bar(label, 'lying', `<details open>${summary}<span>${html}</span></details>`);
}

/** Says of what is public at an address that it was asked for by a link that opens nothing any more, and of what; perhaps there is no page. */
export function endedBar(locale: string, status: number, plan?: PastPlan): string {
  const say = barWords(locale);
  const why = plan ? say[plan.how](plan.name) : say.ended;
  return bar(say.label, 'standing', escapeHtml(`${why} ${publicWords(say, status)}`));
}

/** Says of what is public at an address that it is no part of the preview whose link led there, and leads back. */
export function leftBar(
  locale: string,
  status: number,
  { name, back }: { readonly name: string; readonly back: string },
): string {
  const say = barWords(locale);
  const link = `<a href="${escapeHtml(back)}" style="${LINK}">${escapeHtml(say.back)}</a>`;
  return bar(say.label, 'standing', `${escapeHtml(`${say.left(name)} ${publicWords(say, status)}`)} ${link}`);
}

function publicWords(say: BarWords, status: number): string {
  return status < 400 ? say.publicPage : say.noPublicPage;
}

function bar(label: string, place: 'lying' | 'standing', html: string): string {
  const look = place === 'lying' ? LYING : STANDING;
  return `<aside data-preview-bar="${place}" aria-label="${label}" style="${look.join(';')}">${html}</aside>`;
}
