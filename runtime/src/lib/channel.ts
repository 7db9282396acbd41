/** An online channel as the runtime needs to know it. */
export interface RuntimeChannel {
  readonly id: string;
  /** BCP 47 tags. The first one has addresses without a prefix, the others `/<locale>/…`. */
  readonly locales: readonly string[];
  /** ISO 4217. The first one is shown until the visitor chooses. */
  readonly currencies: readonly string[];
  /** Host names this channel answers to; none = every host no other channel names. */
  readonly hosts?: readonly string[];
  /**
   * `https://shop.example`, for addresses that must be absolute. It is never taken from a request, whose `Host` anybody can
   * write; without it such addresses are relative.
   */
  readonly origin?: string;
}

export function defaultLocale(channel: RuntimeChannel): string {
  return channel.locales[0] as string;
}

/** `''` for the channel's first locale, else `/<locale>`. */
export function localePrefix(channel: RuntimeChannel, locale: string): string {
  return locale === channel.locales[0] ? '' : `/${locale.toLowerCase()}`;
}

/** The channel a host belongs to. @throws when there are no channels. */
export function createChannelChooser(channels: readonly RuntimeChannel[]): (host: string) => RuntimeChannel {
  const byHost = new Map(
    channels.flatMap((channel) => (channel.hosts ?? []).map((host) => [host, channel] as const)),
  );
  const general = channels.find((channel) => !channel.hosts?.length) ?? channels[0];
  if (!general)
    throw new Error('The runtime was given no channels. Pass the shop’s online channels in `channels`.');
  for (const { id, locales, currencies } of channels)
    if (locales.length === 0 || currencies.length === 0)
      throw new Error(`Channel "${id}" needs at least one locale and one currency.`);
  if (byHost.size === 0) return () => general;
  return (host) => byHost.get(host) ?? byHost.get(host.replace(/:\d+$/, '')) ?? general;
}
