import { CloseButton, Loader } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEditor } from '../app/editor-context.tsx';
import panel from '../panels/panels.module.css';
import css from './checks.module.css';
import { FindingList } from './finding-list.tsx';
import { useAccessibility, useChecks, useFindings } from './use-checks.ts';

/** What is wrong with the page, while it is being made. */
export function ChecksPanel() {
  const editor = useEditor();
  useAccessibility();
  const audit = useChecks((state) => state.audit);
  const findings = useFindings();
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const isChecking = audit === 'none' || audit === 'running';
  return (
    <>
      <div className={panel.head}>
        <h2 className={panel.title}>Checks</h2>
        <CloseButton size="sm" aria-label="Close" onClick={() => editor.view.set({ left: undefined })} />
      </div>
      <div className={panel.scroll}>
        <AuditLine />
        {errors.length > 0 && (
          <section className={css.group}>
            <h3 className={css.heading}>Before it can be published</h3>
            <FindingList findings={errors} label="Before it can be published" />
          </section>
        )}
        {warnings.length > 0 && (
          <section className={css.group}>
            <h3 className={css.heading}>Worth a look</h3>
            <FindingList findings={warnings} label="Worth a look" />
          </section>
        )}
        {findings.length === 0 && !isChecking && (
          <div className={panel.empty}>
            <IconCircleCheck size={28} stroke={1.4} className={css.good} aria-hidden />
            <p>
              {audit === 'done'
                ? 'Nothing to put right: links lead somewhere, pictures are described, and the page can be used by everybody as far as a machine can tell.'
                : 'Links lead somewhere, and pictures are described.'}
            </p>
          </div>
        )}
      </div>
    </>
  );
}

/** What the look at accessibility is up to. */
export function AuditLine() {
  const audit = useChecks((state) => state.audit);
  if (audit === 'done') return null;
  return (
    <p className={css.audit} role="status">
      {audit === 'failed' ? (
        'Accessibility could not be looked at. Load the page anew to try again.'
      ) : (
        <>
          <Loader size={12} /> Looking at accessibility …
        </>
      )}
    </p>
  );
}
