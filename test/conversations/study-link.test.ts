import { conversation } from '../support/conversation.ts';

conversation(
  'the link of what is to be read stands with every notice of a study day, until it is taken away',
  `
【2026-12-02 18:05】
联络员：/活动 E2 资料 网上自己找
机器人：要改什么没看懂，没有改*
联络员：/活动 E2 资料 https://www.xuexi.example.cn/a/1.html?id=7
机器人：E2 学习日*
　　地点：社区党群服务中心二楼
　　学习资料：https://www.xuexi.example.cn/a/1.html?id=7
　　*
联络员：/活动 12月8日14点 读书会 类别 学习 @活动室 学习资料：https://www.xuexi.example.cn/b
机器人：E3 读书会*
　　地点：活动室
　　学习资料：https://www.xuexi.example.cn/b
　　*
【2026-12-05 12:00】
机器人：【今天】E2 学习日 12月5日（周六）14:30–16:00
　　地点：社区党群服务中心二楼
　　学习资料：https://www.xuexi.example.cn/a/1.html?id=7
　　*
联络员：/活动 E2 资料 不要
机器人：*
张伟：/活动 E2
机器人：E2 学习日 12月5日（周六）14:30–16:00
　　地点：社区党群服务中心二楼
　　已报*
　　*
【2026-12-05 18:00】
机器人：*
机器人：【还有 3 天】E3 读书会*
　　地点：活动室
　　学习资料：https://www.xuexi.example.cn/b
　　*
`,
);
