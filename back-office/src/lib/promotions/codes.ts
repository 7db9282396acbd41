// Without letters and figures that are taken for one another.
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Codes nobody guesses, all different: a word of one's own in front and eight letters or figures. */
export function makeCodes(count: number, word: string): string[] {
  const codes = new Set<string>();
  while (codes.size < count) codes.add(`${word}${randomLetters(8)}`);
  return [...codes];
}

function randomLetters(length: number): string {
  let text = '';
  while (text.length < length) {
    // What lies beyond a whole number of alphabets would make the first letters likelier.
    const usable = [...crypto.getRandomValues(new Uint8Array(length * 2))].filter((byte) => byte < 240);
    text += usable.map((byte) => letters[byte % letters.length]).join('');
  }
  return text.slice(0, length);
}

/** Codes somebody typed or pasted, one to a line or with commas between. */
export function readCodes(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\s,;]+/)
        .map((code) => code.trim())
        .filter(Boolean),
    ),
  ];
}

/** Hands rows to the browser as a file that spreadsheets open. */
export function download(name: string, rows: readonly (readonly (string | number)[])[]): void {
  const cell = (value: string | number) => {
    const text = String(value);
    // A spreadsheet would run what begins like a formula.
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const csv = rows.map((row) => row.map(cell).join(',')).join('\r\n');
  const url = URL.createObjectURL(new Blob([`\uFEFF${csv}\r\n`], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
