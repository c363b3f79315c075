import { alsoRestarted } from '../support/conversation.ts';

alsoRestarted(
  'a group says once what it is, and later something else',
  `
召集人：/启用
机器人：这个群已经启用，属于「天星社区区域化党建联盟」
召集人：/启用 联盟群
机器人：改好了：这个群属于整个联盟，是联盟群，我在这里说简体中文
【群：天星小区居民群】
召集人：/启用
机器人：大家好，我是小联。这个群启用了，属于「天星社区区域化党建联盟」。
　　我只记跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」
　　看我能做什么请发「/帮助」，看安排请发「日程」
　　这是联盟群、党员群、居民群还是工作群？说一次，通知就只发到该去的群，例：/启用 居民群
张伟：/启用 居民群
机器人：这件事要召集人来做。看您能做什么请发「/帮助」
召集人：/启用 居民群
机器人：改好了：这个群属于整个联盟，是居民群，我在这里说简体中文
召集人：/启用 居民
机器人：这个群已经启用，属于「天星社区区域化党建联盟」，是居民群
召集人：/启用 工作群
机器人：改好了：这个群属于整个联盟，是工作群，我在这里说简体中文
召集人：/撤销
机器人：撤销了。这个群属于整个联盟，是居民群，我在这里说简体中文
召集人：/启用 分会
机器人：请写上是哪个分会，例：/启用 企业分会
召集人：/启用 企业分会
机器人：改好了：这个群属于企业分会，我在这里说简体中文
召集人：/启用 党员群
机器人：改好了：这个群属于企业分会，是党员群，我在这里说简体中文
召集人：/启用 联盟群
机器人：改好了：这个群属于整个联盟，是联盟群，我在这里说简体中文
【群：学习群】
召集人：/启用 英文 党员群
机器人：Hello, I am the liaison bot. This group is in use now; it belongs to “天星社区区域化党建联盟”, as the party members’ group.
　　I keep only what is said to me, no talk. For what is kept, and how long, send /privacy
　　To see what I can do send /help, for what is coming /agenda
`,
);
