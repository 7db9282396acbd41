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
  const { protocol, hostname, pathname, searchParams } = new URL(address);
  if (protocol !== 'https:') return undefined;
  const host = hostname.replace(/^(www|m)\./, '');
  if (host === 'youtu.be') return youTube(pathname.slice(1));
  if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    const [, named] = /^\/(?:embed|shorts|live)\/([^/]+)/.exec(pathname) ?? [];
    return youTube(pathname === '/watch' ? (searchParams.get('v') ?? '') : (named ?? ''));
  }
  if (host !== 'vimeo.com' && host !== 'player.vimeo.com') return undefined;
  const [, id, secret] = /^\/(?:video\/|channels\/[\w-]+\/)?(\d+)(?:\/(\w+))?\/?$/.exec(pathname) ?? [];
  return id === undefined ? undefined : vimeo(id, secret ?? searchParams.get('h') ?? undefined);
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
