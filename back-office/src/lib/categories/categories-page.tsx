import { Badge, Button, Group, Text } from '@mantine/core';
import { IconCornerDownRight } from '@tabler/icons-react';
import type { StaffCategoryView } from '@vitrine/commerce-engine/client';
import { type CSSProperties, useState } from 'react';
import { Link, leadsTo } from '../address/link.tsx';
import { Answer } from '../asking/answer.tsx';
import { MoveSteps } from '../look/move-steps.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Picture } from '../look/picture.tsx';
import { Section } from '../look/section.tsx';
import { useKeptStep } from '../look/use-kept-step.ts';
import { useMay } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import css from './categories.module.css';
import { MoveCategory } from './move-category.tsx';
import { useCategories } from './use-categories.ts';
import { useMoveCategory } from './use-move-category.ts';

/** The tree by which shoppers find what is sold. */
export function CategoriesPage() {
  const may = useMay();
  const asked = useCategories();
  return (
    <>
      <PageHead title="Categories">
        {may('catalog.write') && (
          <Button component="a" {...leadsTo('/categories/new')}>
            New category
          </Button>
        )}
      </PageHead>
      <Answer to={asked} of="the categories">
        {({ categories }) =>
          categories.length === 0 ? (
            <Empty title="No categories yet">
              Shoppers find what is sold by them: make the first one, then put products into it.
            </Empty>
          ) : (
            [...Map.groupBy(categories, ({ hierarchy }) => hierarchy)].map(([hierarchy, own]) => (
              <Tree
                key={hierarchy}
                title={hierarchy === 'main' ? 'The menu of the shop' : `Tree “${hierarchy}”`}
                categories={own}
              />
            ))
          )
        }
      </Answer>
    </>
  );
}

function Tree({ title, categories }: { title: string; categories: readonly StaffCategoryView[] }) {
  const mayWrite = useMay()('catalog.write');
  const [moving, setMoving] = useState<StaffCategoryView>();
  const { move, isBusy, problem } = useMoveCategory();
  const { list, step } = useKeptStep<HTMLUListElement>(
    categories.map(({ id }) => id),
    isBusy,
  );
  const siblingsOf = ({ parentId }: StaffCategoryView) =>
    categories.filter((each) => each.parentId === parentId);
  return (
    <Section title={title} flush>
      {problem && (
        <Text size="sm" c="red" role="alert" px="md" pb="xs">
          {problem}
        </Text>
      )}
      <ul ref={list} className={css.tree} aria-label={title}>
        {categories.map((category) => {
          const siblings = siblingsOf(category);
          const place = siblings.findIndex(({ id }) => id === category.id);
          return (
            <li key={category.id} style={{ '--depth': category.depth } as CSSProperties}>
              <div className={css.name}>
                {category.depth > 0 && <IconCornerDownRight size={14} aria-hidden className={css.below} />}
                {category.picture && <Picture of={category.picture} />}
                <div>
                  <Link to={`/categories/${category.id}`}>{category.name}</Link>
                  <Text size="xs" c="dimmed" component="div">
                    /c/{category.slug}
                  </Text>
                </div>
              </div>
              <Badge variant="default" fw={400} tt="none" className={css.count}>
                {number(category.productsBelow)} {category.productsBelow === 1 ? 'product' : 'products'}
              </Badge>
              {mayWrite && (
                <Group gap={4} wrap="nowrap" className={css.steps} data-steps={category.id}>
                  <MoveSteps
                    name={category.name}
                    place={place}
                    count={siblings.length}
                    isBusy={isBusy}
                    onMove={(by) => {
                      step(category.id, by);
                      move(category, { parentId: category.parentId ?? null, place: place + by });
                    }}
                  />
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Move ${category.name} into another category`}
                    onClick={() => setMoving(category)}
                  >
                    Move
                  </Button>
                </Group>
              )}
            </li>
          );
        })}
      </ul>
      {moving && (
        <MoveCategory
          key={moving.id}
          category={moving}
          categories={categories}
          onClose={() => setMoving(undefined)}
        />
      )}
    </Section>
  );
}
