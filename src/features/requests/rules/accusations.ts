import { fold } from '../../../core/line.ts';

/** People who act for others. */
const OFFICE =
  '(?:干部|书记|主任|领导|经理|所长|科长|处长|局长|镇长|村长|站长|会长|队长|网格员|保安|委员|公务员|工作人员|办事员)';

/** What nobody says of anything else. */
const GRAVE = /吃拿卡要|索贿|受贿|贪污|以权谋私|徇私|收黑钱|[吃拿]回扣|挪用公款/;

/** Said of such a person in one breath. */
const OF_SOMEBODY = new RegExp(
  `${OFFICE}[^,，。;；]{0,8}(?:收钱|收礼|收红包|要钱|要红包|要好处|骂人|刁难|包庇|欺负|打击报复|腐败|作风有?问题)`,
);

/** Nobody but such a person is named: 反映一个干部. */
const ONLY_SOMEBODY = new RegExp(
  `^(?:我?[要想]?(?:反映|举报|投诉)(?:一下|下)?)?(?:一个|某个?|那个|这个|有个|个别)?\\p{Script=Han}{0,2}${OFFICE}(?:的?(?:问题|事|事情|情况))?\\P{L}*$`,
  'u',
);

/**
 * Whether words accuse somebody who acts for others: they are for one reader and stand in no group.
 * `isOpinion`: they were said as something that is to be known, not done.
 */
export function accusesSomebody(said: string, isOpinion: boolean): boolean {
  const folded = fold(said);
  if (GRAVE.test(folded) || OF_SOMEBODY.test(folded)) return true;
  return isOpinion && ONLY_SOMEBODY.test(folded);
}
