import { type FieldDescription, isTimeZone } from '@vitrine/modules';
import { isEmptyValue } from './empty-value.ts';

interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly integer?: boolean;
  readonly pattern?: string;
  readonly suggests?: 'time-zones';
}

/** What is wrong with a value by the rules its field tells the panel, in a sentence; `undefined` = nothing. */
export function checkValue(field: FieldDescription, value: unknown): string | undefined {
  if (isEmptyValue(value)) return field.required ? 'This must be filled in.' : undefined;
  const limits = field.details as Limits;
  if (field.kind === 'text') return checkText(String(value), limits);
  if (field.kind === 'number') return checkNumber(Number(value), limits);
  if (field.kind === 'list' && Array.isArray(value)) return checkCount(value.length, limits);
  return undefined;
}

/** Length as a person counts it, not in UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

function checkText(text: string, { minLength, maxLength, pattern, suggests }: Limits): string | undefined {
  const length = lengthOf(text);
  if (maxLength !== undefined && length > maxLength)
    return `At most ${maxLength} characters; these are ${length}.`;
  if (minLength !== undefined && length < minLength)
    return `At least ${minLength} characters; ${length === 1 ? 'this is' : 'these are'} ${length}.`;
  if (pattern !== undefined && !new RegExp(pattern).test(text))
    return 'This does not have the expected form.';
  if (suggests === 'time-zones' && !isTimeZone(text))
    return 'There is no such time zone. Choose one of the list, such as Europe/Berlin.';
  return undefined;
}

function checkNumber(value: number, { min, max, integer }: Limits): string | undefined {
  if (integer && !Number.isInteger(value)) return 'A whole number, please.';
  if (min !== undefined && value < min) return `At least ${min}.`;
  if (max !== undefined && value > max) return `At most ${max}.`;
  return undefined;
}

function checkCount(count: number, { min, max }: Limits): string | undefined {
  if (min !== undefined && count < min)
    return `At least ${min}, or none; ${count === 1 ? 'this is' : 'these are'} ${count}.`;
  if (max !== undefined && count > max)
    return `At most ${max}; these are ${count}. The first ${max} are shown.`;
  return undefined;
}
