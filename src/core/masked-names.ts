/*
 * Names and rooms that not everybody may read: in wishes, on the wall, and where their owners did
 * not agree.
 */

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';

/** A name of which only the beginning is shown: `张**`. */
export function maskedName(name: string): string {
  return `${[...name][0] ?? ''}**`;
}

const TITLES =
  '奶奶|爷爷|婆婆|公公|阿姨|阿婆|阿公|大爷|大妈|大娘|大叔|大伯|叔叔|伯伯|老伯|老师|师傅|先生|女士|小姐|同学|老人|老太太|老太|老爷子|嫂|姐|哥';
const TITLED = new RegExp(`([${SURNAMES}])(\\p{Script=Han}{0,2}?)(${TITLES})`, 'gu');
const CALLED =
  /(姓名|名叫|叫做|我叫|她叫|他叫|名字是|受助人|联系人|收件人)([:：\s]{0,2})(\p{Script=Han})(\p{Script=Han}{1,2})/gu;
const BUILDING = /(\d{1,3}\s?(?:栋|幢|号楼|号院|座|号|楼))(?:\s?\d{1,2}\s?(?:单元|门))?\s?/;
const DOOR = /(?:\d{1,2}\s?(?:层|楼)\s?)?(?:\d{3,4}\s?(?:室|号|房)?|\d{1,4}\s?(?:室|房))/;
const DASHED = /(?<!\d)(\d{1,3})-\d{1,2}-\d{3,4}(?!\d)/;
const ROOM = new RegExp(`${BUILDING.source}${DOOR.source}|${DASHED.source}`, 'gu');

/**
 * A wish as a group may read it: also the names of who is helped (`刘**`) and their room (`5栋***`)
 * are hidden.
 */
export function maskedWish(text: string, names: readonly string[]): string {
  let shown = text;
  for (const name of names) if (name.length > 1) shown = shown.replaceAll(name, maskedName(name));
  return shown
    .replace(TITLED, '$1**')
    .replace(CALLED, '$1$2$3**')
    .replace(ROOM, (_, building: string | undefined, first: string | undefined) =>
      building === undefined ? `${first}栋***` : `${building}***`,
    );
}
