import { SegmentedControl } from '@mantine/core';
import type { AdjustOutcome, LoyaltyView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { WholeField } from '../look/whole-field.tsx';
import { points } from '../loyalty/programme-words.ts';
import { useMarket } from '../shell/session.ts';
import { ReasonFields, reasonInput, type WrittenReason } from './reason-fields.tsx';

const reasons = [
  { value: 'goodwill', label: 'Goodwill' },
  { value: 'correction', label: 'Correction' },
  { value: 'campaign', label: 'Campaign' },
  { value: 'other', label: 'Another reason' },
];

/** Gives a member points by hand, or takes some away. */
export function AdjustPoints({
  customerId,
  loyalty,
  isOpen,
  onClose,
}: {
  customerId: string;
  loyalty: LoyaltyView;
  isOpen: boolean;
  onClose: () => void;
}) {
  const market = useMarket();
  const [isTaking, setTaking] = useState(false);
  const [count, setCount] = useState<number>();
  const [why, setWhy] = useState<WrittenReason>({ reason: 'goodwill', note: '' });
  const input = {
    programmeId: loyalty.programme.id,
    points: (count ?? 0) * (isTaking ? -1 : 1),
    ...reasonInput(why),
  };
  const command = useCommand<typeof input, AdjustOutcome>({
    send: (body, options) =>
      api.post(`/customers/${customerId}/loyalty/adjustments`, body, { ...options, query: market }),
    tells(answer) {
      switch (answer.kind) {
        case 'adjusted':
          return { done: `They now have ${points(answer.loyalty.points)} to use.` };
        case 'not-enough':
          return { refused: `Only ${points(answer.points)} can be taken away.`, at: 'points' };
        case 'no-member':
          return { refused: 'They are no member of this programme any more.' };
        case 'no-programme':
          return { refused: 'There is no such programme any more.' };
      }
    },
    onDone: onClose,
  });
  const verb = isTaking ? 'Take' : 'Give';
  return (
    <CommandDialog
      title="Give or take points"
      {...{ isOpen, onClose, command, input }}
      send={count ? `${verb} ${points(count)}` : verb}
      isGrave={isTaking}
      isIncomplete={!count}
    >
      {(problemAt) => (
        <>
          <SegmentedControl
            aria-label="Give or take"
            data={[
              { value: 'give', label: 'Give' },
              { value: 'take', label: 'Take away' },
            ]}
            value={isTaking ? 'take' : 'give'}
            onChange={(value) => setTaking(value === 'take')}
          />
          <WholeField
            label="Points"
            description={`They have ${points(loyalty.points)} to use. Points by hand do not count for tiers.`}
            isRequired
            isFirst
            value={count}
            onChange={setCount}
            error={problemAt('points')}
          />
          <ReasonFields value={why} onChange={setWhy} reasons={reasons} problemAt={problemAt} />
        </>
      )}
    </CommandDialog>
  );
}
