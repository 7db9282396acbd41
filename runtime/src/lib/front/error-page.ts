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

const SENTENCES: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  en: {
    400: 'This address cannot be read.',
    403: 'This preview link is for another page.',
    405: 'This cannot be done here.',
    414: 'This address is too long.',
    500: 'Something went wrong on our side. Please try again in a moment.',
    503: 'The shop cannot answer right now. Please try again in a moment.',
  },
  de: {
    400: 'Diese Adresse ist nicht lesbar.',
    403: 'Dieser Vorschau-Link gehört zu einer anderen Seite.',
    405: 'Das geht hier nicht.',
    414: 'Diese Adresse ist zu lang.',
    500: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es gleich noch einmal.',
    503: 'Der Shop kann gerade nicht antworten. Bitte versuchen Sie es gleich noch einmal.',
  },
};

// What leads on.
const NEXT: Readonly<Record<string, string>> = { en: 'Open that page', de: 'Diese Seite öffnen' };

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
  const texts = SENTENCES[language] ?? SENTENCES.en!;
  const sentence = reason ?? texts[status] ?? texts[500]!;
  const onward =
    next === undefined ? '' : `<p><a href="${escapeHtml(next)}">${NEXT[language] ?? NEXT.en}</a></p>`;
  const body = Buffer.from(
    `<!doctype html><html lang="${texts === SENTENCES.en ? 'en' : language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${status}</title><body style="font:1.1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1.5rem"><p>${escapeHtml(sentence)}</p>${onward}<p><a href="/">⌂</a> <small>${escapeHtml(requestId)}</small></p>`,
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
    contentSecurityPolicy({ https, trust: { kind: 'hashes', scripts: [], styles: [] } }),
  ];
  return { status, headers, body };
}
