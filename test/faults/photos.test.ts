import { expect, test } from 'vitest';
import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { picture } from '../../adapters/terminal/picture.ts';
import { type Photo, photos } from '../../src/core/records.ts';
import { DAY, HOUR, MINUTE } from '../../src/core/time.ts';
import { PhotoUnavailable } from '../../src/ports/chat.ts';
import type { Player } from '../../tools/play/player.ts';
import { players } from '../support/conversation.ts';
import { until } from '../support/until.ts';

const ALLIANCE = 'tianxing';

/**
 * The bot on disks that can be full, and a platform that gives photos out as it is told; it counts
 * how often it is asked.
 */
async function camera(
  give: (photo: string) => Promise<Uint8Array> = async (photo) => picture(photo),
) {
  const disk = new MemoryDisk();
  const clock = { now: () => 0 };
  const files = new MemoryBlobs(() => clock.now());
  const ground = { files, openStore: async () => memoryStore(disk) };
  const asked: string[] = [];
  const platform = { give };
  const onFetch = (photo: string) => {
    asked.push(photo);
    return platform.give(photo);
  };
  const player = await players({ ...ground, onFetch });
  clock.now = () => player.clock.now();
  return { player, files, disk, asked, platform, ground };
}

async function photosOf(player: Player): Promise<readonly Photo[]> {
  return (await player.records()).all(photos);
}

async function states(player: Player): Promise<readonly string[]> {
  return (await photosOf(player)).map((one) => (one.state === 'lost' ? one.why : one.state));
}

const request = { name: '张伟', text: '需求 楼道灯坏了', photos: 1 };

test('a photo that a decision keeps is a file at once; other photos are never asked for', async () => {
  const { player, files, asked } = await camera();
  await player.say({ name: '张伟', text: '', photos: 2 });
  await player.say({ name: '李娟', text: '看看这个', photos: 1 });
  expect(asked).toEqual([]);
  await player.say(request);
  const kept = await photosOf(player);
  expect(kept).toHaveLength(3);
  for (const [index, one] of kept.entries()) {
    if (one.state !== 'kept') throw new Error(one.state);
    const bytes = await files.get(ALLIANCE, one.file);
    expect(bytes && Buffer.from(bytes)).toEqual(Buffer.from(picture(asked[index] ?? '')));
    expect(one).toMatchObject({ kind: 'png', size: bytes?.length });
  }
  expect(await files.names(ALLIANCE)).toHaveLength(3);
});

test('the process ends before the photo is there: the next one fetches it', async () => {
  const { player, asked, platform } = await camera(() => new Promise(() => {}));
  void player.say(request);
  await until(() => asked.length === 1);
  expect(await states(player)).toEqual(['wanted']);
  platform.give = async (photo) => picture(photo);
  await player.crash();
  expect(await states(player)).toEqual(['kept']);
});

test('a platform that fails is asked again, a little later each time', async () => {
  const { player, asked, platform } = await camera(async () => {
    throw new Error('502');
  });
  await player.say(request);
  expect(asked).toHaveLength(1);
  await player.pass(player.clock.now() + 1_000);
  expect(asked).toHaveLength(2);
  platform.give = async (photo) => picture(photo);
  await player.pass(player.clock.now() + 2_000);
  expect(asked).toHaveLength(3);
  expect(await states(player)).toEqual(['kept']);
});

test('a platform that does not answer keeps the other photos for a minute, no longer', async () => {
  const { player, asked, platform } = await camera();
  platform.give = (photo) =>
    asked.length === 1 ? new Promise(() => {}) : Promise.resolve(picture(photo));
  void player.say({ ...request, photos: 2 });
  await until(() => asked.length === 1);
  expect(await states(player)).toEqual(['wanted', 'wanted']);
  player.clock.moveTo(player.clock.now() + MINUTE);
  await player.settle();
  await player.pass(player.clock.now() + MINUTE);
  expect(await states(player)).toEqual(['kept', 'kept']);
});

test('after a day it is given up, and whoever sent it is asked for another one', async () => {
  const { player } = await camera(async () => {
    throw new Error('502');
  });
  await player.say(request);
  await player.pass(player.clock.now() + DAY - HOUR);
  expect(await states(player)).toEqual(['wanted']);
  player.take();
  await player.pass(player.clock.now() + 2 * HOUR);
  expect(await states(player)).toEqual(['late']);
  const texts = player.take().map(({ outgoing }) => outgoing.text);
  expect(texts).toContain('这张照片没能存下来（等了一天也没取到），请换一张再发一次');
});

test('a platform that is not connected is waited for', async () => {
  const disk = new MemoryDisk();
  const openStore = async () => memoryStore(disk);
  const answer = Promise.withResolvers<Uint8Array>();
  let asked = false;
  const onFetch = () => {
    asked = true;
    return answer.promise;
  };
  const before = await players({ openStore, platforms: ['wechat'], onFetch });
  void before.say({ ...request, platform: 'wechat' });
  await until(() => asked);
  const alone = await players({ openStore, platforms: ['terminal'] });
  await alone.pass(alone.clock.now() + 5 * MINUTE);
  expect(await states(alone)).toEqual(['wanted']);
  const together = await players({ openStore, platforms: ['terminal', 'wechat'] });
  expect(await states(together)).toEqual(['kept']);
  answer.resolve(picture('too late'));
});

const large = new Uint8Array(30 * 1024 * 1024);
large.set(picture('large'));

test.each([
  ['gone', () => Promise.reject(new PhotoUnavailable('gone')), '原图已经取不到了'],
  ['large', () => Promise.reject(new PhotoUnavailable('large')), '超过 10 MB，或像素太多'],
  ['large', async () => large, '超过 10 MB，或像素太多'],
  ['unknown', async () => new TextEncoder().encode('<html>502</html>'), '不是认得的图片'],
  ['unknown', async () => new Uint8Array(0), '不是认得的图片'],
] as const)(
  'what can never be kept is lost, %s, and said once for all photos of a message',
  async (why, give, words) => {
    const { player, files, asked } = await camera(give);
    await player.say({ ...request, photos: 2 });
    expect(await states(player)).toEqual([why, why]);
    const texts = player.take().map(({ outgoing }) => outgoing.text);
    expect(texts.filter((text) => text.includes('没能存下来'))).toEqual([
      `这张照片没能存下来（${words}），请换一张再发一次`,
    ]);
    await player.restart();
    await player.pass(player.clock.now() + DAY);
    expect(asked).toHaveLength(2);
    expect(await files.names(ALLIANCE)).toEqual([]);
  },
);

test('a full disk loses nothing, however long it is full', async () => {
  const { player, files, disk } = await camera();
  files.full = true;
  await player.say(request);
  await player.pass(player.clock.now() + 3 * DAY);
  expect(await states(player)).toEqual(['wanted']);
  files.full = false;
  await player.pass(player.clock.now() + 5 * MINUTE);
  expect(await states(player)).toEqual(['kept']);
  expect(await files.names(ALLIANCE)).toHaveLength(1);
  // The file is there, and that it is cannot be remembered.
  const put = files.put.bind(files);
  files.put = async (...args) => {
    disk.full = true;
    return put(...args);
  };
  await player.say({ ...request, text: '需求 北门垃圾没人清' });
  files.put = put;
  disk.full = false;
  await player.pass(player.clock.now() + 5 * MINUTE);
  expect(await states(player)).toEqual(['kept', 'kept']);
});

test('a platform may call a photo anything', async () => {
  const { player, asked } = await camera();
  await player.say({ ...request, photos: ['__proto__', 'constructor', '../../x', ''] });
  expect(asked).toEqual(['__proto__', 'constructor', '../../x', '']);
  expect(await states(player)).toEqual(['kept', 'kept', 'kept', 'kept']);
  await player.restart();
  expect(await states(player)).toHaveLength(4);
});

test('one photo that is sent again is fetched once; one that was lost is tried anew', async () => {
  const { player, asked, platform } = await camera(() =>
    Promise.reject(new PhotoUnavailable('gone')),
  );
  await player.say({ ...request, photos: ['a'] });
  platform.give = async (photo) => picture(photo);
  for (const text of ['需求 北门垃圾没人清', '需求 树倒了'])
    await player.say({ ...request, text, photos: ['a'] });
  expect(await states(player)).toEqual(['kept']);
  expect(asked).toEqual(['a', 'a']);
});

test('lost in one month and kept in the next it is still one photo, after a restart too', async () => {
  const { player, platform } = await camera(() => Promise.reject(new PhotoUnavailable('gone')));
  await player.say({ ...request, photos: ['a'] });
  await player.pass(player.clock.now() + 20 * DAY);
  platform.give = async (photo) => picture(photo);
  await player.say({ ...request, text: '需求 树倒了', photos: ['a'] });
  await player.restart();
  expect(await states(player)).toEqual(['kept']);
});

test('a photo that was taken back is forgotten within two days, a file that no photo is too, and none before it is a day old', async () => {
  const { player, files } = await camera(async (photo) => picture(photo === 'a' ? 'same' : photo));
  await player.say({ ...request, photos: ['a'] });
  await player.say({ name: '张伟', text: '1', photos: ['b'] });
  await player.say({ name: '张伟', text: '/撤销' });
  await player.say({ name: '李娟', text: '需求 树倒了', photos: ['same'] });
  const orphan = await files.put(ALLIANCE, picture('left behind by a crash'), 'png');
  const elsewhere = await files.put('another', picture('of another alliance'), 'png');
  expect(await files.names(ALLIANCE)).toHaveLength(3);
  await player.pass(player.clock.now() + DAY - HOUR);
  // Another process may just have named a file of the same content.
  expect(await files.names(ALLIANCE)).toHaveLength(3);
  await player.pass(player.clock.now() + DAY + HOUR);
  expect((await photosOf(player)).map(({ id }) => id)).toEqual(['terminal:a', 'terminal:same']);
  const left = await files.names(ALLIANCE);
  expect(left).toEqual([expect.any(String)]);
  expect(left).not.toContain(orphan);
  expect(await files.names('another')).toEqual([elsewhere]);
});
