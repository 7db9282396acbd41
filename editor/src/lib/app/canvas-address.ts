import { EVERYONE, visitedPath } from '@vitrine/content';
import type { Catalogue, DocumentFacts } from './backend.ts';
import { type Sample, sampleAddress } from './sample.ts';
import { audienceShown, type ShownAs } from './shown-as.ts';

/** Id of the window with the canvas that the editor's page may bring along, so that it loads while the editor's scripts do. */
export const EARLY_FRAME = 'early-canvas';

/** Where, when and as whom somebody looks at a document. */
export interface CanvasMarket {
  readonly channel: string;
  readonly locale: string;
  readonly currency: string;
  /** Of customers, whose page is shown: an id; `anyone` = of those in none. */
  readonly group: string;
  /** Audiences the page is shown to, and versions of tests; empty = to nobody in particular. */
  readonly audiences: readonly ShownAs[];
  /** Moment the page is shown at, with its offset: `2027-03-05T09:00:00+01:00`; `undefined` = now. */
  readonly at: string | undefined;
  /** What a template is shown with; `undefined` = what the shop names. */
  readonly sample: Sample | undefined;
}

/** In which market a page is shown to whoever has just opened the editor, and as which visitor. */
export function firstMarket({ channels }: Pick<Catalogue, 'channels'>): CanvasMarket {
  const [channel] = channels;
  return {
    channel: channel?.id ?? '',
    locale: channel?.locales[0] ?? 'en',
    currency: channel?.currencies[0] ?? '',
    group: 'anyone',
    audiences: [],
    at: undefined,
    sample: undefined,
  };
}

/** Where the canvas of a document is found. */
export function canvasAddress(
  { id, composes, paths }: Pick<DocumentFacts, 'id' | 'composes' | 'paths'>,
  { channel, locale, currency, group, audiences, at, sample }: CanvasMarket,
  { channels, samples, winners }: Pick<Catalogue, 'channels' | 'samples' | 'winners'>,
): string {
  const audience = audienceShown(audiences, winners);
  // Who wants the original of a test that another version has won must say so.
  const isUsual = audiences.length === 0 && audience === EVERYONE;
  const query = new URLSearchParams({
    _preview: 'canvas',
    _document: id,
    ...(channel !== '' && { _channel: channel }),
    _currency: currency,
    ...(group !== 'anyone' && { _group: group }),
    ...(!isUsual && { _audience: audience }),
    ...(at !== undefined && { _at: at }),
  });
  const path =
    (sample && sample.kind === composes ? sampleAddress(sample, samples) : undefined) ??
    paths[`${channel}/${locale}`] ??
    samples[composes ?? 'page'] ??
    '/';
  const locales = channels.find(({ id }) => id === channel)?.locales ?? [locale];
  return `${encodeURI(visitedPath({ locale, path }, locales))}?${query}`;
}

/** The language of values without one. */
export function baseLocaleOf(channels: Catalogue['channels'], channel: string): string {
  return channels.find(({ id }) => id === channel)?.locales[0] ?? 'en';
}
