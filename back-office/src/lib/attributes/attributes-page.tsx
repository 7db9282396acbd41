import { Button, Group, Text } from '@mantine/core';
import type { StaffAttributeView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { useCommand } from '../asking/use-command.ts';
import { MoveSteps } from '../look/move-steps.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { useKeptStep } from '../look/use-kept-step.ts';
import { useMay } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import { holdsWords } from './attribute-words.ts';
import css from './attributes.module.css';
import { SaveAttribute } from './save-attribute.tsx';
import { useAttributes } from './use-attributes.ts';

/** What products are described by, and which of it shoppers filter by. */
export function AttributesPage() {
  const may = useMay();
  const asked = useAttributes();
  const [open, setOpen] = useState<StaffAttributeView | 'new'>();
  return (
    <>
      <PageHead title="Attributes">
        {may('catalog.write') && <Button onClick={() => setOpen('new')}>New attribute</Button>}
      </PageHead>
      <Answer to={asked} of="the attributes">
        {({ attributes }) =>
          attributes.length === 0 ? (
            <Empty title="No attributes yet">
              Material, volume, year: what products are described by, beside their texts. Make the first one,
              then give products values of it on their own pages.
            </Empty>
          ) : (
            <List attributes={attributes} onChange={setOpen} />
          )
        }
      </Answer>
      {open !== undefined && (
        <SaveAttribute
          key={open === 'new' ? 'new' : open.key}
          attribute={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function List({
  attributes,
  onChange,
}: {
  attributes: readonly StaffAttributeView[];
  onChange: (attribute: StaffAttributeView) => void;
}) {
  const mayWrite = useMay()('catalog.write');
  const command = useCommand<{ readonly keys: readonly string[] }, { readonly kind: string }>({
    send: (body, options) => api.post('/attribute-order', body, options),
    tells: ({ kind }) =>
      kind === 'unknown'
        ? { refused: 'One of them does not exist any more. Look at the list anew.' }
        : { done: 'The order is changed.' },
  });
  const { list, step } = useKeptStep<HTMLUListElement>(
    attributes.map(({ key }) => key),
    command.isBusy,
  );
  const move = (at: number, by: -1 | 1) => {
    const moved = attributes[at]!;
    step(moved.key, by);
    command.send({
      keys: attributes
        .toSpliced(at, 1)
        .toSpliced(at + by, 0, moved)
        .map(({ key }) => key),
    });
  };
  return (
    <Section title="In the order of shoppers’ filters" flush>
      {command.problem && (
        <Text size="sm" c="red" role="alert" px="md" pb="xs">
          {command.problem.sentence}
        </Text>
      )}
      <ul ref={list} className={css.list} aria-label="Attributes">
        {attributes.map((attribute, at) => (
          <li key={attribute.key}>
            <div className={css.name}>
              <Text size="sm" fw={500} component="div">
                {attribute.name}
              </Text>
              <Text size="xs" c="dimmed" component="div">
                {holdsWords(attribute)} · {number(attribute.products)}{' '}
                {attribute.products === 1 ? 'product' : 'products'}
              </Text>
            </div>
            {attribute.facet && <Tag tone="good">Filter</Tag>}
            {mayWrite && (
              <Group gap={4} wrap="nowrap" data-steps={attribute.key}>
                <MoveSteps
                  name={attribute.name}
                  place={at}
                  count={attributes.length}
                  isBusy={command.isBusy}
                  onMove={(by) => move(at, by)}
                />
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Change ${attribute.name}`}
                  onClick={() => onChange(attribute)}
                >
                  Change
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
