import { audienceIds, audienceWord, isAudienceName } from '@vitrine/content';
import type { PreviewSources } from '../canvas/preview-options.ts';
import type { RuntimeChannel } from '../channel.ts';
import type { Refused } from '../read-visit.ts';
import type { Visit } from '../stages.ts';
import type { PlannedPreview } from './planned-preview.ts';

/** For whom and when a preview is made, where its address asks for something else than the request itself would give. */
export interface PreviewAs {
  readonly channel?: RuntimeChannel;
  /** As customers of this group see it. */
  readonly customerGroup?: string;
  /** As visitors of these audiences and versions see it. */
  readonly audience?: string;
  /** Prices, and what is sold, are those of then. */
  readonly at?: Date;
  /** With what is planned, and without drafts. */
  readonly planned?: PlannedPreview;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const GROUP = /^[\w.:-]{1,128}$/;
const MOST_ENTRIES = 50;
/** Further away nothing is planned or remembered, and databases disagree on what a date is. */
const YEARS = { first: 2000, last: 2100 };

/** Reads `_channel`, `_group`, `_audience`, `_at` and `_release`, for staff alone; what makes no sense is refused with a sentence. */
export async function previewAs(
  { searchParams }: URL,
  {
    channels,
    actionsAt,
    planned: findPlanned,
  }: Pick<PreviewSources, 'actionsAt' | 'planned'> & { readonly channels: readonly RuntimeChannel[] },
): Promise<PreviewAs | Refused> {
  const id = searchParams.get('_channel');
  const channel = channels.find((each) => each.id === id);
  if (id !== null && !channel)
    return refused(
      `There is no channel "${id.slice(0, 100)}". Channels: ${channels.map((each) => each.id).join(', ')}.`,
    );
  const moment = searchParams.get('_at');
  const at = moment === null ? undefined : momentOf(moment);
  if (moment !== null && !at)
    return refused(
      `"${moment.slice(0, 100)}" is no moment between ${YEARS.first} and ${YEARS.last}. Write it as 2027-03-05T09:00:00+01:00.`,
    );
  // Showing now in its place would be believed.
  if (at && !actionsAt) return refused('This shop can be shown as it is now, and at no other moment.');
  const customerGroup = searchParams.get('_group');
  if (customerGroup !== null && !GROUP.test(customerGroup))
    return refused(
      `"${customerGroup.slice(0, 100)}" is no group of customers. Write its id, for example trade.`,
    );
  const named = searchParams.get('_audience');
  const audience = named === null ? undefined : audienceNamed(named);
  if (named !== null && audience === undefined)
    return refused(
      `"${named.slice(0, 100)}" names no audiences. Write their ids and those of versions with commas between, for example phones,hero.b.`,
    );
  const release = searchParams.get('_release');
  const planned = release === null ? undefined : await findPlanned?.(release);
  if (release !== null && planned?.kind !== 'waiting')
    return refused('What this preview should show is not planned any more.');
  return {
    ...(channel && { channel }),
    ...(customerGroup !== null && { customerGroup }),
    ...(audience !== undefined && { audience }),
    ...(at && { at }),
    ...(planned?.kind === 'waiting' && { planned }),
  };
}

/** Staff look at a page in a currency without changing the one they shop in. */
export function previewCurrency({ url, channel, currency }: Visit): string {
  const wanted = url.searchParams.get('_currency');
  return wanted !== null && channel.currencies.includes(wanted) ? wanted : currency;
}

function audienceNamed(text: string): string | undefined {
  const ids = audienceIds(text);
  return ids.length <= MOST_ENTRIES && ids.every(isAudienceName) ? audienceWord(ids) : undefined;
}

function momentOf(text: string): Date | undefined {
  const at = MOMENT.test(text) ? new Date(text) : undefined;
  const year = at?.getUTCFullYear() ?? Number.NaN;
  return year >= YEARS.first && year < YEARS.last ? at : undefined;
}

function refused(reason: string): Refused {
  return { kind: 'refused', status: 400, reason };
}
