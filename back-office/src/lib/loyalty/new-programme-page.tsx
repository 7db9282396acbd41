import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { PageHead } from '../look/page-head.tsx';
import { useSession } from '../shell/session.ts';
import { newProgramme } from './programme-draft.ts';
import { ProgrammeForm } from './programme-form.tsx';

/** A programme that is begun. */
export function NewProgrammePage() {
  const { channels } = useSession();
  const [draft] = useState(() => newProgramme(channels[0]?.currencies[0] ?? 'EUR'));
  return (
    <>
      <PageHead title="A new programme" back={{ to: '/loyalty', label: 'Loyalty programmes' }} />
      <ProgrammeForm
        draft={draft}
        isNew
        onSaved={(id) => goTo(`/loyalty/${encodeURIComponent(id)}`)}
        onCancel={() => goTo('/loyalty')}
      />
    </>
  );
}
