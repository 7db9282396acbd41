/** Where original pictures come from: a folder, a bucket, drawings made by code. */
export interface ImageSource {
  /**
   * The original at this path, for example `demo/mug-01.svg`; `undefined` = there is none. The path has been checked:
   * plain segments, no `..`. Any raster format or SVG.
   */
  open(src: string): Promise<Uint8Array | undefined>;
  /** Changes when pictures may differ under the same path, so that kept renditions are made anew. */
  readonly version?: string;
}
