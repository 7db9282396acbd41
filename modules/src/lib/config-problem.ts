import type { ZodError } from 'zod';
import type { Field } from './fields/field.ts';
import { sanitiseHtml } from './fields/sanitise-html.ts';

/** Something wrong with the settings of a module instance. The page is still served; the default stands in. */
export interface ConfigProblem {
  readonly code: 'invalid' | 'missing' | 'unknown-setting' | 'unknown-variant' | 'unsafe-html';
  /** Key as in the document, dots into lists and objects: `slides.2.title@de`. */
  readonly path: string;
  /** What was expected, what came, and what is used instead. */
  readonly message: string;
}

/** Where something stands: by its keys, and in the words of whoever fills it in. */
export interface ConfigPlace {
  readonly path: string;
  readonly label: string;
}

export function refusedValue({ path, label }: ConfigPlace, given: unknown, expected: string): ConfigProblem {
  return {
    code: 'invalid',
    path,
    message: `"${label}" is ${showValue(given)}. Expected: ${expected}. The default is used instead.`,
  };
}

/** What a field wanted, in its own words or the kind of value it is: `at most 4`, `src: a path …`. */
export function expectation(field: Field<unknown>, { issues: [issue] }: ZodError): string {
  if (!issue) return field.kind;
  if (issue.path.length > 0) return `${issue.path.join('.')}: ${issue.message}`;
  return issue.message.startsWith('Invalid input') ? `a value of kind ${field.kind}` : issue.message;
}

export function unsafeHtml({ path, label }: ConfigPlace, html: string): ConfigProblem[] {
  const { removed } = sanitiseHtml(html);
  if (removed.length === 0) return [];
  const message = `Rich text may not hold ${removed.join(', ')}; it was taken out of "${label}".`;
  return [{ code: 'unsafe-html', path, message }];
}

export function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function showValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
