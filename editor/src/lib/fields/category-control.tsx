import { IconCategory } from '@tabler/icons-react';
import { categoryFace, strangerFace } from './catalogue-faces.tsx';
import { ChosenOne } from './chosen-one.tsx';
import { type ControlProps, mixedWords } from './control.ts';
import { useFieldTools } from './field-tools.tsx';
import { useCategories } from './use-catalogue.ts';

export function CategoryControl(props: ControlProps<string>) {
  const { value, onChange, field } = props;
  const tools = useFieldTools();
  const { hits, kind, remember } = useCategories(value === undefined ? [] : [value]);
  const hit = value === undefined ? undefined : hits.get(value);
  return (
    <ChosenOne
      {...props}
      search={tools.searchCategories}
      faceOf={categoryFace}
      face={hit ? categoryFace(hit) : value === undefined ? undefined : strangerFace(value, kind, 'category')}
      onPick={(picked) => {
        remember(picked.slug, picked);
        onChange(picked.slug);
      }}
      onClear={field.required ? undefined : () => onChange(undefined)}
      noun="category"
      nouns="categories"
      icon={<IconCategory size={16} stroke={1.5} aria-hidden />}
      emptyWords={props.isMixed ? mixedWords : undefined}
    />
  );
}
