import { Button } from '@mantine/core';
import { useEditor } from '../app/editor-context.tsx';
import { scrollIntoView } from '../commands/edit.ts';
import css from './checks.module.css';
import { type Finding, told } from './finding.ts';
import { SeverityMark } from './severity-mark.tsx';

const MOST = 50;

/** Sentences about the page, each with the way to what it is about. */
export function FindingList({
  findings,
  label,
}: {
  findings: readonly (Pick<Finding, 'severity' | 'node' | 'message'> & { readonly kind?: Finding['kind'] })[];
  label: string;
}) {
  const lines = told(findings);
  return (
    <>
      <ul className={css.list} aria-label={label}>
        {lines.slice(0, MOST).map((finding) => (
          <FindingLine key={`${finding.node} ${finding.message}`} finding={finding} />
        ))}
      </ul>
      {lines.length > MOST && <p className={css.more}>… and {lines.length - MOST} more.</p>}
    </>
  );
}

function FindingLine({
  finding: { severity, node, message },
}: {
  finding: Pick<Finding, 'severity' | 'node' | 'message'>;
}) {
  const editor = useEditor();
  const isHere = node !== undefined && editor.page.has(node);
  function show() {
    if (node === undefined) return;
    editor.view.set({ dialog: undefined, right: 'settings' });
    editor.select([node]);
    scrollIntoView(editor, node);
    editor.say(`${editor.nameOf(node)} is selected.`);
  }
  return (
    <li className={css.line}>
      <SeverityMark severity={severity} size={16} />
      <div className={css.words}>
        {isHere && <strong className={css.where}>{editor.nameOf(node)}</strong>}
        <span>{message}</span>
      </div>
      {isHere && (
        <Button
          size="compact-xs"
          variant="light"
          onClick={show}
          aria-label={`Show ${editor.nameOf(node)}: ${message}`}
        >
          Show
        </Button>
      )}
    </li>
  );
}
