const PLACE =
  /(?:\p{Script=Han}{2,6}(?:小区|花园|新村|公寓|广场|苑))?\s?\d{1,3}\s?(?:号楼|栋|幢|号院|座)(?:\s?\d{1,2}\s?(?:单元|门))?(?:\s?\d{1,2}\s?(?:层|楼(?!道)))?|\p{Script=Han}{2,6}(?:小区|花园|新村|公寓|广场|公园)|[东南西北][大小侧]?门(?![诊店])/u;

/** `3号楼2单元`, as typed; rooms are left out, they are nobody's business. */
export function placeIn(text: string): string | undefined {
  return PLACE.exec(text)?.[0].replace(/\s/g, '');
}

/** A text without the place that it names. */
export function withoutPlace(text: string): string {
  return text.replace(PLACE, '');
}
