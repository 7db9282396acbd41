import type { ImpactValue, NodeResult, Result } from 'axe-core';
import type { AuditIssue, CanvasDoor } from '../canvas/canvas-door.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Good practice that authors, not developers, keep or break. */
const PRACTICE = ['heading-order', 'empty-heading', 'page-has-heading-one', 'image-redundant-alt'];
/** Of the frame around pages, or of what the canvas itself puts in; an author can do nothing about it. */
const OFF = ['bypass', 'meta-viewport', 'document-title', 'html-has-lang'];

/**
 * What axe finds on the page of this window, each by the instance that causes it. What belongs to the layout around the document is
 * left out: it is found where the layout is edited. The engine comes with the first audit, as a module of the canvas's own script, for
 * which the page's policy vouches.
 */
export async function auditCanvas(
  document: Document,
  ownerOf: CanvasDoor['ownerOf'],
): Promise<readonly AuditIssue[] | undefined> {
  const { default: axe } = await import('axe-core');
  try {
    return await audit(axe, document, ownerOf);
  } catch (error) {
    // Of a page that another takes the place of, the engine finds no element any more.
    if (document.defaultView === null) return undefined;
    throw error;
  }
}

async function audit(
  axe: typeof import('axe-core'),
  document: Document,
  ownerOf: CanvasDoor['ownerOf'],
): Promise<readonly AuditIssue[]> {
  const { violations } = await axe.run(
    { include: [document.documentElement], exclude: [['vt-nothing'], ['vt-waiting'], ['[contenteditable]']] },
    {
      runOnly: { type: 'tag', values: TAGS },
      rules: Object.fromEntries([
        ...PRACTICE.map((rule) => [rule, { enabled: true }]),
        ...OFF.map((rule) => [rule, { enabled: false }]),
      ]),
      resultTypes: ['violations'],
      elementRef: true,
      preload: false,
      iframes: false,
    },
  );
  return violations.flatMap((violation) => issuesOf(violation, ownerOf));
}

function issuesOf(violation: Result, ownerOf: CanvasDoor['ownerOf']): readonly AuditIssue[] {
  const issues = new Map<string, AuditIssue>();
  for (const found of violation.nodes) {
    const owner = found.element && ownerOf(found.element);
    if (owner && 'foreign' in owner) continue;
    const node = owner?.id;
    const known = issues.get(node ?? '');
    issues.set(node ?? '', {
      rule: violation.id,
      impact: severityOf(found.impact ?? violation.impact),
      help: violation.help,
      count: (known?.count ?? 0) + 1,
      text: known?.text ?? textOf(found),
      ...(node !== undefined && { node }),
      ...contrastOf(found),
      ...(known?.contrast !== undefined && { contrast: known.contrast, needed: known.needed }),
    });
  }
  return [...issues.values()];
}

function severityOf(impact: ImpactValue | undefined): AuditIssue['impact'] {
  return impact ?? 'moderate';
}

function textOf({ element }: NodeResult): string {
  const text = (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function contrastOf({ any }: NodeResult): { contrast?: number; needed?: number } {
  const data = any.find(({ id }) => id === 'color-contrast')?.data as
    | { contrastRatio?: number; expectedContrastRatio?: string }
    | undefined;
  if (data?.contrastRatio === undefined) return {};
  return { contrast: data.contrastRatio, needed: Number.parseFloat(data.expectedContrastRatio ?? '4.5') };
}
