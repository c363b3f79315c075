import type { Kind } from './kind.ts';

/** A picture of more would fill the memory of whoever opens it: no camera of a phone takes it. */
const MOST_PIXELS = 120_000_000;

/**
 * Whether a picture says of itself that it is larger than anybody should open: a few bytes can come
 * to gigabytes. The bot itself opens none.
 */
export function isHuge(bytes: Uint8Array, kind: Kind): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = sizeOf[kind]?.(view);
  return size !== undefined && size.width * size.height > MOST_PIXELS;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the heads of pictures say; undefined where they are cut off. HEIC says it too deep inside. */
const sizeOf: Readonly<Partial<Record<Kind, (view: DataView) => Size | undefined>>> = {
  png: (view) =>
    view.byteLength < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) },
  gif: (view) =>
    view.byteLength < 10
      ? undefined
      : { width: view.getUint16(6, true), height: view.getUint16(8, true) },
  jpg: jpegSize,
  webp: webpSize,
};

/** The frame stands behind other segments, each of which says how long it is. */
function jpegSize(view: DataView): Size | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // Fill bytes stand alone.
    at += marker === 0xff ? 1 : 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

function webpSize(view: DataView): Size | undefined {
  if (view.byteLength < 30) return undefined;
  const form = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  // Both others cannot say more than 16,384 on each side, and are opened as they come.
  return form === 'VP8X' ? { width: three(24) + 1, height: three(27) + 1 } : undefined;
}
