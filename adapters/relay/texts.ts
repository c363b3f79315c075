import type { Trouble } from '../../src/ports/chat.ts';

/** Nothing else connects the platform, and nobody carries it. */
export const unattended: Trouble = {
  code: 'unattended',
  unattended: true,
  reason: {
    zh: '没有人在代转，请在电脑上开 npm run relay',
    en: 'nobody carries it by hand; run npm run relay',
  },
  advice: { zh: '请在电脑上开 npm run relay', en: 'Please run npm run relay' },
};
