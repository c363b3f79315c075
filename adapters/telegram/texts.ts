import type { Press } from './buttons.ts';

interface Both {
  readonly zh: string;
  readonly en: string;
}

/** What the press of a button is answered with where it does nothing. At most 200 characters. */
export const texts: Readonly<Record<Exclude<Press['kind'], 'words'>, Both>> = {
  void: {
    zh: '这个按钮已经不用了，请直接发文字',
    en: 'This button is out of use. Please type the words',
  },
  others: {
    zh: '这个按钮是给提问的人的，您可以自己发',
    en: 'This button is for who asked. You can type the words yourself',
  },
};
