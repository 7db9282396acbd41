import { type PageNode, parsePageDocument } from '@vitrine/content';

/** Far above a page of 5,000 instances; more is an attack. */
const MOST_BYTES = 4 * 1024 * 1024;

export type PostedNodes =
  | { readonly kind: 'nodes'; readonly nodes: readonly PageNode[] }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 415; readonly message: string };

/** The instances an editor wants to see as the server shows them: `{ nodes: PageNode[] }`. */
export async function readPostedNodes(request: Request): Promise<PostedNodes> {
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    return refused(415, 'Expected JSON: { "nodes": [ … ] }.');
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES)
    return refused(413, `The body is larger than ${MOST_BYTES} bytes. Ask for fewer instances at once.`);
  const text = await request.text();
  if (text.length > MOST_BYTES)
    return refused(413, `The body is larger than ${MOST_BYTES} bytes. Ask for fewer instances at once.`);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refused(400, 'The body is not JSON. Expected { "nodes": [ … ] }.');
  }
  const nodes = typeof body === 'object' && body !== null && 'nodes' in body ? body.nodes : undefined;
  const parsed = parsePageDocument({ schema: 1, id: 'posted', kind: 'page', name: 'posted', seo: {}, nodes });
  if (parsed.kind === 'invalid')
    return refused(400, parsed.problems.map(({ message }) => message).join(' ') || 'Expected instances.');
  return { kind: 'nodes', nodes: parsed.document.nodes };
}

function refused(status: 400 | 413 | 415, message: string): PostedNodes {
  return { kind: 'refused', status, message };
}
