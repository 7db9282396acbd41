import { expect, test } from 'vitest';
import { defineModule } from './define-module.ts';
import { migrateProps } from './migrate-props.ts';

const card = defineModule({
  id: 'card',
  title: 'Card',
  kind: 'block',
  version: 3,
  config: {},
  migrations: [
    ({ heading, ...others }) => ({ ...others, title: heading }),
    (props) => ({ ...props, third: true }),
  ],
});

test('[MOD-13] Old props go through every step after their version', () => {
  expect(migrateProps(card, { heading: 'a' }, 1)).toEqual({ title: 'a', third: true });
  expect(migrateProps(card, { title: 'a' }, 2)).toEqual({ title: 'a', third: true });
  const current = { title: 'a' };
  expect(migrateProps(card, current, 3)).toBe(current);
});

test('[MOD-13] Props of a newer build and missing steps are mistakes', () => {
  expect(() => migrateProps(card, {}, 4)).toThrow(
    'Props of module "card" say version 4; this build knows 1 to 3.',
  );
  expect(() => migrateProps({ ...card, migrations: [] }, {}, 1)).toThrow(
    'It needs 2: one for each step from version 1.',
  );
});
