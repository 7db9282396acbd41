/** A body that cannot be used, with the status and the sentence to answer. */
export class BodyProblem extends Error {
  override readonly name = 'BodyProblem';
  readonly status: 400 | 413 | 415;

  constructor(status: 400 | 413 | 415, message: string) {
    super(message);
    this.status = status;
  }
}

const bodyLimit = 64 * 1024;

/** Reads a body of at most so many bytes, and no piece more, whatever its headers say. @throws BodyProblem */
async function readBody(request: Request, limit = bodyLimit): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new BodyProblem(413, `The body is larger than ${limit} bytes. Send less in one request.`);
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      throw new BodyProblem(400, 'The body ended before it was complete.');
    });
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => {});
      throw tooLarge();
    }
    parts.push(value);
  }
  const body = new Uint8Array(size);
  let place = 0;
  for (const part of parts) {
    body.set(part, place);
    place += part.byteLength;
  }
  return body;
}

/** A posted text of at most `limit` bytes, 64 kB when nothing is said. @throws BodyProblem */
export async function readText(request: Request, limit?: number): Promise<string> {
  return decode(await readBody(request, limit));
}

/** The fields of a posted form; a field that comes several times is a list. @throws BodyProblem */
export async function readForm(request: Request): Promise<Record<string, string | string[]>> {
  const contentType = request.headers.get('content-type') ?? '';
  const kind = contentType.split(';')[0]!.trim().toLowerCase();
  if (kind === 'application/x-www-form-urlencoded') {
    const text = await readText(request);
    if (/%(?![0-9a-fA-F]{2})/.test(text)) throw new BodyProblem(400, 'The form is not encoded as a form.');
    return fieldsOf(new URLSearchParams(text));
  }
  if (kind !== 'multipart/form-data')
    throw new BodyProblem(415, `Expected a form, got "${kind || 'no content type'}".`);
  const body = await readBody(request);
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => {
    throw new BodyProblem(400, 'The form is not encoded as a form.');
  });
  return fieldsOf(form);
}

function fieldsOf(entries: Iterable<[string, FormDataEntryValue]>): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of entries) {
    if (typeof value !== 'string')
      throw new BodyProblem(400, `Field "${name.slice(0, 100)}" is a file; expected text.`);
    if (value.includes('\uFFFD')) throw new BodyProblem(400, `Field "${name.slice(0, 100)}" is not UTF-8.`);
    const known = fields[name];
    if (known === undefined) fields[name] = value;
    else if (Array.isArray(known)) known.push(value);
    else fields[name] = [known, value];
  }
  return { ...fields };
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new BodyProblem(400, 'The body is not UTF-8.');
  }
}
