import { escapeHtml } from '../segments/escape-html.ts';

/** HTML that came late. Inert until the script puts it in place of the fallback with that id; without scripts the fallback stays. */
export function lateTemplate(id: string, html: string): string {
  return `<template data-late="${escapeHtml(id)}">${html}</template>`;
}

/** Puts late HTML in its place and tells the islands' loader. Small, for it is sent with each late slot. */
export const LATE_SCRIPT =
  "document.querySelectorAll('template[data-late]').forEach(t=>{let p=document.getElementById(t.dataset.late);p&&p.replaceWith(t.content);t.remove()});document.dispatchEvent(new Event('vt:late'))";
