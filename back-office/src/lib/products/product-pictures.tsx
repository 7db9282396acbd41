import { Button, Group, Text } from '@mantine/core';
import { IconLibraryPhoto } from '@tabler/icons-react';
import type { StaffProductView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandForm } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { Empty } from '../look/page-head.tsx';
import { Picture } from '../look/picture.tsx';
import { Section } from '../look/section.tsx';
import { ChoosePictures } from '../media/choose-pictures.tsx';
import type { LibraryPicture } from '../media/media-library.ts';
import { UploadPictures } from '../media/upload-pictures.tsx';
import { useMay } from '../shell/session.ts';
import { PictureFields } from './picture-fields.tsx';
import css from './products.module.css';
import { type ChangeAnswer, toldChange } from './told-change.ts';
import { useDraft } from './use-draft.ts';

type Media = StaffProductView['kept']['media'];

/** What shows a product: which pictures, in which order, what they say to those who cannot see them, and which variants they are of. */
export function ProductPictures({ product }: { product: StaffProductView }) {
  const may = useMay();
  return may('catalog.write') ? <Editing product={product} /> : <Looking product={product} />;
}

function Looking({ product: { media } }: { product: StaffProductView }) {
  return (
    <Section title="Pictures">
      {media.length === 0 && <Empty title="No pictures yet" isPart />}
      <ul className={css.pictures}>
        {media.map((each) => (
          <li key={each.id}>
            <Picture of={each} />
            <Text size="sm">{each.alt}</Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Editing({ product }: { product: StaffProductView }) {
  const draft = useDraft<Media>(product.kept.media, product.version);
  const { value: media, set } = draft;
  const [isChoosing, setChoosing] = useState(false);
  const input = { version: draft.version, media };
  const command = useCommand<typeof input, ChangeAnswer>({
    send: (body, options) => api.patch(`/products/${product.id}`, body, options),
    tells: (answer) => toldChange(answer, 'The pictures are saved. Shoppers see them at once.'),
    onDone: draft.settle,
  });
  const add = (pictures: readonly LibraryPicture[]) => {
    const fresh = pictures.filter(({ src }) => media.every((each) => each.src !== src));
    set([...media, ...fresh.map(pictureOf)]);
    setChoosing(false);
  };
  return (
    <Section
      title="Pictures"
      actions={
        <Group gap="xs">
          <UploadPictures onUploaded={(picture) => draft.change((now) => withPicture(now, picture))} />
          <Button
            size="compact-sm"
            leftSection={<IconLibraryPhoto size={14} aria-hidden />}
            onClick={() => setChoosing(true)}
          >
            Choose from the library
          </Button>
        </Group>
      }
    >
      <CommandForm
        {...{ command, input }}
        send="Save the pictures"
        isIncomplete={!draft.isChanged}
        isUnsaved={draft.isChanged}
        cancel="Undo"
        {...(draft.isChanged && { onCancel: draft.undo })}
      >
        {(problemAt) => (
          <>
            {media.length === 0 && (
              <Empty title="No pictures yet" isPart>
                Choose some from the media library. The first one stands in lists and baskets.
              </Empty>
            )}
            <ol className={css.editedPictures}>
              {media.map((picture, at) => (
                <PictureFields
                  key={picture.src}
                  picture={picture}
                  place={at}
                  count={media.length}
                  options={product.options}
                  problemAt={(path) => problemAt(`media.${at}.${path}`)}
                  onChange={(changed) => set(media.with(at, changed))}
                  onMove={(by) => set(media.toSpliced(at, 1).toSpliced(at + by, 0, picture))}
                  onRemove={() => set(media.toSpliced(at, 1))}
                />
              ))}
            </ol>
          </>
        )}
      </CommandForm>
      {isChoosing && (
        <ChoosePictures
          without={media.map(({ src }) => src)}
          onChosen={add}
          onClose={() => setChoosing(false)}
        />
      )}
    </Section>
  );
}

function pictureOf({ src, alt, width, height }: LibraryPicture): Media[number] {
  return { src, alt, ...(width && { width }), ...(height && { height }) };
}

function withPicture(media: Media, picture: LibraryPicture): Media {
  return media.some(({ src }) => src === picture.src) ? media : [...media, pictureOf(picture)];
}
