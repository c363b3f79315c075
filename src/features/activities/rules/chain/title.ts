import { fold } from '../../../../core/line.ts';

/** Lists that people paste of other things: who owes, who won, who is on duty, whom to call. */
const somethingElse = new RegExp(
  [
    '没交|未交|没缴|未缴|没来|未到|缺席|欠|电话|通讯录|联系方式|值日|值班|排班|中奖|获奖|优秀|先进|表彰|感谢|捐款|捐赠|核酸|体检|疫苗|快递',
    '首发|阵容|排队|排名|处分|罚|成绩|得分|工资|补贴|候选|推荐|黑名单|生日|去世|住院|[?？]',
  ].join('|'),
);
const staysAway = /不参加|不能参加|不来|来不了|去不了|请假|不报名|退出/;

/**
 * Whether what stands above a list says that people sign up with it. A list with nothing above it
 * is for what is open.
 */
export function signsUp(title: string): boolean {
  return (
    title === '' ||
    /报名|参加|参与|出席|接龙|能来|来的|要去|去的|[上下][午半]场|第.场/.test(fold(title))
  );
}

/**
 * A list of those who do not come, or, where it does not say that people sign up with it, of
 * something else.
 */
export function isOfSomethingElse(title: string, forSignUp: boolean): boolean {
  const folded = fold(title);
  if (staysAway.test(folded.slice(0, 20))) return true;
  return !forSignUp && somethingElse.test(folded);
}

const THINGS =
  /(?:红富士|苹果|香蕉|雪梨|鸭梨|橙子?|橘子|桔子|柚子|葡萄|提子|草莓|樱桃|车厘子|西瓜|哈密瓜|芒果|荔枝|龙眼|桂圆|桃子|李子|杏子|红枣|冬枣|柿子|榴莲|山竹|火龙果|猕猴桃|百香果|菠萝|椰子|甘蔗|土豆|白菜|萝卜|番茄|西红柿|黄瓜|茄子|豆角|豆腐|青菜|菠菜|韭菜|洋葱|大蒜|生姜|红薯|玉米|蘑菇|木耳|鸡蛋|鸭蛋|土鸡|老鸭|牛肉|羊肉|猪肉|排骨|带鱼|鲈鱼|大虾|螃蟹|大闸蟹|大米|面粉|面条|馒头|包子|饺子|馄饨|汤圆|粽子|月饼|蛋糕|面包|牛奶|酸奶|豆浆|茶叶|咖啡|蜂蜜|菜油|花生油|酱油|香肠|腊肉|口罩|纸巾|抽纸|洗衣液|洗洁精|垃圾袋|雨伞|拖鞋|毛巾)$/;

/** What is sold, and nobody's name. */
export function isThing(name: string): boolean {
  return THINGS.test(fold(name));
}

const GOODS =
  /(?:\d|[一二两三四五六七八九十半]) ?(?:斤|公斤|kg|份|箱|盒|杯|板|袋|瓶|只|条|件|套|包|桶|提|块|双|张|本|支|朵|盆|棵|枚|罐|串|g|ml)(?!\p{L})/iu;

/** An amount of money or of goods, a telephone or a question beside a name. */
export function saysMore(content: string): boolean {
  if (GOODS.test(fold(content))) return true;
  return /\d\s*(?:元|块|万|rmb)|[¥￥$]\s?\d|\d[\d -]{6,}\d|[?？]|谁|哪个|怎么|为什么/i.test(
    fold(content),
  );
}
