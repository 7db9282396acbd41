import { type ChosenTokens, defineTheme, tokenCss, withChosen } from '@vitrine/themes';
import type { ThemeFacts } from './theme-facts.ts';

/** Shows chosen tokens on a page before they are kept: the last sheet of its document. */
export interface LiveSheet {
  show(facts: ThemeFacts, chosen: ChosenTokens): void;
  /** The page as it was served. */
  remove(): void;
}

/** A sheet made by script is no inline style, so the page's policy has no say in it. */
export function createLiveSheet(window: Window & typeof globalThis): LiveSheet {
  const { document } = window;
  const sheet = new window.CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return {
    show({ own }, chosen) {
      const theme = defineTheme({ id: 'live', name: 'Live', tokens: own.light, darkTokens: own.dark });
      sheet.replaceSync(tokenCss(withChosen(theme, chosen)));
    },
    remove() {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((each) => each !== sheet);
    },
  };
}
