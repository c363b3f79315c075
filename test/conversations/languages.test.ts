import { conversation } from '../support/conversation.ts';

conversation(
  'names stay as they are written where texts are Traditional',
  `
召集人：/启用 繁体
机器人：改好了：這個群屬於整個聯盟，我在這裡說繁體中文
【2026-11-22 18:05】
机器人：【還有 3 天】E1 服務日 11月25日（週三）9:00–11:00
　　地點：天星廣場
　　已報 0/30 人
　　參加請發「+1」，來不了請發「請假 E1」
老余：+1
机器人：E1 報名 老余。共 1/30 人
范统：+1
机器人：E1 報名 范统。共 2/30 人
张后：需求 4号楼门口台阶裂了
机器人：#1 4號樓門口臺階裂了
　　其他 · 待認領 · 张后 11月22日（週日）提
　　能辦的請發「認領 1 週六上午」
马强：认领 1 周六上午
机器人：#1「4號樓門口臺階裂了」佳丽（马强）認領了，答應 11月28日（週六）8:00–12:00
　　辦完請發「完成 1 怎麼辦的」，一起辦發「加入 1」
`,
);

conversation(
  'in private it speaks as its groups do',
  `
召集人：/启用 繁体
机器人：改好了：這個群屬於整個聯盟，我在這裡說繁體中文
【2026-11-22 18:05】
机器人：【還有 3 天】E1 服務日 11月25日（週三）9:00–11:00
　　地點：天星廣場
　　已報 0/30 人
　　參加請發「+1」，來不了請發「請假 E1」
小钟（私聊）：需求 5號樓電梯壞了
机器人→小钟：要我記成需求嗎：5號樓電梯壞了
　　給誰看？回數字，不用就回「不」
　　1. 發到群裡，不寫您的名字
　　2. 只給社區看，不發到群裡
机器人→小钟：我只記您跟我說的事，閒聊不記。記了什麼、放多久請發「/隱私」
小钟（私聊）：2
机器人→周敏：#1 有人私下提的，只給社區看：
　　5號樓電梯壞了
　　能辦請私聊我發「認領 1 週六上午」
机器人→小钟：記下了，是 #1，只給社區看，不發到群裡。有進展我私下告訴您。
　　看進展請發「/詳情 1」，不要了發「撤回 1」
机器人→李雪梅：#1 有人私下提的，只給社區看：
　　5號樓電梯壞了
　　能辦請私聊我發「認領 1 週六上午」
`,
);

conversation(
  'the next words of an English group are English, and each of them works',
  `
召集人：/启用 英文
机器人：Changed. This group belongs to the whole alliance, and I speak English here
【2026-11-22 18:05】
机器人：[In 3 days] E1 服务日, Wed 25 Nov, 9:00–11:00
　　Place: 天星广场
　　0/30 signed up
　　To join send “+1”; if you cannot come, “absent E1”
Tom：sign up
机器人：E1: Tom signed up. 1/30 in all
Tom：/need the bench at the east gate is broken
机器人：#1 the bench at the east gate is broken
　　repairs · open · Tom, Sun 22 Nov
　　To take it on send “claim 1 Saturday morning” (with a time)
张伟：claim 1 Saturday morning
机器人：#1 “the bench …”: 张伟 took it on, promised for Sat 28 Nov, 8:00–12:00
　　When it is done send “done 1”, to join “join 1”
张伟：promise 1 Sunday
机器人：#1 “the bench …”: 张伟 now promises Sun 22 Nov
　　When it is done send “done 1”, to join “join 1”
张伟：progress 1 the wood is bought
机器人：#1 “the bench …”: 张伟 on the way: the wood is bought
　　When it is done send “done 1”, to join “join 1”
李娟：join 1
机器人：#1 “the bench …”: 李娟 joined
　　When it is done send “done 1”, to join “join 1”
Ann：1 me too
机器人：#1 “the bench …”: Ann needs the same
　　When it is done send “done 1”, to join “join 1”
张伟：done 1 mended
机器人：#1 “the bench …”: 张伟 finished it: mended
　　Tom, please look: “satisfied 1” if it is good, else “not fixed 1” and why
机器人→Ann：#1, which you need too,: 张伟 finished it: mended.
　　Please look: “satisfied 1” if it is good, else “not fixed 1” and why
机器人→Tom：Your #1: 张伟 finished it: mended.
　　Please look: “satisfied 1” if it is good, else “not fixed 1” and why
Tom：not fixed 1 still shaky
机器人：#1 “the bench …”: Tom says it is not resolved (1); under way again: still shaky
　　When it is done send “done 1”, to join “join 1”
机器人→张伟：#1: Tom says it is not resolved: still shaky.
　　To promise a time send “promise 1 Saturday morning”, when it is done “done 1”
机器人→李娟：#1: Tom says it is not resolved: still shaky.
　　To promise a time send “promise 1 Saturday morning”, when it is done “done 1”
张伟：done 1 mended again
机器人：#1 “the bench …”: 张伟 finished it: mended again
　　Tom, please look: “satisfied 1” if it is good, else “not fixed 1” and why
机器人→Ann：#1, which you need too,: 张伟 finished it: mended again.
　　Please look: “satisfied 1” if it is good, else “not fixed 1” and why
机器人→Tom：Your #1: 张伟 finished it: mended again.
　　Please look: “satisfied 1” if it is good, else “not fixed 1” and why
Tom：satisfied 1
机器人：#1 “the bench …”: Tom is satisfied: resolved
Tom：absent E1
机器人：E1: Tom cannot come. 0/30 in all
Tom：signup E1
机器人：E1: Tom signed up. 1/30 in all
Tom：list E1
机器人：E1 服务日, Wed 25 Nov, 9:00–11:00
　　1/30 signed up
　　In: Tom
　　29 seats left
　　To join send “+1”; if you cannot come, “absent E1”
Tom：agenda
机器人：Coming up:
　　E1 服务日, Wed 25 Nov, 9:00–11:00, 1/30 signed up
　　Sat 5 Dec, 14:30–16:00 学习日
　　Fri 25 Dec, 9:00–11:00 服务日
　　Tue 5 Jan 2027, 14:30–16:00 学习日
　　To sign up send “+1”, for a calendar file /agenda file
`,
);

conversation(
  'check-in and the record in English',
  `
召集人：/启用 英文
机器人：Changed. This group belongs to the whole alliance, and I speak English here
【2026-11-22 18:05】
机器人：[In 3 days] E1 服务日, Wed 25 Nov, 9:00–11:00
　　Place: 天星广场
　　0/30 signed up
　　To join send “+1”; if you cannot come, “absent E1”
Tom：sign up
机器人：E1: Tom signed up. 1/30 in all
【2026-11-25 08:12】
机器人：[Today] E1 服务日, Wed 25 Nov, 9:00–11:00
　　Place: 天星广场
　　1/30 signed up
　　In: Tom
　　To join send “+1”; if you cannot come, “absent E1”
机器人：E1 服务日, Wed 25 Nov, 9:00–11:00: check-in is open.
　　When you are there send “check in” and the word on the board, for example: check in 春风
机器人→周敏：E1 服务日, Wed 25 Nov, 9:00–11:00
　　The check-in word is “燕子”; please write it on the board.
　　To change it send me “/passcode <word>”
召集人（私聊）：/passcode maple
机器人→周敏：E1 now has the word “maple”; please change the board
Tom：check in maple
机器人：E1: 1 here (Tom), 1 expected
召集人：rollcall E1 Ann
机器人：E1: 2 here (Ann), 1 expected
召集人：attendance E1
机器人：E1 服务日: check-in is open
　　2 were here, 1 expected
　　Present 1: Tom
　　Walked in 1: Ann
　　For the activity send “/activity E1”
【2026-11-25 12:12】
机器人：E1 服务日: check-in has closed
　　2 were here, 1 expected
　　Present 1: Tom
　　Walked in 1: Ann
　　Liaison, the record please, for example: record E1 cleaned 6 stairways, served 38
召集人：record E1 cleaned six stairways
机器人：The record of E1 is kept.
　　Five items: notice ✓, check-in ✓, summary ✓; missing: photos, people served
　　Send the photos, then “小结 E1 惠及38人次” within 3 minutes
召集人：correct E1 Bob phone was flat
机器人：E1: Bob is now walked in (corrected)
`,
);
