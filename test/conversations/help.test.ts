import { conversation } from '../support/conversation.ts';

conversation(
  'help knows what people call things',
  `
张伟：/帮助 +1
机器人：/报名 *：*
　　也可以说：*
　　例：+1　*
张伟：/帮助 怎么报名
机器人：/报名 *
张伟：/帮助 怎么唱歌
机器人：没有「怎么唱歌」这个命令。*
张伟：/帮助 其他
机器人：其他，可以这样说：
　　/我的　*
　　/找谁　*
　　/撤销　*
　　想知道某一条怎么用，请发「/帮助 签到」
召集人：/帮助
机器人：*日程安排：日程　/规则　/预览*
联络员：/帮助
机器人：*补签 …　小结 …*
`,
);

conversation(
  'a group that speaks English reads words that it can type',
  `
召集人：/启用 英文
机器人：Changed. This group belongs to the whole alliance, and I speak English here
张伟：/help
机器人：I am the liaison bot. You can say:
　　taking part: /activity　+1　-1　/absent E7　/list　/checkin …
　　requests: /need …　*　/claim 12　/done 12
　　calendar: /agenda
　　polls: /poll P3　/vote A
　　people: /joinunit　/agree 3
　　more: /me　/contacts　/privacy　/naming　/undo
　　There is more: “/help taking part” for a topic, “/help checkin” for one command
张伟：/help taking part
机器人：taking part. You can say:
　　/activity*
张伟：/help claim
机器人：/claim *: *
　　Also: /认领 /我来
　　For example: /claim 12*
联络员：/activity 28 Nov 9am clean-up @square
机器人：E1 clean-up, Sat 28 Nov, 9:00–11:00*
联络员：/poll What next A Books B Clinic until Nov 20 6pm
机器人：P1 What next
　　A Books
　　B Clinic
　　Open until Fri 20 Nov, 18:00*
召集人：/启用 繁体
机器人：改好了：這個群屬於整個聯盟，我在這裡說繁體中文
`,
);
