/**
 * The ground every module stands on: reset, elements, and the few classes modules may count on in every theme
 * (`vt-button`, `vt-link`, `vt-field`, `vt-prose`, `vt-price`, `vt-notice`, `vt-skip`, and grounds by `data-tone`).
 */
export const plainCss = `
*, *::before, *::after { box-sizing: border-box; }
* { margin: 0; }
html {
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  scroll-padding-top: calc(var(--layout-header) + var(--space-4));
  hanging-punctuation: first last;
}
body {
  min-block-size: 100vh;
  min-block-size: 100svh;
  background: var(--colour-ground);
  color: var(--colour-ink);
  font-family: var(--type-text-family);
  font-size: var(--type-size-text);
  line-height: var(--type-leading-text);
  font-optical-sizing: auto;
  -webkit-font-smoothing: antialiased;
  overflow-wrap: break-word;
}
h1, h2, h3, h4 {
  font-family: var(--type-display-family);
  font-weight: var(--type-display-weight);
  letter-spacing: var(--type-display-tracking);
  line-height: var(--type-leading-tight);
  overflow-wrap: anywhere;
  text-wrap: balance;
}
h1 { font-size: var(--type-size-title-1); }
h2 { font-size: var(--type-size-title-2); }
h3 { font-size: var(--type-size-title-3); line-height: var(--type-leading-snug); }
h4 { font-size: var(--type-size-title-4); line-height: var(--type-leading-snug); }
p { text-wrap: pretty; }
img, svg, video { display: block; max-inline-size: 100%; }
img { block-size: auto; }
ul, ol { list-style: none; padding: 0; }
button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
button { background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
fieldset { border: 0; padding: 0; min-inline-size: 0; }
legend { padding: 0; }
summary { cursor: pointer; }
table { border-collapse: collapse; }
hr { border: 0; border-block-start: 1px solid var(--colour-line); }
a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: 0.22em; }
a:hover { color: var(--colour-accent); }
:focus-visible { outline: 2px solid var(--colour-accent); outline-offset: 3px; border-radius: var(--radius-small); }
:disabled { cursor: not-allowed; }
::selection { background: var(--colour-accent-soft); color: var(--colour-ink); }
[hidden] { display: none !important; }

[data-tone="sunken"] { background: var(--colour-sunken); }
[data-tone="accent"] {
  --colour-ground: var(--colour-deep); --colour-sunken: var(--colour-deep);
  --colour-ink: var(--colour-on-deep); --colour-ink-soft: var(--colour-on-deep-soft);
  --colour-accent: var(--colour-on-deep); --colour-accent-strong: var(--colour-on-deep-soft);
  --colour-on-accent: var(--colour-deep); --colour-outline: var(--colour-on-deep-soft);
  --colour-line: var(--colour-on-deep-line);
  background: var(--colour-ground); color: var(--colour-ink);
}

.vt-link { color: var(--colour-accent); }
.vt-link:hover { color: var(--colour-accent-strong); }

.vt-button {
  display: inline-flex; align-items: center; justify-content: center; gap: var(--space-2);
  min-block-size: 3rem; padding: var(--space-2) var(--space-5);
  border: 1px solid var(--colour-accent); border-radius: var(--radius-small);
  background: var(--colour-accent); color: var(--colour-on-accent);
  font-weight: 550; font-size: var(--type-size-small); line-height: 1.2; text-align: center; text-decoration: none;
  transition: background var(--motion-fast), border-color var(--motion-fast), color var(--motion-fast);
}
.vt-button:hover { background: var(--colour-accent-strong); border-color: var(--colour-accent-strong); color: var(--colour-on-accent); }
.vt-button[data-look="quiet"] { background: transparent; color: var(--colour-ink); border-color: var(--colour-outline); }
.vt-button[data-look="quiet"]:hover { border-color: var(--colour-ink); color: var(--colour-ink); }
.vt-button:disabled, .vt-button[aria-disabled="true"] {
  background: var(--colour-sunken); border-color: var(--colour-line); color: var(--colour-ink-soft);
}

.vt-field {
  inline-size: 100%; min-block-size: 3rem; padding: var(--space-2) var(--space-4);
  background: var(--colour-raised); border: 1px solid var(--colour-outline); border-radius: var(--radius-small);
}
.vt-field::placeholder { color: var(--colour-ink-soft); opacity: 1; }
.vt-field:focus-visible { outline-offset: 0; border-color: var(--colour-accent); }
input[type="checkbox"], input[type="radio"] { accent-color: var(--colour-accent); inline-size: 1.125rem; block-size: 1.125rem; }

.vt-prose > * + * { margin-block-start: 1em; }
.vt-prose > * + :is(h2, h3, h4) { margin-block-start: 1.6em; }
.vt-prose > :is(h2, h3, h4) + * { margin-block-start: 0.6em; }
.vt-prose h2 { font-size: var(--type-size-title-3); }
.vt-prose h3 { font-size: var(--type-size-title-4); }
.vt-prose :is(ul, ol) { padding-inline-start: 1.25em; }
.vt-prose ul { list-style: disc; }
.vt-prose ol { list-style: decimal; }
.vt-prose li + li { margin-block-start: 0.35em; }
.vt-prose li::marker { color: var(--colour-ink-soft); }
.vt-prose a { color: var(--colour-accent); }
.vt-prose blockquote {
  padding-inline-start: var(--space-5); border-inline-start: 2px solid var(--colour-accent);
  font-family: var(--type-display-family); font-size: var(--type-size-lead);
}

.vt-notice { padding: 0.75rem var(--layout-gutter); background: var(--colour-accent-soft); font-weight: 500; text-align: center; }
.vt-notice form { display: inline; }
.vt-notice button { margin-block: -0.75rem; padding: 0.75rem 0.35rem; color: var(--colour-accent); font: inherit; font-weight: 600; text-decoration: underline; text-underline-offset: 0.22em; }
.vt-notice[data-tone="bad"] { background: var(--colour-sunken); color: var(--colour-bad); }

.vt-price { font-variant-numeric: tabular-nums; }
.vt-price__before { margin-inline-start: 0.35em; color: var(--colour-ink-soft); font-weight: 400; }
.vt-price--sale .vt-price__now { color: var(--colour-sale); }
.vt-price__tax { color: var(--colour-ink-soft); font-weight: 400; font-size: var(--type-size-fine); }
.vt-price__lowest { display: block; margin-block-start: 0.3em; color: var(--colour-ink-soft); font-size: var(--type-size-fine); }

.vt-skip {
  position: fixed; inset-block-start: var(--space-3); inset-inline-start: var(--space-3); z-index: 20;
  padding: var(--space-3) var(--space-5); background: var(--colour-ink); color: var(--colour-ground);
  border-radius: var(--radius-small); translate: 0 -200%;
}
.vt-skip:focus { translate: none; color: var(--colour-ground); }

@view-transition { navigation: auto; }
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after {
    animation-duration: 1ms !important; animation-iteration-count: 1 !important;
    transition-duration: 1ms !important; scroll-behavior: auto !important;
  }
  @view-transition { navigation: none; }
}
@media (forced-colors: active) {
  .vt-button { border: 1px solid ButtonText; }
}
`;
