import { ask } from '../app/backend.ts';
import type { CheckedEditor } from './checked-editor.ts';
import { exampleFindings } from './example-findings.ts';
import { findLinks, linkFindings, pictureFindings } from './find-findings.ts';
import type { Finding } from './finding.ts';
import { LinkMemory } from './link-memory.ts';
import { templateFindings } from './template-findings.ts';

/** Looks over links, pictures and words of a page; it remembers for a while where links lead. */
export class ContentsCheck {
  readonly #links = new LinkMemory((links) => ask('link-states', { body: { links } }));

  /** @param show Called with what is found, and again when the server has said where links lead. */
  async look(
    { page, checkedLocales: locales, describe, fragments }: CheckedEditor,
    show: (findings: readonly Finding[]) => void,
  ): Promise<void> {
    const { nodes } = page.toDocument();
    const context = { locales, shapes: (type: string) => describe(type)?.shapes };
    const links = findLinks(nodes, context);
    const others = [
      ...pictureFindings(nodes, context),
      ...templateFindings(nodes, (id) => fragments.find(id), context),
      ...exampleFindings(nodes, describe, context),
    ];
    const tell = () => show([...linkFindings(links, this.#links.stateOf, locales[0] ?? 'en'), ...others]);
    tell();
    // Without the server links are not judged; publishing asks it anyway.
    if (await this.#links.learn(links).catch(() => false)) tell();
  }
}
