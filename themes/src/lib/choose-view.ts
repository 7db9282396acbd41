import type { AnyView, RegisteredModule } from '@vitrine/modules';
import type { Theme } from './define-theme.ts';
import { themeChain } from './define-theme.ts';

/**
 * The view a module has under a theme: the theme's own, else that of the nearest base theme, else the module's.
 * The style sheet goes with it: a theme's view without one keeps the module's.
 */
export function chooseView(
  theme: Theme,
  registered: RegisteredModule,
): { readonly view: AnyView; readonly css: string } {
  const own = themeChain(theme).findLast((part) => part.views?.[registered.module.id])?.views?.[
    registered.module.id
  ];
  return { view: own?.view ?? registered.view, css: own?.css ?? registered.css };
}
