import { NumberInput, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import type { AddCodesOutcome, CouponView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { number } from '../words/amount.ts';
import { download, makeCodes, readCodes } from './codes.ts';

interface Body {
  readonly codes: readonly { readonly code: string }[];
}

/** Codes of one's own, or made ones with a file of them. */
export function AddCodes({
  coupon,
  isOpen,
  onClose,
}: {
  coupon: CouponView;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [way, setWay] = useState<'typed' | 'made'>('made');
  const [text, setText] = useState('');
  const [count, setCount] = useState(100);
  const [word, setWord] = useState('');
  // Sent again after an answer that was lost, they must be the same ones.
  const [made, setMade] = useState<readonly string[]>(() => makeCodes(100, ''));
  const codes = way === 'typed' ? readCodes(text) : made;
  const remake = (howMany: number, prefix: string) =>
    setMade(howMany >= 1 && howMany <= 10_000 ? makeCodes(howMany, prefix) : []);
  const input: Body = { codes: codes.map((code) => ({ code })) };
  const command = useCommand<Body, AddCodesOutcome>({
    send: (body, options) => api.post(`/coupons/${encodeURIComponent(coupon.id)}/codes`, body, options),
    tells(answer) {
      if (answer.kind === 'unknown-coupon')
        return { refused: 'These codes do not exist any more. Load the page again.' };
      const { added, taken } = answer;
      if (added === 0) return { refused: 'All of them are in use already. Choose others.', at: 'codes' };
      const already = taken.length === 0 ? '' : ` In use already: ${taken.slice(0, 5).join(', ')}.`;
      return { done: `${number(added)} ${added === 1 ? 'code is' : 'codes are'} added.${already}` };
    },
    onDone() {
      if (way === 'made') download(`codes-${coupon.id}.csv`, [['code'], ...codes.map((code) => [code])]);
      onClose();
      setText('');
      remake(count, word);
    },
  });
  return (
    <CommandDialog
      title="Add codes"
      {...{ isOpen, onClose, command, input }}
      send={
        codes.length === 0 ? 'Add' : `Add ${number(codes.length)} ${codes.length === 1 ? 'code' : 'codes'}`
      }
      isIncomplete={codes.length === 0}
    >
      {(problemAt) => (
        <>
          <SegmentedControl
            data={[
              { value: 'made', label: 'Let them be made' },
              { value: 'typed', label: 'My own' },
            ]}
            value={way}
            onChange={(next) => setWay(next as typeof way)}
            aria-label="Which codes"
          />
          {way === 'typed' ? (
            <Textarea
              label="Codes"
              description="One to a line. Capitals do not count."
              autosize
              minRows={3}
              maxRows={12}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              error={problemAt('codes') ?? problemAt('codes.0.code')}
            />
          ) : (
            <>
              <NumberInput
                label="How many"
                min={1}
                max={10_000}
                allowDecimal={false}
                value={count}
                onChange={(value) => {
                  setCount(Number(value));
                  remake(Number(value), word);
                }}
                error={problemAt('codes')}
              />
              <TextInput
                label="Begin with"
                description="So that people know what they are: SUMMER-"
                value={word}
                maxLength={20}
                onChange={(event) => {
                  const typed = event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9-]/g, '');
                  setWord(typed);
                  remake(count, typed);
                }}
              />
              <Text size="sm" c="dimmed">
                {made.length > 0
                  ? `For example ${made[0]}. A file with all of them is downloaded.`
                  : 'Say how many, 10,000 at most at once.'}
              </Text>
            </>
          )}
        </>
      )}
    </CommandDialog>
  );
}
