const linkSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:']);
const mediaSchemes = new Set(['https:']);

/** Whether a link may lead there: this shop, `http(s):`, `mailto:`, `tel:` or `sms:`. Nothing that runs code. */
export function isSafeLink(address: string): boolean {
  return allows(linkSchemes, address);
}

/** Whether a picture or film may be loaded from there: a path of this shop without `..`, or `https:`. */
export function isSafeMedia(address: string): boolean {
  if (address === '' || /^[/\\]{2}/.test(address)) return false;
  const path = address.split(/[?#]/, 1)[0]!;
  return allows(mediaSchemes, address) && !path.split(/[/\\]/).includes('..') && !/%2e|%2f|%5c/i.test(path);
}

// Browsers drop tabs and line ends anywhere in an address and control characters before it, so `java\nscript:` is a
// scheme to them. Whatever holds one is refused instead of repaired.
function allows(schemes: ReadonlySet<string>, address: string): boolean {
  if (hasControlCharacter(address)) return false;
  const scheme = /^\s*([a-z][a-z0-9+.-]*:)/i.exec(address)?.[1];
  if (scheme) return schemes.has(scheme.toLowerCase());
  // A colon before any slash could still be read as a scheme (`&#106;avascript:`, `%6Aavascript:`).
  return !address.split(/[/?#]/, 1)[0]!.includes(':');
}

function hasControlCharacter(address: string): boolean {
  for (const character of address) {
    const code = character.codePointAt(0)!;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  }
  return false;
}
