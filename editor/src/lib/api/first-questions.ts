/** What the editor asks as soon as its script runs. Whoever makes its page lets the browser ask it before, while the script is on its way. */
export const firstQuestions: readonly string[] = [
  '/editor/api/documents',
  '/editor/api/session',
  '/editor/api/catalogue',
];
