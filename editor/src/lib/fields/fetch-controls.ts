/** Fetches the code of all controls, so that nobody waits for it. Where that fails it is fetched when it is needed. */
export function fetchControls(): void {
  Promise.all([
    import('./controls.ts'),
    import('./list-control.tsx'),
    import('./rich-text-control.tsx'),
  ]).catch(() => {});
}
