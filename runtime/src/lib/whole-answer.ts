import { hash } from 'node:crypto';
import { gzip, gzipSync } from 'node:zlib';
import type { FlatHeaders } from './headers/security-headers.ts';

/** A finished answer as node:http takes it. */
export interface FinishedAnswer {
  readonly status: number;
  readonly headers: FlatHeaders;
  readonly body: Buffer;
}

/** The same for everyone, and recognised by its tag. */
export interface ConstantAnswer extends FinishedAnswer {
  readonly etag: string;
}

/** For whom waits, and for what is sent many times. */
const QUICK = 4;
const BEST = 9;

/** The one answer of a page without holes, each encoding made when it is first asked for. */
export class WholeAnswer {
  private readonly etag: string;
  private readonly status: number;
  private readonly headers: FlatHeaders;
  private readonly bytes: Buffer;
  private readonly isKept: () => boolean;
  private identity: ConstantAnswer | undefined;
  private packed: ConstantAnswer | undefined;

  /** `isKept` says whether the page will be sent again: then it is compressed once more behind the first answer, as well as can be. */
  constructor({ status, headers, body }: FinishedAnswer, isKept: () => boolean) {
    this.status = status;
    this.headers = headers;
    this.bytes = body;
    this.isKept = isKept;
    this.etag = `W/"${hash('sha256', body, 'base64url').slice(0, 22)}"`;
  }

  answer(acceptsGzip: boolean): ConstantAnswer {
    if (acceptsGzip) {
      this.packed ??= this.pack();
      return this.packed;
    }
    this.identity ??= this.answerOf(this.bytes);
    return this.identity;
  }

  private pack(): ConstantAnswer {
    if (this.isKept())
      gzip(this.bytes, { level: BEST }, (error, packed) => {
        if (!error) this.packed = this.answerOf(packed, GZIP);
      });
    return this.answerOf(gzipSync(this.bytes, { level: QUICK }), GZIP);
  }

  private answerOf(body: Buffer, encoding: FlatHeaders = []): ConstantAnswer {
    const { etag, status } = this;
    const headers = [...this.headers, 'etag', etag, ...encoding, 'content-length', String(body.length)];
    return { etag, status, headers, body };
  }
}

const GZIP: FlatHeaders = ['content-encoding', 'gzip'];
