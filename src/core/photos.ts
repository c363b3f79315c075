import type { Text } from './text.ts';

/*
 * Photos on their way to people. Decisions know them by ids; the bytes are fetched, kept and sent
 * by the runtime. They are sent in private only, so a group is told how many there are and what to
 * say to see them.
 */

/** A photo as it is shown to somebody. */
export interface ShownPhoto {
  /** Its id. */
  readonly photo: string;
  /** What stands below it: `#12 办完后 11月16日`. */
  readonly caption: Text;
}

/** So many photos go with a text, and so many when the photos are asked for. */
export const FEW_PHOTOS = 4;
export const MOST_PHOTOS = 10;

/** The first ones, numbered: `E7 服务日 1/3`. */
export function firstPhotos(
  photos: readonly string[],
  title: Text,
  most: number,
): readonly ShownPhoto[] {
  return photos.slice(0, most).map((photo, index) => {
    const place = ` ${index + 1}/${photos.length}`;
    return { photo, caption: { zh: title.zh + place, en: title.en + place } };
  });
}

export const photoTexts = {
  count: (count: number): Text => ({
    zh: `照片 ${count} 张`,
    en: count === 1 ? '1 photo' : `${count} photos`,
  }),
  inPrivate: (words: Text): Text => ({
    zh: `看照片请私聊我发「${words.zh}」`,
    en: `For the photos send me “${words.en}” in private`,
  }),
  /** A group, which is sent none. */
  there: (count: number, words: Text): Text => ({
    zh: `照片 ${count} 张，私聊我发「${words.zh}」看`,
    en: `${photoTexts.count(count).en}; to see them send me “${words.en}” in private`,
  }),
  /** Not all of them go with a text. */
  more: (count: number, shown: number, words: Text): Text => ({
    zh: `照片共 ${count} 张，先发 ${shown} 张，都要看请发「${words.zh}」`,
    en: `${shown} of ${count} photos follow; for more send “${words.en}”`,
  }),
  most: (count: number, shown: number): Text => ({
    zh: shown < count ? `照片 ${count} 张，这里发 ${shown} 张` : `照片 ${count} 张`,
    en: shown < count ? `${shown} of ${count} photos` : photoTexts.count(count).en,
  }),
  forMembers: (count: number): Text => ({
    zh: `照片 ${count} 张，只给成员看`,
    en: `${photoTexts.count(count).en}, for members only`,
  }),
};
