import { toBuffer } from 'qrcode';

/** A QR code as a picture, large enough to be printed. */
export async function codeBytes(text: string): Promise<Uint8Array> {
  return new Uint8Array(await toBuffer(text, { width: 640, margin: 2 }));
}
