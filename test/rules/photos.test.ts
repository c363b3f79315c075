import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Picture, someOf } from '../../src/features/requests/rules/pictures.ts';
import { kindOf } from '../../src/runtime/photos/kind.ts';

const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

test.each([
  ['jpg', '\xff\xd8\xff\xe0\x00\x10JFIF'],
  ['jpg', '\xff\xd8\xff\xe1\x00\x10Exif'],
  ['png', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a...'],
  ['webp', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
  ['heic', '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00'],
  ['heic', '\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00'],
  [undefined, ''],
  [undefined, '\xff\xd8'],
  [undefined, '\x89PNG'],
  [undefined, 'RIFF\x24\x00\x00\x00WAVEfmt '],
  [undefined, '\x00\x00\x00\x18ftypmp42'],
  [undefined, '%PDF-1.7'],
  [undefined, '<svg xmlns="http://www.w3.org/2000/svg">'],
  [undefined, '<html>\xff\xd8\xff'],
])('%s by how it begins', (kind, beginning) => {
  expect(kindOf(latin(beginning))).toBe(kind);
});

const picture = fc.record({
  photo: fc.uuid(),
  step: fc.constantFrom('before' as const, 'underway' as const, 'after' as const),
  at: fc.nat(),
});

test('some of the photos: not more than that, in their order, and both of before and of the work where there are both', () => {
  fc.assert(
    fc.property(
      fc.array(picture, { maxLength: 20 }),
      fc.integer({ min: 2, max: 10 }),
      (drawn, most) => {
        const isBefore = ({ step }: Picture) => step === 'before';
        const all = [...drawn.filter(isBefore), ...drawn.filter((one) => !isBefore(one))];
        const some = someOf(all, most);
        expect(some).toHaveLength(Math.min(most, all.length));
        expect(all.filter((one) => some.includes(one))).toEqual(some);
        for (const side of [true, false])
          expect(some.some((one) => isBefore(one) === side)).toBe(
            all.some((one) => isBefore(one) === side),
          );
        // What came of it in the end is never left out.
        if (!all.every(isBefore)) expect(some.at(-1)).toBe(all.at(-1));
      },
    ),
  );
});
