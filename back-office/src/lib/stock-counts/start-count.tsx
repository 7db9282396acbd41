import { Input, NativeSelect, TextInput } from '@mantine/core';
import type { StartCountOutcome, Target } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { TargetsField } from '../goods/targets-field.tsx';
import { useSession } from '../shell/session.ts';
import { number } from '../words/amount.ts';

/** Begins to count a place: all of it, or some goods. */
export function StartCount({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { places } = useSession();
  const [locationId, setPlace] = useState(places[0]?.id ?? '');
  const [goods, setGoods] = useState<readonly Exclude<Target, { kind: 'everything' }>[]>([]);
  const [note, setNote] = useState('');
  const idsOf = (kind: Target['kind']) =>
    goods.flatMap((target) => (target.kind === kind ? [target.id] : []));
  const products = idsOf('product');
  const categories = idsOf('category');
  const input = {
    locationId,
    ...(note.trim() && { note: note.trim() }),
    ...(goods.length > 0 && {
      goods: {
        ...(products.length > 0 && { products }),
        ...(categories.length > 0 && { categories }),
      },
    }),
  };
  const command = useCommand<typeof input, StartCountOutcome>({
    send: (body, options) => api.post('/counts', body, options),
    tells(answer) {
      if (answer.kind === 'started') return { done: `Count ${number(answer.count.number)} has begun.` };
      if (answer.kind === 'nothing-to-count')
        return { refused: 'None of these goods are or were there.', at: 'goods' };
      return {
        refused: `Count ${number(answer.count.number)} is open there. Book it or give it up before you begin another.`,
        at: 'locationId',
      };
    },
    onDone: (answer) => {
      if (answer.kind === 'started') goTo(`/stock/counts/${answer.count.id}`);
    },
  });
  return (
    <CommandDialog title="Begin to count" {...{ isOpen, onClose, command, input }} send="Begin">
      {(problemAt) => (
        <>
          <NativeSelect
            label="Place"
            value={locationId}
            onChange={(event) => setPlace(event.currentTarget.value)}
            data={places.map(({ id, name }) => ({ value: id, label: name }))}
            error={problemAt('locationId')}
          />
          <Input.Wrapper label="Goods" description="None chosen = all that are or were there.">
            <TargetsField
              label="Goods"
              placeholder="everything"
              value={goods}
              onChange={setGoods}
              error={problemAt('goods')}
            />
          </Input.Wrapper>
          <TextInput
            label="What it is for"
            placeholder="Yearly count, shelf 3"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={problemAt('note')}
            maxLength={200}
          />
        </>
      )}
    </CommandDialog>
  );
}
