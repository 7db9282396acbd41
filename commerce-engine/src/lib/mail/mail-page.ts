/** A mail's HTML around its parts, which are HTML already. */
export function mailPage(locale: string, parts: readonly string[]): string {
  return `<!doctype html><html lang="${escapeHtml(locale)}"><body style="margin:0;padding:32px 16px;background:#f6f3ec;color:#1d2526;font:16px/1.5 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto;padding:32px;background:#fffdf8;border-radius:12px">${parts.join('')}</div></body></html>`;
}

/** The one thing the reader may want to do. */
export function mailButton(link: string, label: string): string {
  return `<p style="margin:24px 0 0"><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#17514f;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></p>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
