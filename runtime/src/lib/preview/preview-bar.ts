import { escapeHtml } from '../segments/escape-html.ts';
import type { PreviewGrant } from './preview-link.ts';

// What whoever opened a page by a preview link must not overlook. It lies over the page and takes no room of it, so that the page
// looks as it will, and what it covers is seen when it is folded. Its look is in the element: the policy of a page that is the same
// for everybody trusts no other style sheets than its own.

const LOOK = [
  'position:fixed',
  'inset:auto 0 .75rem',
  'z-index:2147483647',
  'box-sizing:border-box',
  'inline-size:fit-content',
  'max-inline-size:calc(100% - 1.5rem)',
  'margin-inline:auto',
  'padding:.5rem .875rem',
  'border:1px solid #8a8a8a',
  'border-radius:.5rem',
  'background:#1c1c1c',
  'color:#fff',
  'font-size:.8125rem',
  'line-height:1.4',
].join(';');

const words = {
  en: {
    label: 'Preview',
    of: (name: string) => `“${name}” as its draft is now.`,
    ofMoment: (name: string, moment: string) => `“${name}” as of ${moment}.`,
    ends: (moment: string) => `Ends ${moment}.`,
    ended: 'This link has ended. This is the public page.',
  },
  de: {
    label: 'Vorschau',
    of: (name: string) => `„${name}“, wie der Entwurf jetzt ist.`,
    ofMoment: (name: string, moment: string) => `„${name}“ zum ${moment}.`,
    ends: (moment: string) => `Endet ${moment}.`,
    ended: 'Dieser Link gilt nicht mehr. Das ist die öffentliche Seite.',
  },
};

/** Says of a page that it is a preview, of what and when, and how long the link holds. */
export function previewBar(
  { at, expiresAt, locale }: Pick<PreviewGrant, 'at' | 'expiresAt' | 'locale'>,
  documentName: string,
): string {
  const say = wordsIn(locale);
  const what = at ? say.ofMoment(documentName, momentIn(locale, at)) : say.of(documentName);
  return bar(locale, `${what} ${say.ends(momentIn(locale, expiresAt))}`);
}

/** Says of a public page that it was asked for by a link that opens nothing any more. */
export function endedBar(locale: string): string {
  return bar(locale, wordsIn(locale).ended);
}

function bar(locale: string, text: string): string {
  const { label } = wordsIn(locale);
  const summary = `<summary style="cursor:pointer;font-weight:600">${label}</summary>`;
  return `<aside data-preview-bar aria-label="${label}" style="${LOOK}"><details open>${summary}<span>${escapeHtml(text)}</span></details></aside>`;
}

function wordsIn(locale: string) {
  return locale.toLowerCase().split('-')[0] === 'de' ? words.de : words.en;
}

// Links go to people anywhere, so the zone is said.
function momentIn(locale: string, moment: Date): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(moment);
}
