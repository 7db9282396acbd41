import type { ModuleProps } from '@vitrine/modules';
import type { buyBox } from './buy-box.module.ts';

/** What the buy box and its parts are given. */
export type BuyBoxProps = ModuleProps<typeof buyBox>;
