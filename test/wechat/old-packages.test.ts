import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * Below wechaty lie old packages that nobody keeps any more: request 2.88.2 with tough-cookie 2.5.0,
 * nth-check 1.0.2 (through open-graph) and phin 2.9.3 (through jimp). They are reached by a link card
 * that is made of an address (`UrlLink.create`), and by pictures that are read from an address or as
 * QR codes. The adapter does none of that; whoever changes it finds this test. xml2js, which the
 * puppet wechat4u does use, is overridden by a kept version. All of them are left out where WeChat
 * is: `npm ci --omit=optional --omit=dev`.
 */

interface Locked {
  readonly version?: string;
  readonly optional?: true;
  readonly devOptional?: true;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '../..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const locked = Object.entries(lock.packages).map(([path, one]) => ({
  path,
  name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  ...one,
}));
const named = (name: string) => locked.filter((one) => one.name === name);
const neededBy = (name: string) =>
  locked
    .filter((one) => name in { ...one.dependencies, ...one.optionalDependencies })
    .map((one) => one.name);

const WAYS = /UrlLink|\.toQRCode|fromQRCode|\bjimp\b|open-graph|\brequest\(/i;

test('the adapter takes none of the ways to the old packages below wechaty', () => {
  const folder = join(root, 'adapters/wechat');
  const found = readdirSync(folder).flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return name.endsWith('.ts') && WAYS.test(text) ? [`${name}: ${WAYS.exec(text)?.[0]}`] : [];
  });
  expect(found).toEqual([]);
});

describe('what is old', () => {
  const OLD: readonly (readonly [string, string, string])[] = [
    ['request', '2.88.2', 'open-graph'],
    ['tough-cookie', '2.5.0', 'request'],
    ['nth-check', '1.0.2', 'css-select'],
    ['phin', '2.9.3', '@jimp/core'],
  ];

  test.each(OLD)('%s %s is there for %s alone, and only with WeChat', (name, version, by) => {
    const old = named(name).filter((one) => one.version === version);
    expect(old.map(({ path }) => path)).toEqual([`node_modules/${name}`]);
    expect(old.every(({ optional, devOptional }) => optional ?? devOptional)).toBe(true);
    expect(neededBy(name)).toContain(by);
  });

  test('they hang below the packages by which the ways lead', () => {
    expect(neededBy('open-graph')).toEqual(['wechaty']);
    expect(neededBy('request')).toEqual(['open-graph']);
    expect(neededBy('tough-cookie')).toEqual(['request']);
    expect(neededBy('jimp')).toEqual(['file-box']);
  });

  test('xml2js is overridden by a version that is kept, for everybody who needs it', () => {
    expect(named('xml2js').map(({ version }) => version)).toEqual([
      expect.stringMatching(/^0\.(?:[6-9]|\d\d)\./),
    ]);
    expect(neededBy('xml2js')).toContain('wechaty-puppet-wechat4u');
  });

  test('nothing that the bot itself depends on needs any of them', () => {
    const own = new Set<string>();
    const reach = (name: string) => {
      if (own.has(name)) return;
      own.add(name);
      for (const one of named(name))
        for (const next of Object.keys(one.dependencies ?? {})) reach(next);
    };
    for (const name of Object.keys(lock.packages['']?.dependencies ?? {})) reach(name);
    expect([...own].length).toBeGreaterThan(20);
    expect(['xml2js', ...OLD.map(([name]) => name)].filter((name) => own.has(name))).toEqual([]);
  });
});
