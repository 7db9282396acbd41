/** HTML that is safe as it stands. */
export interface Html {
  readonly html: string;
}

/** HTML whose inserted texts become text, whatever they contain; lists are put one after the other. */
export function html(parts: TemplateStringsArray, ...inserted: readonly Insertable[]): Html {
  return {
    html: parts.map((part, at) => part + (at < inserted.length ? textOf(inserted[at]) : '')).join(''),
  };
}

type Insertable = string | number | undefined | Html | readonly Html[];

/** A whole page for A4 or Letter, in one request. */
export function documentPage({
  locale,
  title,
  body,
}: {
  readonly locale: string;
  readonly title: string;
  readonly body: Html;
}): string {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${{ html: css }}</style>
</head>
<body>
${body}
</body>
</html>
`.html;
}

const css = `
@page { margin: 18mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 180mm; padding: 8mm; color: #111; background: #fff; font: 11pt/1.45 system-ui, sans-serif }
h1 { margin: 0 0 2mm; font-size: 20pt }
h2 { margin: 8mm 0 2mm; font-size: 11pt }
address { font-style: normal }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 6mm; margin: 4mm 0 }
dt { color: #555 }
dd { margin: 0 }
table { width: 100%; margin-top: 6mm; border-collapse: collapse }
th, td { padding: 2mm 0; border-bottom: 0.3mm solid #bbb; text-align: start; vertical-align: top }
th:first-child, td:first-child { width: 18mm; font-variant-numeric: tabular-nums }
tr { break-inside: avoid }
thead { display: table-header-group }
small { color: #555 }
th.amount { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums }
td.amount { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums }
.sums { margin-inline-start: auto; width: auto; min-width: 80mm }
.sums td:first-child { width: auto; padding-inline-end: 8mm }
.sums tr:last-child td { border-bottom: 0; font-weight: 700 }
.parties { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; margin-bottom: 8mm }
footer { margin-top: 12mm; color: #555; font-size: 9pt }
.message { margin: 0; white-space: pre-line }
.code { margin: 4mm 0; font: 700 36pt/1.1 ui-monospace, monospace; letter-spacing: 0.12em }
@media print { body { max-width: none; padding: 0 } }
`;

function textOf(inserted: Insertable): string {
  if (inserted === undefined) return '';
  if (typeof inserted === 'object')
    return 'html' in inserted ? inserted.html : inserted.map((each) => each.html).join('');
  return String(inserted).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
