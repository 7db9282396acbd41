const OWN = ['_preview', '_channel', '_at', '_group', '_audience', '_release', '_currency', '_document'];

/**
 * Leads whoever posted a form from a preview back to that preview, where the form leads back to its page: a form names its page by
 * the path alone. Nothing but the parameters of the preview is taken from the page before, and only to its own path.
 */
export function backToPreview(response: Response, request: Request): Response {
  const location = response.headers.get('location');
  const before = pageOfThisHost(request);
  if (location === null || !location.startsWith('/') || !before?.searchParams.has('_preview'))
    return response;
  const next = new URL(location, before);
  if (next.origin !== before.origin || next.pathname !== before.pathname || next.searchParams.has('_preview'))
    return response;
  for (const name of OWN) {
    const value = before.searchParams.get(name);
    if (value !== null) next.searchParams.set(name, value);
  }
  response.headers.set('location', next.pathname + next.search + next.hash);
  return response;
}

function pageOfThisHost(request: Request): URL | undefined {
  const before = URL.parse(request.headers.get('referer') ?? '');
  return before?.host === (request.headers.get('host') ?? new URL(request.url).host) ? before : undefined;
}
