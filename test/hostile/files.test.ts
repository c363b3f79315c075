import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { documentMaker } from '../../adapters/documents/index.ts';
import { unpackedSize } from '../../adapters/documents/zip.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { picture } from '../../adapters/terminal/picture.ts';
import { photos } from '../../src/core/records.ts';
import { features } from '../../src/features/index.ts';
import { requests } from '../../src/features/requests/index.ts';
import { people } from '../../src/identity/people/index.ts';
import { partitionOf } from '../../src/runtime/partition.ts';
import { playersInMemory } from '../support/conversation.ts';
import { ask } from '../support/read.ts';
import { until } from '../support/until.ts';
import { zipOf } from '../support/zip.ts';

/*
 * Files that are not what they seem. Each is answered in words and loses nothing: what came with it
 * is kept, the bot still helps, and the store can still be read.
 */

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) =>
        typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
      ),
    ),
  );
const sides = (width: number, height: number) => [
  ...[width >> 24, width >> 16, width >> 8, width].map((byte) => byte & 255),
  ...[height >> 24, height >> 16, height >> 8, height].map((byte) => byte & 255),
];
const two = (side: number) => [side >> 8, side & 255];

const png = (width: number, height: number) =>
  bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', sides(width, height), [8, 2, 0, 0, 0]);
/** With segments before the frame, as cameras write them. */
const jpeg = (width: number, height: number) =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xe1, 0, 6, 1, 2, 3, 4],
    [0xff, 0xc2, 0, 17, 8, ...two(height), ...two(width), 3],
  );
const gif = (side: number) => bytes('GIF89a', [side & 255, side >> 8, side & 255, side >> 8]);
const webp = (side: number) =>
  bytes('RIFF\x10\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0', [
    ...[side & 255, (side >> 8) & 255, side >> 16],
    ...[side & 255, (side >> 8) & 255, side >> 16],
  ]);
const withRest = (head: Uint8Array, length: number) => {
  const whole = new Uint8Array(length);
  whole.set(head);
  return whole;
};

async function camera(give: () => Uint8Array) {
  const disk = new MemoryDisk();
  const files = new MemoryBlobs(() => 0);
  const openStore = async () => memoryStore(disk);
  const player = await playersInMemory({ files, openStore, onFetch: async () => give() });
  return { player, disk };
}

async function stands({ player, disk }: Awaited<ReturnType<typeof camera>>): Promise<void> {
  expect(await ask(player, '路人', '帮助')).toContain('我是小联');
  for (const [name] of disk.partitions)
    partitionOf(name, await memoryStore(disk).load(name), features);
}

describe('a photo', () => {
  test.each([
    ['of 50 megapixels in 11 MB', withRest(jpeg(8_160, 6_144), 11_000_000), '超过 10 MB'],
    ['that says it has 4 gigapixels, as JPEG', jpeg(65_535, 65_535), '像素太多'],
    ['that says so as PNG', png(60_000, 60_000), '像素太多'],
    ['that says it is 2³¹ wide', png(0x7fffffff, 1), '像素太多'],
    ['that says so as GIF', gif(65_535), '像素太多'],
    ['that says so as WebP', webp(0xffffff), '像素太多'],
    ['that is a zip named .jpg', zipOf([{ name: 'a', body: picture('x') }]), '不是认得的图片'],
    ['that is a page', bytes('<html><script>alert(1)</script>'), '不是认得的图片'],
    ['that is a program', bytes('MZ\x90\0'), '不是认得的图片'],
    ['of no byte', new Uint8Array(), '不是认得的图片'],
  ])('%s is refused in words, and the request stands', async (_, photo, why) => {
    const whole = await camera(() => photo);
    const { player } = whole;
    player.take();
    await player.say({ name: '张伟', text: '需求 楼道灯坏了', photos: 1 });
    await until(async () => (await player.records()).all(photos)[0]?.state === 'lost');
    await player.settle();
    const said = player.take().map(({ outgoing }) => outgoing.text);
    expect(said.join('\n')).toContain(why);
    const [request] = (await player.records()).all(requests);
    expect(request?.text).toBe('楼道灯坏了');
    await stands(whole);
  });

  test.each([
    ['JPEG of a phone with 50 megapixels', withRest(jpeg(8_160, 6_144), 9_000_000)],
    ['JPEG of a phone with 108 megapixels', jpeg(12_000, 9_000)],
    ['JPEG that is cut off in its head', jpeg(8_160, 6_144).subarray(0, 20)],
    ['PNG that is cut off in its head', png(100, 100).subarray(0, 20)],
    ['GIF of usual size', gif(800)],
    ['WebP of usual size', webp(4_000)],
  ])('%s is kept', async (_, photo) => {
    const whole = await camera(() => photo);
    await whole.player.say({ name: '张伟', text: '需求 楼道灯坏了', photos: 1 });
    await until(async () => (await whole.player.records()).all(photos)[0]?.state === 'kept');
    await stands(whole);
  });
});

const zeros = (length: number) => new Uint8Array(length);
const sheet = { name: 'xl/worksheets/sheet1.xml', body: zeros(1_000) };

describe('a list', () => {
  const FILES: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
    'bomb.xlsx': () => zipOf([{ ...sheet, body: zeros(70_000_000) }]),
    'lying.xlsx': () => zipOf([{ ...sheet, body: zeros(70_000_000), said: 1_000 }]),
    'hiding.xlsx': () => zipOf([sheet], [{ ...sheet, body: zeros(70_000_000) }]),
    'cut.xlsx': () => zipOf([sheet]).subarray(0, 60),
    'picture.xlsx': () => picture('x'),
    'text.xlsx': () => bytes('name,unit'),
    'bomb.csv': () => bytes('a,b\n'.repeat(1_200_000)),
    'zeros.csv': () => zeros(1_000),
    'list.exe': () => bytes('MZ'),
    'huge.csv': () => zeros(5_000_001),
  };

  test.each([
    ['bomb.xlsx', /太大|太多/],
    ['lying.xlsx', /读不|打不开|看不/],
    ['hiding.xlsx', /读不|打不开|看不/],
    ['cut.xlsx', /读不|打不开|看不/],
    ['picture.xlsx', /读不|打不开|看不/],
    ['text.xlsx', /读不|打不开|看不/],
    ['bomb.csv', /太大|太多/],
    ['zeros.csv', /./],
    ['huge.csv', /太大|太多/],
  ])('%s is refused in words, and nobody comes in', async (name, answer) => {
    const disk = new MemoryDisk();
    const tables = documentMaker();
    const player = await playersInMemory({
      tables,
      openStore: async () => memoryStore(disk),
      onFetch: async (file) => (await FILES[file]?.()) ?? new Uint8Array(),
    });
    const before = (await player.records()).all(people).length;
    player.take();
    await player.say({ name: '周敏', private: true, text: '', file: name });
    expect(player.take()[0]?.outgoing.text).toMatch(answer);
    expect((await player.records()).all(people)).toHaveLength(before);
    await stands({ player, disk });
    await tables.close();
  });

  test('with formulas in its cells gives names that are words, or none', async () => {
    const rows = [
      ['姓名', '单位'],
      ['=HYPERLINK("http://x","点我")', '恒威'],
      ['@SUM(A1)', '恒威'],
      ['+1+cmd|/C calc', '恒威'],
      ['李四\n2. 王五 已报', '恒威'],
      ['\u202e赵\u200b六', '恒威'],
    ];
    const tables = documentMaker();
    const xlsx = await writeExcelFile(
      rows.map((row) => row.map((value) => ({ value, type: String }))),
    ).toBuffer();
    const player = await playersInMemory({ tables, onFetch: async () => xlsx });
    await player.say({ name: '周敏', private: true, text: '', file: '名单.xlsx' });
    await player.say({ name: '周敏', private: true, text: '发' });
    const names = (await player.records()).all(people).map(({ name }) => name);
    expect(names).toContain('赵六');
    expect(names.filter((name) => /[\n\p{Cc}\p{Cf}]|^[=@+]/u.test(name))).toEqual([]);
    await tables.close();
  });
});

test('a zip archive is measured without being unpacked to more than it says', () => {
  const most = 60_000_000;
  expect(unpackedSize(zipOf([sheet, { ...sheet, name: 'b' }]), most)).toBe(2_000);
  expect(unpackedSize(zipOf([{ ...sheet, said: 999 }]), most)).toBeUndefined();
  expect(unpackedSize(zipOf([{ ...sheet, said: 1_001 }]), most)).toBeUndefined();
  expect(unpackedSize(zipOf([sheet], [sheet]), most)).toBeUndefined();
  expect(unpackedSize(zipOf([{ ...sheet, said: most + 1 }]), most)).toBe(most + 1);
});
