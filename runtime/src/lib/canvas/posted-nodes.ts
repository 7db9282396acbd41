import { type PageNode, parsePageDocument } from '@vitrine/content';
import { BodyProblem, readText } from '@vitrine/data-actions/server';

/** Far above a page of 5,000 instances; more is an attack. */
const MOST_BYTES = 4 * 1024 * 1024;

export type PostedNodes =
  | { readonly kind: 'nodes'; readonly nodes: readonly PageNode[] }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 415; readonly message: string };

/** The instances an editor wants to see as the server shows them: `{ nodes: PageNode[] }`. Ask before who it is. */
export async function readPostedNodes(request: Request): Promise<PostedNodes> {
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    return refused(415, 'Expected JSON: { "nodes": [ … ] }.');
  let body: unknown;
  try {
    body = JSON.parse(await readText(request, MOST_BYTES));
  } catch (error) {
    if (error instanceof BodyProblem) return refused(error.status, error.message);
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
