import type { CustomerView, Region } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { accountSource } from '../sources.action.ts';

/** What the shop knows of whoever is signed in, and how they come in. */
export interface Profile extends CustomerView {
  readonly email: string;
  readonly hasPassword: boolean;
  /** Devices they are signed in on. */
  readonly sessions: number;
  /** States and provinces of countries whose addresses name one, by country. */
  readonly regions: Readonly<Record<string, readonly Region[]>>;
}

/** `null` = nobody is signed in. */
export const getProfile = definePrivateAction({
  id: 'account.profile',
  source: accountSource,
  input: z.object({}),
  output: type<Profile | null>(),
});
