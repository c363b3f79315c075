import { plain, series, type Text } from '../../core/text.ts';

/** Titles that are shown before it is said how many groups there are. */
const SHOWN = 5;

/** The first few titles, and how many groups there are. */
function titles(groups: readonly { readonly title: string }[]): Text {
  const shown = series(groups.slice(0, SHOWN).map(({ title }) => plain(title)));
  if (groups.length <= SHOWN) return shown;
  return series([shown, { zh: `等 ${groups.length} 个群`, en: `${groups.length} in all` }]);
}

export const allianceTexts = {
  titles,
  noSuchAudience: (word: string, groups: readonly { readonly title: string }[]): Text => ({
    zh: `没有叫「${word}」的群。有：${titles(groups).zh}`,
    en: `There is no group “${word}”. There are: ${titles(groups).en}`,
  }),
};
