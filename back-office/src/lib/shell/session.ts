import type { Actor, Capability } from '@vitrine/commerce-engine/client';
import { createContext, useContext } from 'react';
import { useAnswer } from '../asking/use-answer.ts';

type StaffMember = Extract<Actor, { kind: 'staff' }>;

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'online' | 'store' | 'call-centre';
  readonly locales: readonly string[];
  readonly currencies: readonly string[];
  /** Whose clock its shoppers read. */
  readonly country: string;
}

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: 'warehouse' | 'store';
  readonly city: string;
  /** What its clock shows; absent = nobody knows. */
  readonly timeZone?: string;
}

/** Who is signed in, and the shop they run. */
export interface Session {
  readonly me: StaffMember;
  readonly channels: readonly Channel[];
  readonly places: readonly Place[];
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('This is shown inside the office only.');
  return session;
}

/** Languages of all channels. */
export function useLocales(): readonly string[] {
  return [...new Set(useSession().channels.flatMap(({ locales }) => locales))];
}

/** A market to ask in where any will do: names and worths in the shop's first channel. */
export function useMarket(): {
  readonly channel: string;
  readonly locale: string;
  readonly currency: string;
} {
  const { channels } = useSession();
  const channel = channels[0]!;
  return { channel: channel.id, locale: channel.locales[0]!, currency: channel.currencies[0]! };
}

export function useMay(): (capability: Capability) => boolean {
  const { me } = useSession();
  return (capability) => me.capabilities.includes(capability);
}

/** All three, or what kept one of them. */
export function useAskSession() {
  const me = useAnswer<StaffMember>('/me');
  const channels = useAnswer<{ channels: readonly Channel[] }>('/channels');
  const places = useAnswer<{ locations: readonly Place[] }>('/locations');
  const all = [me, channels, places];
  const failed = all.find(({ error }) => error);
  const data: Session | undefined =
    me.data && channels.data && places.data
      ? { me: me.data, channels: channels.data.channels, places: places.data.locations }
      : undefined;
  return {
    data,
    error: failed?.error ?? null,
    fetchStatus: all.some(({ fetchStatus }) => fetchStatus === 'paused')
      ? ('paused' as const)
      : ('fetching' as const),
    refetch: () => Promise.all(all.map((each) => each.refetch())),
  };
}
