import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { startVote } from './shared/vote.ts';

export const voteOnProjects = command({
  name: 'projectvote',
  zhName: '项目投票',
  standsApart: true,
  minRole: 'convenor',
  scope: 'anywhere',
  summary: { zh: '让大家投票选项目，多了分几轮', en: 'let people vote on what was proposed' },
  examples: ['项目投票 J1 J3 J7 截止 20日18点', '/项目投票 选49 截止 20日18点'],
  args: { what: rest({ zh: '编号、选几个、截止', en: 'numbers, how many, until' }).optional() },
  shortForms: ['项目投票 {what!}'],
  run: ({ what = '' }, context) => startVote(what, context),
  undo: {
    zh: '投票已经发出去了，撤不回。不投了请发「/取消」加投票的编号',
    en: 'The vote was sent already. To call it off send “/calloff” and its number',
  },
});
