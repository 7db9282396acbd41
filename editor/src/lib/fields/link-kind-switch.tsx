import { SegmentedControl } from '@mantine/core';
import type { Link } from '@vitrine/modules';
import css from './control.module.css';

const names: Readonly<Record<Link['kind'], string>> = {
  page: 'Page',
  product: 'Product',
  category: 'Category',
  url: 'Address',
};

/** What kind of thing a link leads to. */
export function LinkKindSwitch(props: {
  readonly kind: Link['kind'];
  readonly onChange: (kind: Link['kind']) => void;
  readonly isReadOnly?: boolean;
  /** Default: all of them. */
  readonly offered?: readonly Link['kind'][];
}) {
  const { offered = Object.keys(names) as Link['kind'][] } = props;
  return (
    <SegmentedControl
      className={css.grow}
      size="xs"
      fullWidth
      aria-label="Leads to"
      data={offered.map((value) => ({ value, label: names[value] }))}
      value={props.kind}
      onChange={(kind) => props.onChange(kind as Link['kind'])}
      readOnly={props.isReadOnly}
      transitionDuration={0}
      classNames={{ root: css.segments, label: css.segmentTight, indicator: css.segmentMark }}
    />
  );
}
