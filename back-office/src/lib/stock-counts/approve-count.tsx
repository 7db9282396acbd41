import { List, Radio, Stack, Text, TextInput } from '@mantine/core';
import {
  type ApproveCountOutcome,
  type Money,
  money,
  type StockCountView,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { useMarket } from '../shell/session.ts';
import { amount, number } from '../words/amount.ts';
import { pieces } from '../words/state.ts';
import type { CountLine } from './count-line.ts';

type Promised = Extract<ApproveCountOutcome, { kind: 'promised' }>['lines'][number] & {
  readonly name?: string;
};

/** Books what a count found. */
export function ApproveCount({
  count,
  isOpen,
  onClose,
}: {
  count: StockCountView;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [reason, setReason] = useState(count.note ?? '');
  const [uncounted, setUncounted] = useState('leave');
  const [promised, setPromised] = useState<readonly Promised[]>([]);
  const input = { reason: reason.trim(), uncounted };
  const command = useCommand<typeof input, ApproveCountOutcome>({
    send: (body, options) => api.post(`/counts/${count.id}/approvals`, body, options),
    tells(answer) {
      setPromised(answer.kind === 'promised' ? answer.lines : []);
      switch (answer.kind) {
        case 'approved':
          return {
            done:
              answer.booked === 0
                ? 'Everything was as the books say.'
                : `${number(answer.booked)} ${answer.booked === 1 ? 'difference is' : 'differences are'} booked.`,
          };
        case 'promised':
          return {
            refused:
              'More would be missing than is free: the rest is promised to somebody. Nothing was booked. Count again, or take the promise back in its order.',
          };
        default:
          return { refused: 'The count is closed by now.' };
      }
    },
    onDone: onClose,
  });
  const open = count.lines - count.counted;
  const value = useValue(count.id, isOpen);
  return (
    <CommandDialog title="Book the differences" {...{ isOpen, onClose, command, input }} send="Book them">
      {(problemAt) => (
        <>
          <Text size="sm">
            {count.different === 0
              ? 'What was counted is as the books say.'
              : `${number(count.different)} of ${number(count.counted)} counted articles differ, ${pieces(count.difference)} in all.`}
            {value && ` At selling prices that is ${amount(value)}.`}
          </Text>
          {open > 0 && (
            <Radio.Group
              label={`${number(open)} articles were not counted`}
              value={uncounted}
              onChange={setUncounted}
            >
              <Stack gap={6} mt={6}>
                <Radio value="leave" label="They stay as the books say" />
                <Radio value="none-there" label="None of them is there: book them off" />
              </Stack>
            </Radio.Group>
          )}
          <TextInput
            label="Reason"
            withAsterisk
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={problemAt('reason')}
            maxLength={200}
          />
          {promised.length > 0 && (
            <List size="sm">
              {promised.map(({ variantId, name, free }) => (
                <List.Item key={variantId}>
                  {name ?? variantId}: at most {pieces(free)} can be missing
                </List.Item>
              ))}
            </List>
          )}
        </>
      )}
    </CommandDialog>
  );
}

/** What all differences come to; undefined while it is not known, or of more lines than are asked for at once. */
function useValue(countId: string, isAsked: boolean): Money | undefined {
  const market = useMarket();
  const { data } = useAnswer<{ readonly lines: readonly CountLine[]; readonly next?: string }>(
    `/counts/${countId}/lines`,
    { ...market, show: 'different', limit: '100' },
    { enabled: isAsked },
  );
  if (!data || data.next !== undefined || data.lines.length === 0) return undefined;
  const sum = data.lines.reduce((total, { value }) => total + (value?.amount ?? 0), 0);
  return money(sum, market.currency);
}
