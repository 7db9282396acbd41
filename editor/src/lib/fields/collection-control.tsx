import { NativeSelect, SegmentedControl } from '@mantine/core';
import { IconCategory } from '@tabler/icons-react';
import type { CollectionValue } from '@vitrine/modules';
import { useState } from 'react';
import { categoryFace, strangerFace } from './catalogue-faces.tsx';
import { ChosenOne } from './chosen-one.tsx';
import { CollectionProducts } from './collection-products.tsx';
import css from './control.module.css';
import { type ControlProps, mixedWords } from './control.ts';
import { useFieldTools } from './field-tools.tsx';
import { useCategories } from './use-catalogue.ts';

type Way = 'products' | 'category' | 'rule';
type ByCategory = Extract<CollectionValue, { readonly kind: 'category' }>;

const ways = [
  { value: 'products', label: 'By hand' },
  { value: 'category', label: 'Category' },
  { value: 'rule', label: 'Rule' },
];
const rules = [
  { value: 'newest', label: 'Newest' },
  { value: 'sale', label: 'On sale' },
];
const sorts = [
  { value: '', label: 'In the order of the category' },
  { value: 'newest', label: 'Newest first' },
  { value: 'price-asc', label: 'Cheapest first' },
  { value: 'price-desc', label: 'Dearest first' },
  { value: 'name', label: 'By name' },
];

export function CollectionControl(props: ControlProps<CollectionValue>) {
  const { value, onChange, isReadOnly } = props;
  // By category, but none chosen yet, is no collection and is not written.
  const [isPending, setPending] = useState(false);
  const [left, setLeft] = useState<Partial<Record<Way, CollectionValue>>>({});
  const way = isPending ? 'category' : wayOf(value);

  const change = (next: CollectionValue) => {
    setPending(false);
    onChange(next);
  };
  const changeWay = (next: Way) => {
    const now = wayOf(value);
    if (value && now) setLeft({ ...left, [now]: value });
    const before = next === now ? value : left[next];
    if (before) change(before);
    else if (next === 'category') setPending(true);
    else change(next === 'products' ? { kind: 'products', ids: [] } : { kind: 'newest' });
  };
  return (
    <fieldset
      className={css.group}
      aria-labelledby={props.labelId}
      aria-describedby={props.describedBy}
      data-inherited={props.isInherited || undefined}
    >
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="How they are chosen"
        data={ways}
        value={way ?? ''}
        onChange={(next) => changeWay(next as Way)}
        readOnly={isReadOnly}
        transitionDuration={0}
        classNames={{ root: css.segments, label: css.segment, indicator: css.segmentMark }}
      />
      {props.isMixed && <span className={css.hint}>{mixedWords}</span>}
      {way === 'products' && (
        <CollectionProducts
          ids={value?.kind === 'products' ? value.ids : []}
          onChange={(ids) => change({ kind: 'products', ids })}
          isReadOnly={isReadOnly}
        />
      )}
      {way === 'category' && (
        <ByCategoryChoice
          value={value?.kind === 'category' ? value : undefined}
          onChange={change}
          id={props.id}
          labelId={props.labelId}
          isReadOnly={isReadOnly}
        />
      )}
      {way === 'rule' && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="Rule"
          data={rules}
          value={value?.kind ?? ''}
          onChange={(kind) => change({ kind: kind as 'newest' | 'sale' })}
          readOnly={isReadOnly}
          transitionDuration={0}
          classNames={{ root: css.segments, label: css.segment, indicator: css.segmentMark }}
        />
      )}
    </fieldset>
  );
}

function ByCategoryChoice(props: {
  value: ByCategory | undefined;
  onChange: (value: ByCategory) => void;
  id: string;
  labelId: string;
  isReadOnly: boolean;
}) {
  const { value, onChange, isReadOnly } = props;
  const tools = useFieldTools();
  const { hits, kind, remember } = useCategories(value ? [value.slug] : []);
  const hit = value && hits.get(value.slug);
  return (
    <>
      <ChosenOne
        search={tools.searchCategories}
        faceOf={categoryFace}
        face={hit ? categoryFace(hit) : value && strangerFace(value.slug, kind, 'category')}
        onPick={(picked) => {
          remember(picked.slug, picked);
          onChange({ kind: 'category', slug: picked.slug, ...(value?.sort && { sort: value.sort }) });
        }}
        noun="category"
        nouns="categories"
        icon={<IconCategory size={16} stroke={1.5} aria-hidden />}
        id={props.id}
        labelId={props.labelId}
        isReadOnly={isReadOnly}
      />
      {value && (
        <NativeSelect
          size="xs"
          aria-label="Order"
          data={sorts}
          value={value.sort ?? ''}
          disabled={isReadOnly}
          onChange={(event) => {
            const sort = event.currentTarget.value as ByCategory['sort'] | '';
            onChange({ kind: 'category', slug: value.slug, ...(sort && { sort }) });
          }}
          classNames={{ input: css.input }}
        />
      )}
    </>
  );
}

function wayOf(value: CollectionValue | undefined): Way | undefined {
  if (!value) return undefined;
  return value.kind === 'products' || value.kind === 'category' ? value.kind : 'rule';
}
