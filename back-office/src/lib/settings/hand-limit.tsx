import { NumberInput, Text } from '@mantine/core';
import type { PromotionSettings } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { ChangeButton } from '../look/change-button.tsx';
import { Section } from '../look/section.tsx';
import { percent } from './percent.ts';

/** How much staff may give by hand, in all channels. */
export function HandLimit() {
  const asked = useAnswer<PromotionSettings>('/promotion-settings');
  const [isChanging, setChanging] = useState(false);
  return (
    <Section
      title="Discounts by hand"
      actions={asked.data && <ChangeButton of="discounts by hand" onClick={() => setChanging(true)} />}
    >
      <Answer to={asked} of="the limit">
        {(settings) => (
          <>
            <Text size="sm">
              {settings.handLimit === 0
                ? 'Staff may give nothing by hand, unless their role lets them go beyond the limit.'
                : `Staff may give up to ${percent(settings.handLimit)} of the shop’s own prices by hand, for each line and for a whole order. Whose role lets them go beyond it may give as much as they like.`}
            </Text>
            {isChanging && <Change settings={settings} onClose={() => setChanging(false)} />}
          </>
        )}
      </Answer>
    </Section>
  );
}

function Change({ settings, onClose }: { settings: PromotionSettings; onClose: () => void }) {
  const [handLimit, setLimit] = useState<number | undefined>(settings.handLimit);
  const input = { ...settings, handLimit };
  const command = useCommand<typeof input, unknown>({
    send: (body, options) => api.post('/promotion-settings', body, options),
    tells: () => ({ done: 'The limit for discounts by hand is saved.' }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Discounts by hand"
      isOpen
      {...{ onClose, command, input }}
      send="Save"
      isIncomplete={handLimit === undefined}
    >
      {(problemAt) => (
        <NumberInput
          label="At most, of the shop’s own prices"
          description="Counts from the next discount on; what was given stays."
          withAsterisk
          value={handLimit === undefined ? '' : handLimit / 100}
          onChange={(typed) => setLimit(typeof typed === 'number' ? Math.round(typed * 100) : undefined)}
          min={0}
          decimalScale={2}
          suffix=" %"
          error={
            problemAt('handLimit') &&
            `Expected a percentage from 0 to 100, got ${handLimit === undefined ? 'none' : percent(handLimit)}.`
          }
        />
      )}
    </CommandDialog>
  );
}
