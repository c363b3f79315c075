import { rest, ticket } from '../../../../core/arguments.ts';

/** `#12` in a command. */
export const requestNumber = ticket({ zh: '编号', en: 'number' });

/** What somebody says about it. */
export const words = rest({ zh: '说明', en: 'words' });
