import { CommerceApiError, createApiCaller } from '@vitrine/commerce-engine/client';

/** The admin API, by way of the office's own address: the browser's cookie says who asks. */
export const api = createApiCaller({
  url: '/office/api',
  // As a function of its own: the browser's wants to be called as the window's.
  fetch: (...request) => fetch(...request),
});

/** What failed because nothing answered may go well a moment later; a refusal stays one. */
export function isWorthAnotherTry(tries: number, error: Error): boolean {
  return tries < 2 && error instanceof CommerceApiError && (error.status === 0 || error.status >= 500);
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof CommerceApiError && error.status === 401;
}

export function isRefused(error: unknown): boolean {
  return error instanceof CommerceApiError && error.status === 403;
}

/** A sentence for whoever asked. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof CommerceApiError)) return 'Something went wrong in this page. Load it again.';
  if (error.status === 0) return 'The shop cannot be reached. Nothing is known to have changed.';
  return error.message;
}

export function signInAgain(): void {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?to=${encodeURIComponent(here)}`);
}
