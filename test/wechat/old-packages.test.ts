import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/*
 * Below wechaty lie old packages that nobody keeps any more: request 2.88.2 with tough-cookie 2.5.0
 * and nth-check 1.0.2 (through open-graph), phin 2.9.3 (through jimp), xml2js 0.4.23 (through
 * wechat4u). They are reached by a link card that is made of an address (`UrlLink.create`), by
 * pictures that are read from an address or as QR codes; xml2js only where somebody sets the puppet
 * wechat4u. The adapter does none of that by itself; whoever changes it finds this test.
 */

const root = join(import.meta.dirname, '../..');
const WAYS = /UrlLink|\.toQRCode|fromQRCode|\bjimp\b|open-graph|\brequest\(/i;

test('the adapter takes none of the ways to the old packages below wechaty', () => {
  const folder = join(root, 'adapters/wechat');
  const found = readdirSync(folder).flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return name.endsWith('.ts') && WAYS.test(text) ? [`${name}: ${WAYS.exec(text)?.[0]}`] : [];
  });
  expect(found).toEqual([]);
});

test('the versions are the ones that were looked at', () => {
  const version = (path: string) =>
    (
      JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
        packages: Record<string, { version?: string }>;
      }
    ).packages[path]?.version;
  expect([
    version('node_modules/request'),
    version('node_modules/open-graph'),
    version('node_modules/wechaty'),
    version('node_modules/@jimp/core'),
  ]).toEqual(['2.88.2', '0.2.6', '1.20.2', '0.16.13']);
});
