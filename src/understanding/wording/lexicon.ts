import { foldedNotation, type Notation } from './expand.ts';

/** What a piece of a sentence is. */
export type Role =
  /** The speaker. */
  | 'me'
  /** Adds nothing: 请, 哈, 也. */
  | 'filler'
  /** 不, 没: turns the sense around. */
  | 'not'
  /** 但是, 只: takes back a part of what is said. */
  | 'but'
  /** 吗, 几点, 怎么: it is a question. */
  | 'question'
  /** 了 behind a word. */
  | 'past'
  /** 我妈, 老伴. */
  | 'kin'
  /** 和, 跟, 、. */
  | 'and'
  /** 替, 帮, 给. */
  | 'for'
  /** 叫, 名叫: a name follows. */
  | 'called'
  /** 吧, 啦: said to others it calls on them. */
  | 'urge'
  /** 联系人: the name behind it is nobody's who comes. */
  | 'contact'
  /** 她, 他们. */
  | 'they'
  /** 两个活动, 都: all that is open. */
  | 'every'
  | 'count'
  /** A number alone. */
  | 'number'
  /** 再加一个: so many more. */
  | 'more'
  /** +2: the word of a command that counts, and the count. */
  | 'plus'
  /** `-1`. */
  | 'minus'
  /** 明天, 下午, 9点. */
  | 'time'
  /** A time that names a day to come. */
  | 'day'
  /** Why: 加班, 家里有事. */
  | 'reason'
  /** A name that the alliance knows, or of a shape that only names have. */
  | 'name'
  | 'unit'
  /** A subject, by number, title or day. */
  | 'subject'
  | 'option'
  | 'word'
  /** A word from the text of a subject. */
  | 'topic'
  /** A word of a command. */
  | 'verb'
  /** Says nothing beside the words of one command. */
  | 'beside'
  /** The same, in a clause with a word of that command only. */
  | 'along'
  /** What was said before it of one command no longer holds. */
  | 'instead'
  /** What stands beside it does not hold. */
  | 'void'
  /** Beside the words of one command it is said to others. */
  | 'talk'
  /** Where a subject is. */
  | 'place'
  /** Tells what is wrong, or what somebody wishes. */
  | 'describes';

/** The words that stand in any sentence, in the notation of `expand`. */
const GENERAL: Readonly<Partial<Record<Role, readonly string[]>>> = {
  me: [
    '我(们|们家|家|自己|个人|本人)?(这边|这儿|这里|那边)?',
    '(咱|俺)(们|家|们家)?',
    '(本人|自己|鄙人)',
    "(i|i'm|im|i am|i'll|i will|i'd|i would|i've|i have|me|my|we|we're|we'll|myself)",
  ],
  filler: [
    '请(问|问一下|帮忙|帮我|帮我们|给我|给我们|为我|允许)?',
    '麻烦(你|您|各位|小联)?(了)?',
    '(太|真|真是)?(谢谢|多谢|感谢|谢|谢谢啦)(你|您|你们|大家|各位|小联|社区|了|啦|啊)?',
    '辛苦(你|您|你们|大家)?(了|啦)?',
    thanksByName(),
    '(你|您|你们|大家|各位)好(啊|呀)?',
    '拜托(了|啦)?',
    '(唔该|多谢|唔该你)(晒|嗮)?',
    '(so much|very much|a lot)',
    '劳驾',
    '(不好意思|抱歉|对不起|对不住)(大家|各位|啊|哈|了)?',
    '(实在|真的|真是|真|确实)(是)?',
    '小联(同学)?',
    '(你|您|大家|各位)(们)?',
    '(这边|这儿|这里|那边|那儿)',
    '(再)?(跟|和|给|向|告诉|通知)?(他们|她们|大家|主办方|联络员|群里)(说|讲|通知)(一声|一下|声)?',
    '(过去|过来)',
    '(一共|总共|共)',
    '(改期|延期|改时间)(后|以后|之后)?',
    '(忘|忘了|忘记|忘记了)',
    '(滴|嘀|辣|叻|咧|哒|噻|嗷|咯|喔唷)',
    '(啊|呀|哈|哈哈|哈哈哈|哦|噢|喔|嘛|哇|嗯|嗯嗯|哎|哎呀|诶|欸|唉|喂|耶|哟|嘞|呜呜|嘿|嘿嘿)',
    '(亲|亲们|宝子们|家人们)',
    '(也|就|还|再|又|才|只|先|可|那|那就|那么|就是|还是|所以|因为|但|但是|不过|然后|而且|正好|刚好|终于|这样)',
    '(想|要|想要|愿意|希望|可以|能|能够|打算|准备|决定|一定|肯定|必须|必|得|会|该|愿|乐意)',
    '(这|那)(个|次|回|场|件|边|里|事|事儿)?(的)?',
    '(这里|那里|那天|这天|当天|到时|到时候|届时|之前|以前|原来)',
    '(好|好的|好呀|好啊|行|行啊|没问题|收到|嗯好|安排|冲|走起|必须的|棒|真好|中|妥|是的|对)',
    '(的|地|得|过|着|个|一个|一下|上|下|来|去|到|把|给|是|有|在|让)',
    '(现在|刚|刚才|刚刚|马上|赶紧|快|赶快|尽快)',
    '(活动|的活动|这次活动|本次活动)',
    '(才|刚|刚刚)?看到(群|群里|群消息|群里的)?(消息|通知|信息)?',
    '(来晚|迟到|晚|来迟|忘)了',
    '(别|不要)忘(了|记)?(我|给我)?',
    '(给|帮|为)?我?(留|占)(个|一个)?(位|位置|位子|座|名额)',
    '(见|再见|到时见|到时候见|不见不散)',
    '(加油|支持|期待|开心|高兴|太好了)',
    '(please|pls|thanks|thank you|thx|sorry|hi|hello|hey|ok|okay|yes|yeah|yep|well|so|just|also|too|the|a|an|to|for|of|on|at|it|that|this|will|all|as well|everyone|guys|now|is|are|be|am|in|would|like|want|wanna|really|gladly)',
  ],
  not: ["(不|没|没有|别|不能|不会|不想|未|不是|can't|cannot|don't|won't|not|no)"],
  but: ['(但|但是|不过|可是|可惜|就是|只是|只|除了|还差|还缺|还剩|差(一)?点)'],
  question: [
    '(吗|么|呢|没有吗|多少|什么|啥|哪|哪个|哪里|哪儿|哪天|哪些|谁|怎么|怎样|咋|如何|为什么|为啥|多久|多大)',
    '几(点|号|个|人|位|时|月)',
    '(是不是|有没有|能不能|可不可以|要不要|会不会|行不行|好不好|了没)',
    '(what|when|where|who|how|why|which|can i|do i|is there|are there|does)',
  ],
  past: ['了'],
  kin: kinship(),
  and: ['(和|跟|与|同|及|以及|还有|带|带上|带着|带了|外加|加|加上|、|&|+|and|with)'],
  for: ['(替|帮|给|代|为|帮忙给|for)'],
  urge: ['(吧|啦|呗|喽|咯)'],
  called: ['(他|她|孩子|大名|名字|姓名)?(叫|名叫|是叫)(做)?', '(名字|姓名)(是|叫)?'],
  contact: ['(联系人|领队|带队|负责人)(是|为)?'],
  they: ['(他|她|ta)(们)?', '(he|she|they)'],
  every: [
    '(这|那|这里)?(两|三|四|几)(个|场|次)(活动)?(我|我们)?都',
    '(这|那)?(两|三|四|几)(个|场)活动(我)?(都)?',
    '(全部|全都|都全)',
    '都',
    'both',
  ],
  reason: [
    '(临时|公司|单位|家里|家中|店里|家)?(有|出了|出了点|有点|临时有)(事|事情|急事|会|课|安排)',
    '(要|得|临时|单位|公司|公司临时|单位临时)?(去)?(加班|上班|值班|出差|开会|上课|带娃|带孩子|看病|看医生|住院|搬家|调休|喝喜酒)',
    '(家里|家)(来|来了)(客|客人)(了)?',
    '(身体)?(不舒服|不适)(了)?',
    '(孩子|老人|孙子|孙女|宝宝|人)?(发烧|生病|感冒|病)(了)?',
    '(腿|腰|头|胃|牙|脚|胳膊)(疼|痛|不舒服)(得厉害|了)?',
    '(没空|没时间|没课|有冲突|冲突了|赶不上|赶不回来|走不开|有空|有时间|休息|方便|没事)',
    '老毛病(又)?犯了',
  ],
};

/** 多谢马师傅. */
function thanksByName(): string {
  const surnames = [
    ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦',
  ];
  return `(谢谢|多谢|感谢|辛苦)(${surnames.join('|')})(师傅|工|哥|姐|主任|经理|阿姨|书记|站长)(了|啦)?`;
}

function kinship(): readonly string[] {
  const who =
    '老伴 老公 老婆 爱人 先生 太太 丈夫 妻子 媳妇 爸 爸爸 妈 妈妈 老爸 老妈 父亲 母亲 爸妈 父母 爷爷 奶奶 外公 外婆 姥姥 姥爷 公公 婆婆 岳父 岳母 儿子 女儿 闺女 儿媳 女婿 孩子 小孩 娃 宝宝 孙子 孙女 外孙 外孙女 哥 哥哥 姐 姐姐 弟 弟弟 妹 妹妹 家人 家属 朋友 同事 邻居 同学 室友 小姐妹 同伴 姐妹 兄弟 妹 老太婆 老头子 女朋友 男朋友 对象 闺蜜 老爷子 老太太 家里人';
  return [
    `(我|俺|咱|我家|我们家|俺家|家里)?(的)?(${who.replaceAll(' ', '|')})`,
    '(my )?(husband|wife|son|daughter|mother|father|mom|mum|dad|friend|kid|child|grandma|grandpa|neighbor|neighbour)',
  ];
}

/** What a word can be. */
export interface Sense {
  readonly role: Role;
  readonly value?: unknown;
}

/** The words that begin with the same character. */
interface Shelf {
  readonly senses: Map<string, Sense[]>;
  /** Of how many characters the longest is. */
  longest: number;
  /** What is to be written out before anybody looks a word up here, in the order of its senses. */
  readonly waiting: { readonly notation: Notation; readonly sense: Sense }[];
}

/**
 * Words and what they can be, to be found by where they begin. A notation is written out when a
 * message has a character that one of its words begins with.
 */
export class Lexicon {
  private readonly shelves = new Map<string, Shelf>();

  /** @param notation as `expand` reads it. */
  add(notation: string, sense: Sense): void {
    const read = foldedNotation(notation);
    for (const beginning of read.beginnings())
      this.shelfOf(beginning).waiting.push({ notation: read, sense });
  }

  addWord(word: string, sense: Sense): void {
    put(word, sense, this.writtenOut(word[0] ?? '') ?? this.shelfOf(word[0] ?? ''));
  }

  has(word: string): boolean {
    return this.writtenOut(word[0] ?? '')?.senses.has(word) ?? false;
  }

  /** All words that begin here, the longest first, with what they can be. */
  *at(
    text: string,
    from: number,
  ): Generator<{ readonly end: number; readonly senses: readonly Sense[] }> {
    const shelf = this.writtenOut(text[from] ?? '');
    if (shelf === undefined) return;
    for (let end = Math.min(text.length, from + shelf.longest); end > from; end--) {
      const senses = shelf.senses.get(text.slice(from, end));
      if (senses !== undefined) yield { end, senses };
    }
  }

  private shelfOf(beginning: string): Shelf {
    let shelf = this.shelves.get(beginning);
    if (shelf === undefined) {
      shelf = { senses: new Map(), longest: 0, waiting: [] };
      this.shelves.set(beginning, shelf);
    }
    return shelf;
  }

  private writtenOut(beginning: string): Shelf | undefined {
    const shelf = this.shelves.get(beginning);
    if (shelf === undefined || shelf.waiting.length === 0) return shelf;
    for (const { notation, sense } of shelf.waiting.splice(0))
      for (const word of notation.wordsFrom(beginning)) put(word, sense, shelf);
    return shelf;
  }
}

function put(word: string, sense: Sense, shelf: Shelf): void {
  const known = shelf.senses.get(word);
  if (known === undefined) shelf.senses.set(word, [sense]);
  else known.push(sense);
  shelf.longest = Math.max(shelf.longest, word.length);
}

export function generalLexicon(): Lexicon {
  const lexicon = new Lexicon();
  for (const [role, words] of Object.entries(GENERAL))
    for (const word of words) lexicon.add(word, { role: role as Role });
  return lexicon;
}
