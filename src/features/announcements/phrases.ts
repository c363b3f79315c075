import type { Phrase } from '../../core/phrase.ts';

/** A sign stands behind the word: 公告栏 is no announcement. */
export const announcePhrases: readonly Phrase[] = [
  {
    says: '~(我|我要|想|要)? ~(发|发个|发一个|发一条|发布|发布一条|出个|做个)? (公告|发公告|群公告) _ {rest}',
    as: '/公告 {rest}',
  },
  { says: '(announcement|announce) _ {rest}', as: '/公告 {rest}' },
];

export const sendPhrases: readonly Phrase[] = [
  {
    says: '~(没问题|可以|可以了|行|对|确认|好的|就这样|看过了|没错|无误)? (发|发吧|发送|发出|发出去|发了吧|确认|确认发送|确认发|发布|可以发|可以发了|就这么发|就这样发|send|send.it) ~(出去)?',
    as: '/发',
    open: true,
  },
];
