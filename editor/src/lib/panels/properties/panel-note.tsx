import { IconEye, IconLock, IconPuzzleOff } from '@tabler/icons-react';
import type { PageInYdoc } from '@vitrine/content/collab';
import { PlainButton } from '@vitrine/ui';
import type { ReactNode } from 'react';
import type { ModuleDescription } from './common-fields.ts';
import css from './panel-note.module.css';
import type { Instance } from './use-instances.ts';

/** Why something cannot be changed, or is not there. */
export function PanelNote(props: {
  page: PageInYdoc;
  instances: readonly Instance[];
  types: readonly string[];
  modules: readonly (ModuleDescription | undefined)[];
  readOnly: string | undefined;
}) {
  const { page, instances, types, modules, readOnly } = props;
  const locked = instances.filter(({ lock }) => lock);
  const unknown = types.filter((_, index) => !modules[index]);
  return (
    <>
      {unknown.length > 0 && (
        <Note icon={<IconPuzzleOff size={16} stroke={1.5} aria-hidden />}>
          This shop has no module {unknown.map((type) => `“${type}”`).join(', ')}. Its settings are kept, but
          cannot be shown. Was it renamed?
        </Note>
      )}
      {readOnly !== undefined ? (
        <Note icon={<IconEye size={16} stroke={1.5} aria-hidden />}>{readOnly}</Note>
      ) : (
        locked.length > 0 && (
          <Note icon={<IconLock size={16} stroke={1.5} aria-hidden />}>
            {lockedWords(locked.length, instances.length)}
            <PlainButton
              className={css.unlock}
              kind="default"
              isCompact
              onClick={() =>
                page.transact(() => {
                  for (const { id } of locked) page.setFacts(id, { lock: undefined });
                })
              }
            >
              Unlock
            </PlainButton>
          </Note>
        )
      )}
    </>
  );
}

function Note({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className={css.note} role="note">
      {icon}
      <div>{children}</div>
    </div>
  );
}

function lockedWords(locked: number, all: number): string {
  if (all === 1) return 'This instance is locked, so that nobody changes it by accident.';
  return locked === all ? 'They are locked.' : `${locked} of them ${locked === 1 ? 'is' : 'are'} locked.`;
}
