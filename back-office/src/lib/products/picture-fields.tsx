import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { StaffProductView } from '@vitrine/commerce-engine/client';
import { LocalFields } from '../look/local-fields.tsx';
import { MoveSteps } from '../look/move-steps.tsx';
import { Picture } from '../look/picture.tsx';
import css from './products.module.css';

type KeptPicture = StaffProductView['kept']['media'][number];

/** One picture of a product: what it says, what it shows, and its place. */
export function PictureFields({
  picture,
  place,
  count,
  options,
  problemAt,
  onChange,
  onMove,
  onRemove,
}: {
  picture: KeptPicture;
  place: number;
  count: number;
  options: StaffProductView['options'];
  problemAt: (path: string) => string | undefined;
  onChange: (picture: KeptPicture) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const name = `picture ${place + 1}`;
  const shows = (key: string, value: string) => {
    const { [key]: _, ...others } = picture.shows ?? {};
    const next = value === '' ? others : { ...others, [key]: value };
    const { shows: __, ...rest } = picture;
    onChange({ ...rest, ...(Object.keys(next).length > 0 && { shows: next }) });
  };
  return (
    <li>
      <Picture of={picture} />
      <div className={css.pictureFields}>
        <LocalFields
          label="What it shows"
          value={picture.alt ?? {}}
          onChange={(alt) => onChange({ ...picture, alt })}
          problemAt={(locale) => problemAt(`alt.${locale}`)}
        />
        {options.length > 0 && (
          <Group gap="xs">
            {options.map(({ key, label, values }) => (
              <NativeSelect
                key={key}
                size="xs"
                aria-label={`${label} of ${name}`}
                data={[
                  { value: '', label: `${label}: any` },
                  ...values.map((value) => ({ value: value.key, label: `${label}: ${value.label}` })),
                ]}
                value={picture.shows?.[key] ?? ''}
                onChange={(event) => shows(key, event.currentTarget.value)}
                error={problemAt(`shows.${key}`)}
              />
            ))}
          </Group>
        )}
      </div>
      <Group gap={4} wrap="nowrap" className={css.pictureSteps}>
        <MoveSteps {...{ name, place, count, onMove }} />
        <ActionIcon variant="default" aria-label={`Take ${name} out`} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
    </li>
  );
}
