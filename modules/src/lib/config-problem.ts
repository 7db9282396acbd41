/** Something wrong with the settings of a module instance. The page is still served; the default stands in. */
export interface ConfigProblem {
  readonly code: 'invalid' | 'missing' | 'unknown-setting' | 'unknown-variant' | 'unsafe-html';
  /** Key as in the document, dots into lists and objects: `slides.2.title@de`. */
  readonly path: string;
  /** What was expected, what came, and what is used instead. */
  readonly message: string;
}

export function showValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
