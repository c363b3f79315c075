/** 8 × 8 points of one blue. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGNwaDiAFTEMLQkAYvNgAXSglMMAAAAASUVORK5CYII=',
  'base64',
);

/**
 * A small picture, what `[图片]` stands for where nobody has a camera. The name stands behind its
 * end, where no reader looks: other names are other contents.
 */
export function picture(name: string): Uint8Array {
  return new Uint8Array(Buffer.concat([PNG, Buffer.from(name)]));
}
