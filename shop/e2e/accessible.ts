import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from './visitor.ts';

/** What stands on the canvas of the editor is the shop's, and looked at as such. */
export const besidesCanvas = { without: 'iframe[title="The page"]' };

/** Rules about colours. */
export const colours = ['color-contrast', 'link-in-text-block'];

/** Nothing serious or critical is found, by all rules or by these. */
export async function expectAccessible(
  page: Page,
  state: string,
  { rules, without }: { readonly rules?: string[]; readonly without?: string | undefined } = {},
): Promise<void> {
  const axe = new AxeBuilder({ page });
  if (rules) axe.withRules(rules);
  if (without) axe.exclude(without);
  await colourChangesEnd(page);
  const { violations } = await axe.analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes
        .slice(0, 4)
        .map(
          ({ target, failureSummary }) =>
            `${target.join(' ')}: ${failureSummary?.split('\n').slice(1, 3).join(' ')}`,
        ),
      count: nodes.length,
    }));
  expect.soft(grave, state).toEqual([]);
}

/** Nothing serious is found, and in the dark nothing but colours can be different. */
export async function expectAccessibleInBoth(
  page: Page,
  state: string,
  { without }: { readonly without?: string } = {},
): Promise<void> {
  // What is about to be replaced is faded.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page, `${state}, light`, { without });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, `${state}, dark`, { without, rules: colours });
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Links fade from one colour to the other when the scheme changes; what is judged is where they end. */
async function colourChangesEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A page that is not drawn at all, behind another, has no frames to wait for.
    const atMost = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const frames = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.race([frames, atMost(1000)]);
    // On a busy machine a fade may begin late, or again.
    const fading = () =>
      document
        .getAnimations()
        .filter((each) => each instanceof CSSTransition && each.playState === 'running');
    for (let tries = 0; fading().length > 0 && tries < 10; tries += 1)
      await Promise.race([Promise.allSettled(fading().map(({ finished }) => finished)), atMost(500)]);
  });
}
