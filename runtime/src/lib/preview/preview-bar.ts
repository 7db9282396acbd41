import { escapeHtml } from '../segments/escape-html.ts';
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

const words = {
  en: {
    label: 'Preview',
    of: (name: string) => `“${name}” as its draft is now.`,
    ofMoment: (name: string, moment: string) => `“${name}” as of ${moment}.`,
    planned: (name: string) => `The shop with “${name}”, which is planned.`,
    plannedAt: (name: string, moment: string) => `The shop with “${name}”, planned for ${moment}.`,
    ends: (moment: string) => `Ends ${moment}.`,
    ended: 'This preview link has ended. This is the public page.',
    endedWithout: 'This preview link has ended. There is no public page at this address.',
  },
  de: {
    label: 'Vorschau',
    of: (name: string) => `„${name}“, wie der Entwurf jetzt ist.`,
    ofMoment: (name: string, moment: string) => `„${name}“ zum ${moment}.`,
    planned: (name: string) => `Der Shop mit „${name}“, was geplant ist.`,
    plannedAt: (name: string, moment: string) => `Der Shop mit „${name}“, geplant für ${moment}.`,
    ends: (moment: string) => `Endet ${moment}.`,
    ended: 'Dieser Vorschau-Link gilt nicht mehr. Das ist die öffentliche Seite.',
    endedWithout:
      'Dieser Vorschau-Link gilt nicht mehr. Unter dieser Adresse gibt es keine öffentliche Seite.',
  },
};

/** Says of a page that it is a preview, of what and when, and how long the link holds. */
export function previewBar(
  { at, expiresAt, locale }: Pick<PreviewGrant, 'at' | 'expiresAt' | 'locale'>,
  documentName: string,
): string {
  const say = wordsIn(locale);
  const what = at ? say.ofMoment(documentName, momentIn(locale, at)) : say.of(documentName);
  return lyingBar(say.label, `${what} ${say.ends(momentIn(locale, expiresAt))}`);
}

/** Says to staff what is planned that the page is shown with, and for when. */
export function plannedBar(
  locale: string,
  { name, at }: { readonly name: string; readonly at?: Date },
): string {
  const say = wordsIn(locale);
  return lyingBar(say.label, at ? say.plannedAt(name, momentIn(locale, at)) : say.planned(name));
}

function lyingBar(label: string, text: string): string {
  const summary = `<summary style="cursor:pointer;font-weight:600">${label}</summary>`;
  return bar(label, 'lying', `<details open>${summary}<span>${escapeHtml(text)}</span></details>`);
}

/** Says of what is public at an address that it was asked for by a link that opens nothing any more; perhaps there is no page. */
export function endedBar(locale: string, status: number): string {
  const { label, ended, endedWithout } = wordsIn(locale);
  return bar(label, 'standing', status < 400 ? ended : endedWithout);
}

function bar(label: string, place: 'lying' | 'standing', html: string): string {
  const look = place === 'lying' ? LYING : STANDING;
  return `<aside data-preview-bar="${place}" aria-label="${label}" style="${look.join(';')}">${html}</aside>`;
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
