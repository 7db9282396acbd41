import { Button, Group, Stack, Text } from '@mantine/core';
import { IconLibraryPhoto } from '@tabler/icons-react';
import { type StaffCategoryView, slugOfName } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import type { ProblemAt } from '../asking/command-dialog.tsx';
import { LocalFields } from '../look/local-fields.tsx';
import { Picture } from '../look/picture.tsx';
import { SlugFields } from '../look/slug-fields.tsx';
import { ChoosePictures } from '../media/choose-pictures.tsx';
import { type LocalText, withoutEmpty } from '../words/local-name.ts';

/** A category while it is written. */
export interface CategoryDraft {
  readonly name: LocalText;
  readonly slug: LocalText;
  readonly description: LocalText;
  readonly seo: { readonly title: LocalText; readonly description: LocalText };
  readonly image: NonNullable<StaffCategoryView['image']> | null;
}

export const emptyCategory: CategoryDraft = {
  name: {},
  slug: {},
  description: {},
  seo: { title: {}, description: {} },
  image: null,
};

export function draftOf({ texts, image }: StaffCategoryView): CategoryDraft {
  const { name, slug, description, seoTitle, seoDescription } = texts;
  return {
    name,
    slug,
    description,
    seo: { title: seoTitle, description: seoDescription },
    image: image ?? null,
  };
}

/** As it is sent: an address that was emptied stays what it was. */
export function sentOf(draft: CategoryDraft): CategoryDraft {
  return { ...draft, slug: withoutEmpty(draft.slug) };
}

/** What a category says and shows. */
export function CategoryFields({
  draft,
  onChange,
  problemAt,
}: {
  draft: CategoryDraft;
  onChange: (draft: CategoryDraft) => void;
  problemAt: ProblemAt;
}) {
  const put = (part: Partial<CategoryDraft>) => onChange({ ...draft, ...part });
  return (
    <Stack gap="md">
      <LocalFields
        label="Name"
        value={draft.name}
        onChange={(name) => put({ name })}
        problemAt={(locale) => problemAt(`name.${locale}`)}
      />
      <SlugFields
        under="/c/"
        value={draft.slug}
        onChange={(slug) => put({ slug })}
        proposed={(locale) => slugOfName(draft.name[locale] ?? '', locale)}
        problemAt={(locale) => problemAt(`slug.${locale}`)}
      />
      <LocalFields
        label="Description"
        isLong
        value={draft.description}
        onChange={(description) => put({ description })}
        problemAt={(locale) => problemAt(`description.${locale}`)}
      />
      <CategoryPicture
        image={draft.image}
        onChange={(image) => put({ image })}
        problemAt={(locale) => problemAt(`image.alt.${locale}`)}
      />
      <LocalFields
        label="Title for search engines"
        value={draft.seo.title}
        onChange={(title) => put({ seo: { ...draft.seo, title } })}
        problemAt={(locale) => problemAt(`seo.title.${locale}`)}
      />
      <LocalFields
        label="Description for search engines"
        isLong
        value={draft.seo.description}
        onChange={(description) => put({ seo: { ...draft.seo, description } })}
        problemAt={(locale) => problemAt(`seo.description.${locale}`)}
      />
    </Stack>
  );
}

function CategoryPicture({
  image,
  onChange,
  problemAt,
}: {
  image: CategoryDraft['image'];
  onChange: (image: CategoryDraft['image']) => void;
  problemAt: (locale: string) => string | undefined;
}) {
  const [isChoosing, setChoosing] = useState(false);
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        Picture
      </Text>
      <Group gap="sm" align="center" mb={image ? 'xs' : 0}>
        {image ? (
          <Picture of={image} />
        ) : (
          <Text size="sm" c="dimmed">
            None
          </Text>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconLibraryPhoto size={14} aria-hidden />}
          onClick={() => setChoosing(true)}
        >
          Choose from the library
        </Button>
        {image && (
          <Button size="compact-sm" variant="default" onClick={() => onChange(null)}>
            Take it out
          </Button>
        )}
      </Group>
      {image && (
        <LocalFields
          label="What it shows"
          value={image.alt ?? {}}
          onChange={(alt) => onChange({ ...image, alt })}
          problemAt={problemAt}
        />
      )}
      {isChoosing && (
        <ChoosePictures
          without={image ? [image.src] : []}
          onChosen={([picture]) => {
            if (picture) {
              const { src, alt, width, height } = picture;
              onChange({ src, alt, ...(width && { width }), ...(height && { height }) });
            }
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
