import type { AllianceFile } from '../../src/features/import/index.ts';
import { example } from './conversation.ts';

/** The example with a group of each kind. */
export const threeGroups: AllianceFile = {
  ...example,
  groups: [
    { title: '联盟群', language: 'zh', kind: 'alliance' },
    { title: '党员群', language: 'zh', kind: 'members' },
    { title: '居民群', language: 'zh', kind: 'residents' },
  ],
};
