import { timeZoneOf } from '@vitrine/commerce-engine/client';
import { whenThere } from '../words/when-there.ts';
import { useSession } from './session.ts';

/** Tells a moment that a shopper was promised as they read it: by the clock of the channel they bought in. */
export function usePromisedDay(channel: string): (iso: string) => string {
  const { channels } = useSession();
  const timeZone = timeZoneOf(channels.find(({ id }) => id === channel)?.country ?? '');
  return (iso) => whenThere(iso, { timeZone });
}
