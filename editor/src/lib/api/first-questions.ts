import { documentIn, stateAddress } from '../app/document-address.ts';

/** What the editor asks as soon as its script runs. Whoever makes its page lets the browser ask it before, while the script is on its way. */
export function firstQuestions(request: Request): readonly string[] {
  const document = documentIn(new URL(request.url).pathname);
  return [
    '/editor/api/documents',
    '/editor/api/session',
    '/editor/api/catalogue',
    ...(document === undefined ? [] : [stateAddress(document)]),
  ];
}
