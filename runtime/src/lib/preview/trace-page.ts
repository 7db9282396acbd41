import type { TraceNode } from '@vitrine/data-actions/server';
import { escapeHtml } from '../segments/escape-html.ts';
import type { PageProblem, RunPage } from '../stages.ts';

/** What a page asked, for staff: each question with where its answer came from and how long it took. Nothing private is in it. */
export function tracePage({ plan, trace }: RunPage, ms: number, style: string): string {
  const longest = Math.max(1, ...trace.map((node) => node.ms));
  const rows = [...trace].sort((a, b) => b.ms - a.ms).map((node) => row(node, longest));
  const { visit, document } = plan.page.request;
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>Trace of ${escapeHtml(visit.path)}</title><style>${style}</style>`,
    `<h1>${escapeHtml(visit.path)}</h1>`,
    `<p>${escapeHtml(document?.document.id ?? 'no document')} · ${plan.instances.length} instances, ${plan.holes.length} holes · ${trace.length} questions · ${ms.toFixed(1)} ms</p>`,
    '<table><thead><tr><th>Action</th><th>From</th><th>State</th><th>Batch</th><th>ms</th><th></th></tr></thead>',
    `<tbody>${rows.join('')}</tbody></table>`,
    plan.problems.length > 0 ? `<h2>Problems</h2><ul>${plan.problems.map(problem).join('')}</ul>` : '',
  ].join('');
}

/** Style sheet of the trace page; its hash stands in the page's policy. */
export const TRACE_CSS =
  'body{font:14px/1.5 system-ui,sans-serif;margin:2rem;color:#222;background:#fff}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .75rem;border-bottom:1px solid #ddd}meter{width:16rem}code{color:#555}';

function row({ action, key, tier, state, batch, ms, error }: TraceNode, longest: number): string {
  const cells = [
    `<strong>${escapeHtml(action)}</strong>${key ? `<br><code>${escapeHtml(key)}</code>` : ''}`,
    tier,
    error ? `${state}: ${escapeHtml(error)}` : state,
    batch === undefined ? '' : String(batch),
    ms.toFixed(1),
    `<meter min="0" max="${longest.toFixed(1)}" value="${ms.toFixed(1)}"></meter>`,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function problem({ instance, module, message }: PageProblem): string {
  return `<li><code>${escapeHtml(module)} ${escapeHtml(instance)}</code> ${escapeHtml(message)}</li>`;
}
