import { isSafeLink } from '@vitrine/modules';

/** Where a pasted link leads, `undefined` when it may not be followed or leads nowhere but inside the program it is from. */
export function addressOf(link: Element): string | undefined {
  const written = link.getAttribute('href')?.trim() ?? '';
  const href = behindRedirect(written);
  // Bookmarks, comments and footnotes of Word.
  if (href === '' || href === '#' || href.startsWith('#_')) return undefined;
  return isSafeLink(href) ? href : undefined;
}

/** Google Docs sends its readers round by itself. */
function behindRedirect(href: string): string {
  if (!URL.canParse(href) || !/^https?:\/\/(www\.)?google\.[a-z.]+\/url\?/i.test(href)) return href;
  return new URL(href).searchParams.get('q') ?? href;
}

/** Whether pasted text is one web address and nothing else. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && isSafeLink(text) && URL.canParse(text);
}
