import { IconLock } from '@tabler/icons-react';
import type { PageInYdoc } from '@vitrine/content/collab';
import { type KeyboardEvent, useState } from 'react';
import type { ModuleDescription } from './common-fields.ts';
import css from './panel-header.module.css';
import type { Instance } from './use-instances.ts';

export function PanelHeader(props: {
  page: PageInYdoc;
  instances: readonly Instance[];
  modules: readonly (ModuleDescription | undefined)[];
  types: readonly string[];
  isReadOnly: boolean;
}) {
  const { page, instances, modules, types, isReadOnly } = props;
  const [only] = instances;
  const titles = types.map((type, index) => modules[index]?.title ?? type);
  if (instances.length === 1 && only) {
    return (
      <header className={css.header}>
        <h2 className={css.title}>
          {titles[0]}
          {only.lock && <IconLock size={14} stroke={1.75} aria-label="locked" />}
        </h2>
        <code className={css.type}>{only.type}</code>
        <InstanceName
          key={`${only.id} ${only.name ?? ''}`}
          name={only.name}
          isReadOnly={isReadOnly}
          onName={(name) => page.setFacts(only.id, { name })}
        />
      </header>
    );
  }
  const counts = types.map((type, index) => {
    const count = instances.filter((each) => each.type === type).length;
    return `${count} × ${titles[index]}`;
  });
  return (
    <header className={css.header}>
      <h2 className={css.title}>{instances.length} selected</h2>
      <p className={css.counts}>{counts.join(', ')}. What you change here is changed in all of them.</p>
    </header>
  );
}

function InstanceName(props: {
  name: string | undefined;
  isReadOnly: boolean;
  onName: (name: string | undefined) => void;
}) {
  const { name = '', isReadOnly, onName } = props;
  const [draft, setDraft] = useState(name);
  const keep = () => {
    const next = draft.trim();
    if (next !== name) onName(next === '' ? undefined : next);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key !== 'Escape' || draft === name) return;
    event.stopPropagation();
    setDraft(name);
  };
  return (
    <input
      className={css.name}
      aria-label="Name of this instance"
      placeholder="Give it a name"
      value={draft}
      readOnly={isReadOnly}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={press}
    />
  );
}
