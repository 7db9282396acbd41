import type { AuditIssue } from '../canvas/canvas-door.ts';
import type { Finding } from './finding.ts';

/** What axe found, in sentences for authors. Always warnings: whether one holds a page up is for people to say. */
export function accessibilityFindings(issues: readonly AuditIssue[]): readonly Finding[] {
  return issues
    .toSorted((one, other) => weight(other) - weight(one))
    .map((issue) => ({
      kind: 'accessibility',
      severity: 'warning',
      ...(issue.node !== undefined && { node: issue.node }),
      message: sentenceOf(issue),
    }));
}

/** Some people cannot use the page at all, or hardly. */
export function isGrave({ impact }: AuditIssue): boolean {
  return impact === 'critical' || impact === 'serious';
}

const weights = { critical: 3, serious: 2, moderate: 1, minor: 0 } as const;

function weight({ impact }: AuditIssue): number {
  return weights[impact];
}

const sentences: Readonly<Record<string, string>> = {
  'image-alt': 'A picture has no alternative text; who cannot see it is told the name of its file.',
  'link-name': 'A link has no words: nobody who cannot see it knows where it leads. Give it a label.',
  'button-name': 'A button has no words: nobody who cannot see it knows what it does. Give it a label.',
  label: 'A field has no label; who cannot see it does not know what to write.',
  'empty-heading': 'A heading is empty. Write something, or take it away.',
  'heading-order': 'A heading skips a level: people who listen to the page miss what would be in between.',
  'page-has-heading-one':
    'The page has no main heading. Begin with a module that has one, for example a hero.',
  'image-redundant-alt':
    'The alternative text of a picture repeats the words beside it. Leave it empty there.',
  'target-size': 'Something to press is too small or too close to the next for a finger.',
  'link-in-text-block': 'A link in a text can only be told by its colour.',
  'video-caption': 'A film has no captions.',
};

function sentenceOf(issue: AuditIssue): string {
  const { rule, help, count, text, contrast, needed } = issue;
  const more = count > 1 ? ` (${count} times)` : '';
  if (rule === 'color-contrast' && contrast !== undefined)
    return `“${text}” is hard to read: its contrast is ${contrast.toFixed(1)}, ${needed} is needed${more}. Choose other colours.`;
  const sentence = sentences[rule] ?? `${help}.`;
  return more ? `${sentence.replace(/\.$/, '')}${more}.` : sentence;
}
