/** Where original pictures come from: a folder, a bucket, drawings made by code. */
export interface ImageSource {
  /**
   * The original at this path, for example `demo/mug-01.svg`; `undefined` = there is none. The path has been checked:
   * plain segments, no `..`. Any raster format or SVG.
   */
  open(src: string): Promise<Uint8Array | undefined>;
  /**
   * What is known of a picture that may be replaced under its path; `undefined` = it never changes, or there is none. Asked for
   * every request: it must answer from memory as a rule.
   */
  look?(src: string): Promise<PictureFacts | undefined>;
  /** Changes when pictures may differ under the same path, so that kept renditions are made anew. */
  readonly version?: string;
}

export interface PictureFacts {
  /** Names the file behind the path now. */
  readonly revision: string;
  /** Parts of it that may be asked for, as addresses write them; others would be work without end for whoever makes them up. */
  readonly crops: readonly string[];
}
