/** Has the browser save a document as a file, as people edit it now. */
export function savePageFile(id: string): void {
  const link = document.createElement('a');
  link.href = `/editor/api/documents/${encodeURIComponent(id)}/file`;
  link.download = `${id}.page.json`;
  link.click();
}
