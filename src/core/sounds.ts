/*
 * How characters sound, without their tone: what voice input and a pinyin keyboard confuse. The
 * 3755 common characters stand in GB 2312 in the order of their syllables, so the first character
 * of each syllable tells them all. Two lines of names that only the south tells apart are one.
 */

/** Each syllable and its first character in GB 2312. */
const SYLLABLES = `
a啊ai埃an鞍ang肮ao凹ba芭bai白ban斑bang邦bao苞bei杯ben奔beng崩bi逼bian鞭biao标bie鳖bin彬bing兵bo玻bu捕
ca擦cai猜can餐cang苍cao操ce厕ceng层cha插chai拆chan搀chang昌chao超che车chen郴cheng撑chi吃chong充chou抽
chu初chuai揣chuan川chuang疮chui吹chun春chuo戳ci疵cong聪cou凑cu粗cuan蹿cui摧cun村cuo磋
da搭dai呆dan耽dang当dao刀de德deng蹬di堤dian颠diao碉die跌ding丁diu丢dong东dou兜du都duan端dui堆dun墩duo掇
e蛾en恩er而fa发fan藩fang坊fei菲fen芬feng丰fo佛fou否fu夫
ga噶gai该gan干gang冈gao篙ge哥gei给gen根geng耕gong工gou钩gu辜gua刮guai乖guan棺guang光gui瑰gun辊guo锅
ha哈hai骸han酣hang夯hao壕he呵hei嘿hen痕heng哼hong轰hou喉hu呼hua花huai槐huan欢huang荒hui灰hun荤huo豁
ji击jia嘉jian歼jiang僵jiao蕉jie揭jin巾jing荆jiong炯jiu揪ju鞠juan捐jue撅jun均
ka喀kai揩kan刊kang康kao考ke坷ken肯keng坑kong空kou抠ku枯kua夸kuai块kuan宽kuang匡kui亏kun坤kuo括
la垃lai莱lan蓝lang琅lao捞le勒lei雷leng棱li厘lia俩lian联liang粮liao撩lie列lin琳ling拎liu溜long龙lou楼lu芦
lv驴luan峦lve掠lun抡luo萝ma妈mai埋man瞒mang芒mao猫me么mei玫men门meng萌mi眯mian棉miao苗mie蔑min民ming明
miu谬mo摸mou谋mu拇na拿nai氖nan南nang囊nao挠ne呢nei馁nen嫩neng能ni妮nian蔫niang娘niao鸟nie捏nin您ning柠
niu牛nong脓nu奴nv女nuan暖nve虐nuo挪o哦ou欧pa啪pai拍pan攀pang乓pao抛pei呸pen喷peng砰pi坯pian篇piao飘pie撇
pin拼ping乒po坡pou剖pu扑qi期qia掐qian牵qiang枪qiao橇qie切qin钦qing青qiong琼qiu秋qu趋quan圈que缺qun裙
ran然rang瓤rao饶re惹ren壬reng扔ri日rong戎rou揉ru茹ruan软rui蕊run闰ruo若
sa撒sai腮san三sang桑sao搔se瑟sen森seng僧sha莎shai筛shan珊shang墒shao梢she奢shen砷sheng声shi师shou收
shu蔬shua刷shuai摔shuan栓shuang霜shui谁shun吮shuo说si斯song松sou搜su苏suan酸sui虽sun孙suo蓑
ta塌tai胎tan坍tang汤tao掏te特teng藤ti剔tian天tiao挑tie贴ting厅tong通tou偷tu凸tuan湍tui推tun吞tuo拖
wa挖wai歪wan豌wang汪wei威wen瘟weng嗡wo挝wu巫xi昔xia瞎xian掀xiang相xiao萧xie楔xin薪xing星xiong兄xiu休
xu墟xuan轩xue靴xun勋ya压yan焉yang殃yao邀ye椰yi一yin茵ying英yo哟yong拥you幽yu迂yuan鸳yue曰yun耘
za匝zai栽zan咱zang赃zao遭ze责zei贼zen怎zeng增zha扎zhai摘zhan瞻zhang樟zhao招zhe遮zhen珍zheng蒸zhi芝
zhong中zhou舟zhu珠zhua抓zhuai拽zhuan专zhuang桩zhui椎zhun谆zhuo捉zi兹zong鬃zou邹zu租zuan钻zui嘴zun尊zuo昨`;

const sounds = soundTable();

function soundTable(): ReadonlyMap<string, string> {
  const firsts = new Map(
    [...SYLLABLES.matchAll(/([a-z]{1,6})(\p{Script=Han})/gu)].map(
      ([, syllable = '', first = '']) => [first, plain(syllable)] as const,
    ),
  );
  const table = new Map<string, string>();
  let syllable = '';
  for (const character of inOrder()) {
    syllable = firsts.get(character) ?? syllable;
    table.set(character, syllable);
  }
  return table;
}

/** zh and z, sh and s, -ng and -n are one to many speakers. */
function plain(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
}

/** The common characters in the order of GB 2312: rows 16 to 55, the last of them not full. */
function inOrder(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  return new TextDecoder('gbk').decode(Uint8Array.from(bytes));
}

/** How each character of a word sounds; a rare one sounds like itself only. */
export function soundsOf(word: string): readonly string[] {
  return Array.from(word, (character) => sounds.get(character) ?? character);
}

/** How a word sounds, one syllable for each character. */
export function soundOf(word: string): string {
  return soundsOf(word).join(' ');
}

/** Whether two words of the same length sound alike. */
export function soundsLike(one: string, other: string): boolean {
  return [...one].length === [...other].length && soundOf(one) === soundOf(other);
}
