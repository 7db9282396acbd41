import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import type {
  ChangeAttributeOutcome,
  CreateOutcome,
  RemoveAttributeOutcome,
  StaffAttributeView,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { toldCreated } from '../asking/told-created.ts';
import { type Told, useCommand } from '../asking/use-command.ts';
import { LocalFields } from '../look/local-fields.tsx';
import { number } from '../words/amount.ts';
import { type LocalText, localName, withoutEmpty } from '../words/local-name.ts';
import { typeWords } from './attribute-words.ts';
import { useAttributeValues } from './use-attributes.ts';

const types = (['text', 'number', 'date'] as const).map((value) => ({ value, label: typeWords[value] }));
const VALUES_SHOWN = 12;

/** A new attribute, or another name and use of one there is. */
export function SaveAttribute({
  attribute,
  onClose,
}: {
  attribute: StaffAttributeView | undefined;
  onClose: () => void;
}) {
  const [label, setLabel] = useState<LocalText>(attribute?.label ?? {});
  const [type, setType] = useState<StaffAttributeView['type']>(attribute?.type ?? 'text');
  const [unit, setUnit] = useState(attribute?.unit ?? '');
  const [facet, setFacet] = useState(attribute?.facet ?? false);
  const sentUnit = type === 'number' && unit.trim() !== '' ? unit.trim() : null;
  const input = { label: attribute ? label : withoutEmpty(label), type, unit: sentUnit, facet };
  const command = useCommand<typeof input, CreateOutcome | ChangeAttributeOutcome>({
    send: (body, options) =>
      attribute
        ? api.patch(`/attributes/${encodeURIComponent(attribute.key)}`, body, options)
        : api.post('/attributes', body, options),
    tells: toldSaved,
    onDone: onClose,
  });
  const isUsed = attribute !== undefined && attribute.products > 0;
  return (
    <CommandDialog
      title={attribute ? `Change ${attribute.name}` : 'New attribute'}
      isOpen
      {...{ onClose, command, input }}
      send={attribute ? 'Save' : 'Make the attribute'}
      isIncomplete={Object.keys(withoutEmpty(label)).length === 0}
      size="lg"
    >
      {(problemAt) => (
        <>
          <LocalFields
            label="Name"
            value={label}
            onChange={setLabel}
            problemAt={(locale) => problemAt(`label.${locale}`)}
          />
          <Group grow align="start">
            <NativeSelect
              label="It holds"
              description={
                isUsed ? 'It stays while products have a value.' : 'A text may be said in each language.'
              }
              data={types}
              value={type}
              disabled={isUsed}
              onChange={(event) => setType(event.currentTarget.value as StaffAttributeView['type'])}
              error={problemAt('type')}
            />
            {type === 'number' && (
              <TextInput
                label="Unit"
                description="Shown after the number: cm, ml, W."
                value={unit}
                onChange={(event) => setUnit(event.currentTarget.value)}
                error={problemAt('unit')}
                maxLength={20}
              />
            )}
          </Group>
          <Checkbox
            label="Shoppers filter by it"
            description="Its values stand among the filters of lists and searches."
            checked={facet}
            onChange={(event) => setFacet(event.currentTarget.checked)}
          />
          {attribute && <Values attribute={attribute} />}
          {attribute && <Remove attribute={attribute} onDone={onClose} />}
        </>
      )}
    </CommandDialog>
  );
}

function toldSaved(answer: CreateOutcome | ChangeAttributeOutcome): Told {
  switch (answer.kind) {
    case 'unknown':
      return { refused: 'The attribute does not exist any more.' };
    case 'changed':
      return { done: 'The attribute is changed.' };
    case 'unchanged':
      return { done: 'There was nothing to change.' };
    default:
      return toldCreated(answer, 'The attribute is made. Products get values of it on their own pages.');
  }
}

function Values({ attribute: { key, unit, products } }: { attribute: StaffAttributeView }) {
  const values = useAttributeValues(products > 0 ? key : undefined);
  const words = values
    .slice(0, VALUES_SHOWN)
    .map(
      (each) => `${localName(each.value)}${unit === undefined ? '' : ` ${unit}`} (${number(each.products)})`,
    );
  return (
    <div>
      <Text size="sm" fw={600}>
        Values products have
      </Text>
      <Text size="sm" c="dimmed">
        {products === 0
          ? 'None yet'
          : `${words.join(', ')}${values.length > VALUES_SHOWN ? ', and others' : ''}`}
      </Text>
    </div>
  );
}

function Remove({
  attribute: { key, name, products },
  onDone,
}: {
  attribute: StaffAttributeView;
  onDone: () => void;
}) {
  const command = useCommand<undefined, RemoveAttributeOutcome>({
    send: (_, options) => api.delete(`/attributes/${encodeURIComponent(key)}`, options),
    tells: (answer) =>
      answer.kind === 'in-use'
        ? { refused: `It stays: ${number(answer.products)} products have a value of it.` }
        : { done: `The attribute ${name} is removed.` },
    onDone,
  });
  if (products > 0) return null;
  return (
    <div>
      <Button
        size="compact-sm"
        variant="default"
        c="red"
        loading={command.isBusy}
        onClick={() => command.send(undefined)}
      >
        Remove the attribute
      </Button>
      {command.problem && (
        <Text size="sm" c="red" role="alert" mt={4}>
          {command.problem.sentence}
        </Text>
      )}
    </div>
  );
}
