import { Checkbox, Input, TextInput } from '@mantine/core';
import type { ChannelView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { MoveSteps } from '../look/move-steps.tsx';
import { useSession } from '../shell/session.ts';
import css from './settings.module.css';

type Change = Pick<ChannelView, 'name' | 'locations'>;

/** What of a channel its people say themselves. */
export function ChangeChannel({ channel, onClose }: { channel: ChannelView; onClose: () => void }) {
  const [{ name, locations }, setInput] = useState<Change>({
    name: channel.name,
    locations: channel.locations,
  });
  const input = { name, locations };
  const set = (part: Partial<Change>) => setInput((before) => ({ ...before, ...part }));
  const command = useCommand<Change, unknown>({
    send: (body, options) => api.patch(`/channels/${channel.id}`, body, options),
    tells: () => ({ done: `${name.trim()} is saved.` }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={`Change ${channel.name}`}
      isOpen
      {...{ onClose, command, input }}
      send="Save"
      size="lg"
    >
      {(problemAt) => (
        <>
          <TextInput
            label="Name"
            description="Who works here reads it; shoppers read it where they choose a channel."
            withAsterisk
            value={name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={problemAt('name')}
          />
          <Places
            value={locations}
            onChange={(ids) => set({ locations: ids })}
            error={problemAt('locations')}
          />
        </>
      )}
    </CommandDialog>
  );
}

/** Places in order of preference: those that are chosen first. */
function Places({
  value,
  onChange,
  error,
}: {
  value: readonly string[];
  onChange: (ids: readonly string[]) => void;
  error: string | undefined;
}) {
  const { places } = useSession();
  const others = places.filter(({ id }) => !value.includes(id)).map(({ id }) => id);
  const nameOf = (id: string) => places.find((place) => place.id === id)?.name ?? id;
  const move = (id: string, by: -1 | 1) => {
    const at = value.indexOf(id);
    onChange(value.toSpliced(at, 1).toSpliced(at + by, 0, id));
  };
  return (
    <Input.Wrapper
      label="Sells from"
      description="Goods are promised from the first that has them."
      error={error}
      labelElement="div"
    >
      <ul className={css.places} aria-label="Sells from">
        {[...value, ...others].map((id) => {
          const place = value.indexOf(id);
          return (
            <li key={id}>
              <Checkbox
                label={nameOf(id)}
                checked={place !== -1}
                onChange={(event) =>
                  onChange(event.currentTarget.checked ? [...value, id] : value.filter((each) => each !== id))
                }
              />
              {place !== -1 && (
                <MoveSteps
                  name={nameOf(id)}
                  place={place}
                  count={value.length}
                  onMove={(by) => move(id, by)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Input.Wrapper>
  );
}
