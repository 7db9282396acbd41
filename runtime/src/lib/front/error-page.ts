import { createHash } from 'node:crypto';
import { contentSecurityPolicy, type FlatHeaders, securityHeaders } from '../headers/security-headers.ts';
import type { Answer } from '../respond.ts';
import { escapeHtml } from '../segments/escape-html.ts';

export interface PlainErrorOptions {
  readonly status: number;
  /** One sentence for the shopper. */
  readonly reason?: string;
  readonly requestId: string;
  readonly https: boolean;
  readonly locale?: string;
  /** Where whoever reads it goes on. Default: nowhere in particular. */
  readonly next?: string;
}

export interface PlainErrorAnswer extends Answer {
  readonly body: Buffer;
}

/** What happened, and what can be done about it. */
interface Words {
  readonly title: string;
  readonly advice: string;
}

const WORDS: Readonly<Record<string, Readonly<Record<number, Words>>>> = {
  en: {
    400: { title: 'This address leads nowhere', advice: 'Check it, or begin at the home page.' },
    403: {
      title: 'This preview link is for another page',
      advice:
        'It opens only what it was made for. Go on there, or ask whoever sent it to you for a link to this page.',
    },
    405: { title: 'This cannot be done here', advice: 'Go back and try again from the page you came from.' },
    409: { title: 'This page is made when somebody looks at it', advice: 'Load it again to see it.' },
    414: { title: 'This address leads nowhere', advice: 'Shorten it, or begin at the home page.' },
    500: { title: 'Something went wrong on our side', advice: 'Please try again in a moment.' },
    503: { title: 'The shop cannot answer right now', advice: 'Please try again in a moment.' },
  },
  de: {
    400: {
      title: 'Diese Adresse führt nirgendwohin',
      advice: 'Prüfen Sie sie, oder beginnen Sie auf der Startseite.',
    },
    403: {
      title: 'Dieser Vorschau-Link gehört zu einer anderen Seite',
      advice:
        'Er öffnet nur, wofür er gemacht wurde. Gehen Sie dort weiter, oder bitten Sie, wer ihn geschickt hat, um einen Link zu dieser Seite.',
    },
    405: {
      title: 'Das geht hier nicht',
      advice: 'Gehen Sie zurück und versuchen Sie es von der Seite aus, von der Sie kamen.',
    },
    409: {
      title: 'Diese Seite entsteht erst, wenn jemand sie ansieht',
      advice: 'Laden Sie sie neu, um sie zu sehen.',
    },
    414: {
      title: 'Diese Adresse führt nirgendwohin',
      advice: 'Kürzen Sie sie, oder beginnen Sie auf der Startseite.',
    },
    500: {
      title: 'Bei uns ist etwas schiefgegangen',
      advice: 'Bitte versuchen Sie es gleich noch einmal.',
    },
    503: {
      title: 'Der Shop kann gerade nicht antworten',
      advice: 'Bitte versuchen Sie es gleich noch einmal.',
    },
  },
};

// What leads on, and home, and what the request is called by.
const LINKS: Readonly<
  Record<string, { readonly next: string; readonly home: string; readonly request: string }>
> = {
  en: { next: 'Open that page', home: 'Go to the home page', request: 'Request' },
  de: { next: 'Diese Seite öffnen', home: 'Zur Startseite', request: 'Anfrage' },
};

// The colours of the house, by day and by night; no theme is to be had where this is shown.
const STYLE = [
  ':root{color-scheme:light dark}',
  'body{display:grid;place-items:center;min-height:100svh;box-sizing:border-box;margin:0;padding:1.5rem;font:1.0625rem/1.6 system-ui,sans-serif;color:light-dark(#1e2320,#ede8dd);background:light-dark(#faf7f1,#151816)}',
  'main{max-width:34rem}',
  'h1{margin:0 0 .75rem;font:400 clamp(1.75rem,1.4rem + 1.6vw,2.5rem)/1.15 Georgia,serif;letter-spacing:-.015em;text-wrap:balance}',
  'p{margin:0 0 1.5rem;text-wrap:pretty}',
  'nav{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem 1.5rem}',
  'a{color:light-dark(#1d5c56,#86c7bb);text-underline-offset:.22em}',
  'nav a:first-child{padding:.7rem 1.5rem;border-radius:2px;color:light-dark(#fdfbf6,#0c1f1b);background:light-dark(#1d5c56,#86c7bb);font-weight:550;text-decoration:none}',
  ':focus-visible{outline:2px solid light-dark(#1d5c56,#86c7bb);outline-offset:3px}',
  'small{display:block;margin-top:2.5rem;color:light-dark(#5a5f59,#aeada2);overflow-wrap:anywhere}',
].join('');
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The page that needs nothing: no template, no data, no script. It names the request, so that somebody can look it up. */
export function plainErrorPage({
  status,
  reason,
  requestId,
  https,
  locale = 'en',
  next,
}: PlainErrorOptions): PlainErrorAnswer {
  const language = locale.split('-', 1)[0] as string;
  const spoken = language in WORDS ? language : 'en';
  const texts = WORDS[spoken]!;
  const { title, advice } = texts[status] ?? texts[500]!;
  const links = LINKS[spoken]!;
  const onward = next === undefined ? '' : `<a href="${escapeHtml(next)}">${links.next}</a>`;
  const body = Buffer.from(
    [
      `<!doctype html><html lang="${spoken}"><head><meta charset="utf-8">`,
      '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
      `<title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>`,
      `<p>${escapeHtml(reason === undefined ? advice : `${reason} ${advice}`)}</p><nav>${onward}<a href="/">${links.home}</a></nav>`,
      `<small>${links.request} ${escapeHtml(requestId)}</small></main></body></html>`,
    ].join(''),
  );
  const headers: FlatHeaders = [
    'content-type',
    'text/html; charset=utf-8',
    'content-length',
    String(body.length),
    'cache-control',
    'private, no-store',
    ...(status === 503 ? ['retry-after', '5'] : []),
    ...securityHeaders({ https }),
    'content-security-policy',
    contentSecurityPolicy({ https, trust: { kind: 'hashes', scripts: [], styles: [STYLE_HASH] } }),
  ];
  return { status, headers, body };
}
