import type { ComponentType } from 'react';
import type { TextLink } from '../text-format.ts';

/** Asks where a link leads, in the popover below the toolbar. */
export type LinkForm = ComponentType<LinkFormProps>;

export interface LinkFormProps {
  /** The link under the caret. */
  readonly current: TextLink | undefined;
  readonly onPick: (link: TextLink) => void;
}
