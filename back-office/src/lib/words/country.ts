const names = new Intl.DisplayNames(undefined, { type: 'region', fallback: 'code' });

/** The name of a country, by its two letters. */
export function country(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const codes =
  'AD AL AT AU BA BE BG BR CA CH CN CY CZ DE DK EE ES FI FR GB GE GI GR HK HR HU IE IL IN IS IT JP KR LI LT LU LV MC MD ME MK MT MX NL NO NZ PL PT RO RS SE SG SI SK SM TR UA US VA ZA';

/** Countries to choose from, by name. */
export function countries(): { readonly value: string; readonly label: string }[] {
  return codes
    .split(' ')
    .map((code) => ({ value: code, label: country(code) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
