import { escapeHtml, scriptJson } from '../segments/escape-html.ts';

/** HTML that came late. Inert until the script puts it in place of the fallback with that id; without scripts the fallback stays. */
export function lateTemplate(id: string, html: string): string {
  return `<template data-late="${escapeHtml(id)}">${html}</template>`;
}

/** Puts late HTML in its place and tells the islands' loader. Small, for it is sent with each late slot. */
export const LATE_SCRIPT =
  "document.querySelectorAll('template[data-late]').forEach(t=>{let p=document.getElementById(t.dataset.late);p&&p.replaceWith(t.content);t.remove()});document.dispatchEvent(new Event('vt:late'))";

/** What takes a late instance off the list of those that are waited for: its fallback is there to stay. */
export function giveUpScript(ids: readonly string[]): string {
  return `${scriptJson(ids)}.forEach(id=>{let p=document.getElementById(id);if(p)p.dataset.state='fallback'})`;
}

/**
 * What follows a late instance is not shown before that has come, so that its coming moves nothing a shopper looks at. Where no
 * script says that it will not come, the rest appears when the server stops waiting.
 */
export function lateCss(hardDeadline: number): string {
  const waiting = 'vt-fallback[data-state="late"]';
  return `${waiting}~*,:has(${waiting})~*{visibility:hidden;animation:vt-late 1ms ${hardDeadline}ms forwards}@keyframes vt-late{to{visibility:visible}}`;
}
