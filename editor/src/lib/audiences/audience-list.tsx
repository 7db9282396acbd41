import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Audience } from '@vitrine/content';
import { useState } from 'react';
import type { CustomerGroup } from '../app/backend.ts';
import type { CrowdFacts } from './audience-facts.ts';
import { AudienceForm } from './audience-form.tsx';
import { AudienceRow } from './audience-row.tsx';
import css from './audiences.module.css';
import { putAudience, removeAudience } from './change-crowd.ts';
import type { CrowdFactsNow } from './use-crowd-facts.ts';

/** What somebody makes who has none yet. */
const example: Omit<Audience, 'id'> = {
  name: 'Spring letter',
  rules: [{ kind: 'campaign', parameter: 'campaign', values: ['spring-letter'] }],
};

/** All audiences with their rules in words; one can be made, changed and removed. */
export function AudienceList({
  facts,
  groups,
  canChange,
  onOpen,
  onChange,
}: {
  facts: CrowdFacts;
  groups: readonly CustomerGroup[];
  canChange: boolean;
  onOpen: (id: string) => void;
  onChange: CrowdFactsNow['change'];
}) {
  const { audiences, experiments } = facts;
  const [making, setMaking] = useState<Omit<Audience, 'id'> | undefined>(undefined);
  /** One was made, or nearly: the focus is given back. */
  const [isBack, setBack] = useState(false);
  const begin = (audience: Omit<Audience, 'id'>) => {
    setMaking(audience);
    setBack(true);
  };
  const made = async (audience: Audience) => {
    await onChange(() => putAudience(audience));
    setMaking(undefined);
  };
  return (
    <section aria-label="Audiences" className={css.list}>
      {audiences.length === 0 && !making && (
        <div className={css.empty}>
          <p>
            An audience is visitors who have something in common: they came through a link in your letter, are
            on a phone, or have begun a basket. Select a module and say under “Who sees it” which of them see
            it.
          </p>
        </div>
      )}
      <ul className={css.rows}>
        {audiences.map((audience) => (
          <AudienceRow
            key={audience.id}
            audience={audience}
            crowd={facts}
            tests={experiments.filter((each) => each.audience === audience.id)}
            groups={groups}
            canChange={canChange}
            onOpen={onOpen}
            onPut={(changed) => onChange(() => putAudience(changed))}
            onRemove={() => onChange(() => removeAudience(audience.id))}
          />
        ))}
      </ul>
      {making && (
        <div className={css.row}>
          <AudienceForm
            begun={making}
            crowd={facts}
            groups={groups}
            onSave={made}
            onClose={() => setMaking(undefined)}
          />
        </div>
      )}
      {canChange && !making && (
        <Group gap="xs">
          <Button
            size="xs"
            leftSection={<IconPlus size={14} />}
            autoFocus={isBack}
            onClick={() => begin({ name: '', rules: [] })}
          >
            New audience
          </Button>
          {audiences.length === 0 && (
            <Button size="xs" variant="default" onClick={() => begin(example)}>
              Begin with an example
            </Button>
          )}
        </Group>
      )}
      {!canChange && (
        <p className={css.note}>
          Audiences change what shoppers see at once, so they are made and changed by those who may publish.
        </p>
      )}
    </section>
  );
}
