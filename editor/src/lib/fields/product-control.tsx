import { IconTag } from '@tabler/icons-react';
import { productFace, strangerFace } from './catalogue-faces.tsx';
import { ChosenOne } from './chosen-one.tsx';
import { type ControlProps, mixedWords } from './control.ts';
import { useFieldTools } from './field-tools.tsx';
import { useProducts } from './use-catalogue.ts';

export function ProductControl(props: ControlProps<string>) {
  const { value, onChange, field } = props;
  const tools = useFieldTools();
  const { hits, kind, remember } = useProducts(value === undefined ? [] : [value]);
  const hit = value === undefined ? undefined : hits.get(value);
  return (
    <ChosenOne
      {...props}
      search={tools.searchProducts}
      faceOf={productFace}
      face={hit ? productFace(hit) : value === undefined ? undefined : strangerFace(value, kind, 'product')}
      onPick={(picked) => {
        remember(picked.id, picked);
        onChange(picked.id);
      }}
      onClear={field.required ? undefined : () => onChange(undefined)}
      noun="product"
      nouns="products"
      icon={<IconTag size={16} stroke={1.5} aria-hidden />}
      emptyWords={props.isMixed ? mixedWords : undefined}
    />
  );
}
