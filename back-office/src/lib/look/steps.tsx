import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import css from './sentence.module.css';
import { Sentence } from './sentence.tsx';

/** Levels, tiers or groups: one below the other, with a way to one more. */
export function Steps<Item>({
  items,
  onChange,
  next,
  more,
  least = 1,
  children,
}: {
  items: readonly Item[];
  onChange: (items: Item[]) => void;
  next: (last: Item | undefined) => Item;
  /** Words of the way to one more; undefined = there are all there can be. */
  more: string | undefined;
  /** So many stay. */
  least?: number;
  children: (item: Item, set: (item: Item) => void, at: number) => ReactNode;
}) {
  // A line keeps its fields, with what is half typed in them, when another one is taken out.
  const [keys, setKeys] = useState(() => items.map((_, at) => at));
  return (
    <>
      {/* Without bullets an empty list would still be read out. */}
      <ul className={css.rows} hidden={items.length === 0}>
        {items.map((item, at) => (
          <li key={keys[at] ?? `new ${at}`}>
            <Sentence>
              {children(
                item,
                (changed) => onChange(items.map((each, place) => (place === at ? changed : each))),
                at,
              )}
              {items.length > least && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label="Take this line out"
                  onClick={() => {
                    setKeys(keys.toSpliced(at, 1));
                    onChange(items.filter((_, place) => place !== at));
                  }}
                >
                  <IconX size={16} />
                </ActionIcon>
              )}
            </Sentence>
          </li>
        ))}
      </ul>
      {more !== undefined && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              setKeys([...keys, Math.max(-1, ...keys) + 1]);
              onChange([...items, next(items.at(-1))]);
            }}
          >
            {more}
          </Button>
        </div>
      )}
    </>
  );
}
