const QUESTION = /[?？吗呢谁哪几]|怎么|多少|什么|^的|人数|名单/;
const REASON =
  /有事|家里|临时|生病|病了|不舒服|发烧|感冒|疼|加班|上班|值班|出差|来不了|去不了|不来|不去|没空|没时间|冲突|赶不上|抱歉|不好意思|对不起|孩子|老人|医院|下雨|开会/;

/** Somebody asks about those who do not come, or speaks of them. */
export function asksAboutLeave(words: string): boolean {
  return QUESTION.test(words);
}

/** These words may say why somebody does not come. */
export function givesReason(words: string): boolean {
  return !asksAboutLeave(words) && REASON.test(words);
}
