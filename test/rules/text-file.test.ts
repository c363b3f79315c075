import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadSettings, readJsonFile, readTextFile } from '../../adapters/text-file.ts';
import { temporaryFolder } from '../support/conversation.ts';

/** 名字=天星, as editors on Windows save it. */
const GBK = Buffer.from([0xc3, 0xfb, 0xd7, 0xd6, 0x3d, 0xcc, 0xec, 0xd0, 0xc7]);

function utf16(text: string, isBig: boolean, mark: boolean): Buffer {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

function fileWith(content: Uint8Array | string, name = 'file'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

describe('a text file of the operator', () => {
  it.each([
    ['UTF-8', Buffer.from('名字=天星')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF名字=天星')],
    ['UTF-16', utf16('名字=天星', false, true)],
    ['big-endian UTF-16', utf16('名字=天星', true, true)],
    ['GBK', GBK],
  ])('in %s is read', (_, content) => {
    expect(readTextFile(fileWith(content))).toBe('名字=天星');
  });

  it('in UTF-16 without a mark is read by its Latin letters', () => {
    for (const isBig of [true, false])
      expect(readTextFile(fileWith(utf16('LOG_LEVEL=debug', isBig, false)))).toBe(
        'LOG_LEVEL=debug',
      );
  });

  it.each([
    ['is no text at all', Buffer.from([0x89, 0x50, 0xff, 0xff, 0x00, 0x00, 0x00]), '另存为 UTF-8'],
    ['is not there', undefined, '没有这个文件'],
  ])('that %s is named, with what to do', (_, content, told) => {
    const path = content === undefined ? join(temporaryFolder(), 'none') : fileWith(content);
    const reading = () => readTextFile(path);
    expect(reading).toThrow(path);
    expect(reading).toThrow(
      expect.objectContaining({
        text: { zh: expect.stringContaining(told), en: expect.anything() },
      }),
    );
  });

  it('that is not JSON is named with its line, in words', () => {
    const path = fileWith('{\r\n  "a": 1,\r\n  "b": “二”\r\n}', 'alliance.json');
    expect(() => readJsonFile(path)).toThrow(`${path} is not JSON near line 3（“）.`);
  });
});

describe('the file of settings', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['a byte order mark and CRLF', Buffer.from('\uFEFFTEST_TOKEN=1:abc\r\nTEST_OTHER="x y"\r\n')],
    ['UTF-16', utf16('TEST_TOKEN=1:abc\r\nTEST_OTHER="x y"\r\n', false, true)],
    [
      'GBK in a comment',
      Buffer.concat([
        Buffer.from('# '),
        GBK,
        Buffer.from('\nTEST_TOKEN=1:abc\nTEST_OTHER="x y"\n'),
      ]),
    ],
  ])('with %s sets the first line, too', (_, content) => {
    vi.stubEnv('TEST_TOKEN', undefined);
    vi.stubEnv('TEST_OTHER', undefined);
    loadSettings(fileWith(content, '.env'));
    expect(process.env).toMatchObject({ TEST_TOKEN: '1:abc', TEST_OTHER: 'x y' });
  });

  it('changes nothing that is set already, and need not be there', () => {
    vi.stubEnv('TEST_TOKEN', 'own');
    loadSettings(fileWith('TEST_TOKEN=other', '.env'));
    loadSettings(join(temporaryFolder(), '.env'));
    expect(process.env['TEST_TOKEN']).toBe('own');
  });
});
