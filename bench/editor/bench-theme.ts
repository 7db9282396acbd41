import { defineTheme } from '@vitrine/themes';

/** A theme that says nothing. */
export const benchTheme = defineTheme({ id: 'bench', name: 'Bench', tokens: {} });
