import { Button, Checkbox, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import {
  HAND_REASONS,
  type HandReason,
  type Money,
  type StaffCartOutcome,
  type StaffCartView,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { MoneyField } from '../look/money-field.tsx';
import { amount } from '../words/amount.ts';
import { percentWords, reasonWords, toldCart } from './cart-words.ts';

type Line = StaffCartView['cart']['lines'][number];
type How = 'price' | 'percent' | 'amount';

interface Written {
  readonly price?: number | null;
  readonly discount?: object | null;
  readonly reason?: HandReason;
  readonly text?: string;
}

const labels: Readonly<Record<How, string>> = {
  price: 'Another price of a piece',
  percent: 'Percent off',
  amount: 'An amount off',
};

/** Another price or a discount for a line, or something off all of it, with the reason. */
export function GiveByHand({
  staffCart,
  line,
  onClose,
}: {
  staffCart: StaffCartView;
  /** Absent = the whole cart. */
  line: Line | undefined;
  onClose: () => void;
}) {
  const { cart, currency, limit } = staffCart;
  const fact = staffCart.lines.find(({ lineId }) => lineId === line?.id);
  const had = line ? (fact?.price ?? fact?.discount) : staffCart.byHand;
  const [how, setHow] = useState<How>(line ? 'price' : 'percent');
  const [sum, setSum] = useState<Money>();
  const [percent, setPercent] = useState<number>();
  const [reason, setReason] = useState<HandReason | ''>('');
  const [text, setText] = useState('');
  const [agreedTo, setAgreed] = useState<number>();
  const value =
    how === 'percent'
      ? percent !== undefined && { discount: { kind: 'percent', basisPoints: Math.round(percent * 100) } }
      : sum &&
        (how === 'price' ? { price: sum.amount } : { discount: { kind: 'amount', amount: sum.amount } });
  const listed = fact?.listed;
  const isAbove = how === 'price' && listed !== undefined && sum !== undefined && sum.amount > listed.amount;
  const wrong = problemIn(how === 'percent' ? percent : sum?.amount, how);
  const isReasoned = reason !== '' && (reason !== 'other' || text.trim() !== '');
  const input: Written = { ...value, ...(reason && { reason }), ...(text.trim() && { text: text.trim() }) };
  const path = line
    ? `/carts/${cart.id}/lines/${encodeURIComponent(line.id)}/by-hand`
    : `/carts/${cart.id}/by-hand`;
  const command = useCommand<Written, StaffCartOutcome>({
    send: (body, options) => api.post(path, body, options),
    tells: (answer, sent) =>
      toldCart(answer, sent.reason === undefined ? 'It was taken away.' : 'It was given.'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={line ? `Price and discount of ${line.name}` : 'Discount on all of it'}
      isOpen
      {...{ onClose, command, input }}
      send="Give it"
      isIncomplete={!value || wrong !== undefined || !isReasoned || (isAbove && agreedTo !== sum.amount)}
    >
      {(problemAt) => {
        const problem = wrong ?? problemAt('value') ?? problemAt('price') ?? problemAt('discount');
        return (
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {line && <>A piece costs {amount(line.unitPrice)} now. </>}
              {listed && listed.amount !== line?.unitPrice.amount && (
                <>The shop’s own price is {amount(listed)}. </>
              )}
              {limit !== undefined && <>You may give up to {percentWords(limit)} of the shop’s prices. </>}
              Shoppers read that the shop gave it, never why.
            </Text>
            <NativeSelect
              label="What is given"
              value={how}
              onChange={(event) => setHow(event.currentTarget.value as How)}
              data={(line ? (['price', 'percent', 'amount'] as const) : (['percent', 'amount'] as const)).map(
                (each) => ({ value: each, label: labels[each] }),
              )}
            />
            {how === 'percent' ? (
              <NumberInput
                label="Percent"
                description={percentOf(line, wrong === undefined ? percent : undefined)}
                value={percent ?? ''}
                onChange={(typed) => setPercent(typeof typed === 'number' ? typed : undefined)}
                clampBehavior="none"
                decimalScale={2}
                rightSection="%"
                error={problem}
              />
            ) : (
              <MoneyField
                key={how}
                label={how === 'price' ? 'Price of a piece' : 'Amount off'}
                currency={currency}
                value={sum}
                onChange={setSum}
                error={problem}
              />
            )}
            {isAbove && (
              <Checkbox
                label={`That is more than the shop’s own price of ${amount(listed)}. It is meant so`}
                checked={agreedTo === sum.amount}
                onChange={(event) => setAgreed(event.currentTarget.checked ? sum.amount : undefined)}
              />
            )}
            <NativeSelect
              label="Reason"
              withAsterisk
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value as HandReason | '')}
              data={[
                { value: '', label: 'Choose why' },
                ...HAND_REASONS.map((each) => ({ value: each, label: reasonWords[each] })),
              ]}
            />
            <TextInput
              label="In words"
              description="For staff alone."
              withAsterisk={reason === 'other'}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              maxLength={200}
              error={problemAt('reason') ?? problemAt('text')}
            />
            {had && (
              <Button
                variant="subtle"
                color="red"
                w="fit-content"
                onClick={() => command.send(line ? { price: null, discount: null } : { discount: null })}
              >
                Take away what was given
              </Button>
            )}
          </Stack>
        );
      }}
    </CommandDialog>
  );
}

/** Why a number cannot be given, in words for its field. */
function problemIn(value: number | undefined, how: How): string | undefined {
  if (value === undefined) return undefined;
  if (how === 'price') return value < 0 ? 'A price cannot be less than nothing.' : undefined;
  if (value <= 0) return how === 'percent' ? 'Write more than 0 %.' : 'Write more than nothing.';
  return how === 'percent' && value > 100 ? 'At most 100 % can be given.' : undefined;
}

/** What a percentage is of. */
function percentOf(line: Line | undefined, percent: number | undefined): string {
  if (!line) return 'Of all goods that allow it, after what promotions take off.';
  const price = amount(line.unitPrice);
  const what =
    percent === undefined ? `Of ${price}` : `${percentWords(Math.round(percent * 100))} off ${price}`;
  return `${what}, or of what promotions leave of it.`;
}
