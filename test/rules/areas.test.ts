import { describe, expect, test } from 'vitest';
import { put } from '../../src/core/collection.ts';
import { units } from '../../src/identity/alliance/index.ts';
import { placesOf, unitsFor } from '../../src/identity/alliance/rules/areas.ts';
import { holding } from '../support/records.ts';

function said(area: string): string {
  return placesOf(area)
    .map((place) => ('name' in place ? place.name : `${place.of}${place.building}`))
    .join(' ');
}

describe('what an area holds', () => {
  test.each([
    ['3、5、7号楼', '3 5 7'],
    ['三、五号楼', '3 5'],
    ['3号楼和5号楼', '3 5'],
    ['3-6栋，天星广场', '3 4 5 6 天星广场'],
    ['3至5号楼', '3 4 5'],
    ['朱雀小区1、2号楼', '朱雀小区1 朱雀小区2'],
    ['人民路', '人民路'],
    ['人民路、3座', '人民路 3'],
    ['9-3号楼', ''],
    ['1-999号楼', ''],
    ['东', ''],
    ['１２号楼', '12'],
  ])('%s', (area, places) => expect(said(area)).toBe(places));
});

describe('whose area a text names', () => {
  const records = holding(
    [units],
    ...(
      [
        ['佳丽', '3、5号楼'],
        ['恒威', '朱雀小区13号楼、天星广场'],
        ['安康', '5号楼、人民路'],
        ['社区', undefined],
      ] as const
    ).map(([name, area]) =>
      put(units, { id: name, name, short: [], kind: 'enterprise', ...(area && { area }) }),
    ),
  );
  test.each([
    ['3号楼2单元楼道灯坏了', '佳丽'],
    ['三号楼楼道灯坏了', '佳丽'],
    ['3 号楼的灯', '佳丽'],
    ['3栋的灯坏了', '佳丽'],
    ['5号楼漏水', '佳丽 安康'],
    ['13号楼漏水', ''],
    ['朱雀小区13号楼漏水', '恒威'],
    ['天星广场太滑', '恒威'],
    ['人民路口的灯', '安康'],
    ['23号楼漏水', ''],
    ['3单元漏水', ''],
    ['3楼漏水', ''],
    ['想借3张桌子', ''],
  ])('%s', (text, whose) =>
    expect(
      unitsFor(text, records)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(whose),
  );
});
