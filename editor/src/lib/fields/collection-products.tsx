import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconGripVertical, IconPlus, IconX } from '@tabler/icons-react';
import { productFace, strangerFace } from './catalogue-faces.tsx';
import css from './control.module.css';
import { useFieldTools } from './field-tools.tsx';
import { HitView } from './hit-view.tsx';
import pickCss from './picker.module.css';
import { Picker } from './picker.tsx';
import { moveInList } from './reorder.ts';
import rowCss from './rows.module.css';
import { useProducts } from './use-catalogue.ts';
import { useReorder } from './use-reorder.ts';

/** As many as a collection may hold by hand. */
const MOST = 200;

/** Products in an order of their own. */
export function CollectionProducts({
  ids,
  onChange,
  isReadOnly,
}: {
  ids: readonly string[];
  onChange: (ids: readonly string[]) => void;
  isReadOnly: boolean;
}) {
  const tools = useFieldTools();
  const { hits, kind, remember } = useProducts(ids);
  const faces = ids.map((id) => {
    const hit = hits.get(id);
    return hit ? productFace(hit) : strangerFace(id, kind, 'product');
  });
  const { list, said, handleProps, rowProps } = useReorder({
    count: ids.length,
    onMove: (from, to) => onChange(moveInList(ids, from, to)),
    isReadOnly,
    titleOf: (index) => faces[index]?.title ?? '',
  });
  return (
    <>
      <div ref={list} className={rowCss.rows}>
        {faces.map((face, index) => (
          <div key={face.key} className={rowCss.row} {...rowProps(index)}>
            <div className={rowCss.head}>
              <button type="button" className={rowCss.handle} {...handleProps(index)}>
                <IconGripVertical size={14} stroke={1.5} aria-hidden />
              </button>
              <div className={rowCss.inline}>
                <HitView face={face} />
              </div>
              {!isReadOnly && (
                <ActionIcon
                  className={css.action}
                  variant="subtle"
                  size="sm"
                  aria-label={`Remove ${face.title}`}
                  onClick={() => onChange(ids.filter((id) => id !== face.key))}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              )}
            </div>
          </div>
        ))}
      </div>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {ids.length === 0 && <span className={css.hint}>No products yet: the module stays empty.</span>}
      {!isReadOnly && ids.length < MOST && (
        <Picker
          search={tools.searchProducts}
          faceOf={productFace}
          onPick={(hit) => {
            remember(hit.id, hit);
            onChange(ids.includes(hit.id) ? ids.filter((id) => id !== hit.id) : [...ids, hit.id]);
          }}
          chosen={ids}
          noun="products"
          isReadOnly={false}
          keepsOpen
          button={(opening) => (
            <button {...opening} type="button" className={pickCss.choose}>
              <IconPlus size={16} stroke={1.5} aria-hidden />
              Add products
            </button>
          )}
        />
      )}
    </>
  );
}
