/** What no module's HTML may hold. Returns the broken rules as sentences. */
export function checkHtml(html: string): string[] {
  const problems: string[] = [];
  if (/<script\b/i.test(html)) problems.push('a <script> in the HTML; code belongs to an island');
  const handler = /<[^>]*\s(on[a-z]+)="/i.exec(html.replace(/="[^"]*"/g, '=""'));
  if (handler) problems.push(`an inline handler "${handler[1]}"; the page's security policy refuses it`);
  if (/(?:href|src|action)="\s*javascript:/i.test(html)) problems.push('an address that runs code');
  const text = />([^<]*(?:\[object \w+\]|\bundefined\b|\bNaN\b)[^<]*)</.exec(html);
  if (text) problems.push(`the text "${text[1]!.trim()}", which no one wrote`);
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) problems.push(`the id "${twice}" twice`);
  for (const [image] of html.matchAll(/<img\b[^>]*>/g)) {
    if (!/\salt="/.test(image)) problems.push('a picture without alt');
    if (!/\swidth="/.test(image) || !/\sheight="/.test(image))
      problems.push('a picture without width and height; it would jump');
  }
  return problems;
}
