/** A film that a host plays in a frame of its own. */
export interface HostedFilm {
  /** As people call it. */
  readonly host: 'YouTube' | 'Vimeo';
  /** Origin of the frame. */
  readonly origin: string;
  /** Address of the frame, which plays at once and is asked not to follow whoever looks. */
  readonly frame: string;
  /** Where it can be watched at the host's. */
  readonly page: string;
}

/** What the address of a film at YouTube or Vimeo stands for, however it was copied; `undefined` for a file. */
export function hostedFilm(address: string): HostedFilm | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, pathname, searchParams, hostname } = new URL(address);
  if (protocol !== 'https:') return undefined;
  const host = hostOf(hostname);
  if (host === 'Vimeo') {
    const [, id, secret] = VIMEO.exec(pathname) ?? [];
    return id === undefined ? undefined : vimeo(id, secret ?? searchParams.get('h') ?? undefined);
  }
  if (host !== 'YouTube') return undefined;
  const isShort = hostname.endsWith('youtu.be');
  const [, named] = (isShort ? /^\/([^/]+)\/?$/ : YOUTUBE).exec(pathname) ?? [];
  const isWatched = !isShort && /^\/watch\/?$/.test(pathname);
  return youTube((isWatched ? searchParams.get('v') : named) ?? '');
}

/** Whether an address is one at YouTube or Vimeo where no film plays: a channel, a list, what is not read. Files of films there do. */
export function isNoFilmAtHost(address: string): boolean {
  if (!URL.canParse(address) || hostedFilm(address)) return false;
  const { hostname, pathname } = new URL(address);
  return hostOf(hostname) !== undefined && !/\.(mp4|m3u8)$/.test(pathname);
}

const YOUTUBE = /^\/(?:embed|shorts|live|v)\/([^/]+)/;
const VIMEO =
  /^\/(?:(?:manage\/)?videos?\/|channels\/[\w-]+\/|showcase\/[\w-]+\/video\/|groups\/[\w-]+\/videos\/)?(\d+)(?:\/(\w+))?\/?$/;

function hostOf(hostname: string): HostedFilm['host'] | undefined {
  if (/^(www\.)?youtu\.be$|^((www|m|music)\.)?youtube(-nocookie)?\.com$/.test(hostname)) return 'YouTube';
  return /^((www|m|player)\.)?vimeo\.com$/.test(hostname) ? 'Vimeo' : undefined;
}

function youTube(id: string): HostedFilm | undefined {
  if (!/^[\w-]{6,20}$/.test(id)) return undefined;
  const origin = 'https://www.youtube-nocookie.com';
  return {
    host: 'YouTube',
    origin,
    frame: `${origin}/embed/${id}?autoplay=1&rel=0`,
    page: `https://www.youtube.com/watch?v=${id}`,
  };
}

// A film that is not listed is known by a second word.
function vimeo(id: string, secret: string | undefined): HostedFilm | undefined {
  if (secret !== undefined && !/^\w+$/.test(secret)) return undefined;
  const origin = 'https://player.vimeo.com';
  return {
    host: 'Vimeo',
    origin,
    frame: `${origin}/video/${id}?dnt=1&autoplay=1${secret ? `&h=${secret}` : ''}`,
    page: `https://vimeo.com/${id}${secret ? `/${secret}` : ''}`,
  };
}
