import type { Mutant } from '../mutant.ts';

/** What people type is read as what they mean, or not at all. */
export const reading: readonly Mutant[] = [
  {
    fault: 'two commands may have a short form in common',
    why: 'Which of them is meant would hang on the order of a list.',
    file: 'src/understanding/collisions.ts',
    before: 'mayCollide(one, other) ? messageOf(one.form, other.form) : undefined',
    after: 'undefined',
    tests: ['test/catalog.test.ts'],
  },
  {
    fault: 'a unit that checks in is read before what begins with the word of a command',
    why: 'A request such as 「需求 签到 表坏了」 would be lost without a word.',
    file: 'src/understanding/catalog.ts',
    before: 'shortForms: inPrecedence(shortForms)',
    after: 'shortForms',
    tests: ['test/catalog.test.ts', 'test/conversations/requests-heard.test.ts'],
  },
  {
    fault: 'what is for private chats works in groups, and the reverse',
    why: 'A code said in a group would be taken, and talk would be taken for commands.',
    file: 'src/understanding/short-forms.ts',
    before: "if (scope !== 'anywhere' && scope !== place) continue;",
    after: '',
    tests: ['test/conversations/reading.test.ts'],
  },
  {
    fault: 'the quick look passes over a count beside a day or a number',
    why: 'A unit that says how many it sends, without a word of a command, would not be heard.',
    file: 'src/understanding/quick-look.ts',
    before: 'if (isNamed && isCounted && this.counted & letters) return true;',
    after: '',
    tests: ['test/understanding/quick-look.test.ts'],
  },
];
