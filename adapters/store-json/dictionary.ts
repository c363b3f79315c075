/**
 * What packed lines of the journal are full of, for `deflate`: texts that are in it cost almost
 * nothing. A line says which of these it was packed with, so this one never changes; a better one is
 * added under the next number.
 */
export const DICTIONARIES: readonly Buffer[] = [
  Buffer.from(
    `"collection":"broadcasts","shard":"2026-11","put":{"id":"","broadcast":"","group":"","text":"","choices":[],"planned":179,"notBefore":179,"deadline":179,"silent":false,"state":"planned","attempts":0,"at":179,"reported":false}},
"collection":"requests","shard":"2026-11","put":{"id":"","number":,"kind":"need","text":"","category":"","photos":[],"asker":"","reporter":"","discreet":false,"at":179,"message":"","state":"open","since":179,"claimants":[],"reopened":0,"seconds":[],"history":[]}},
"collection":"ballots","put":{"id":"/","poll":"","voter":"","by":"","marks":1,"message":"","at":179}},
"collection":"questions","put":{"id":"","text":{"zh":"","en":""},"choices":[],"until":179}},
"collection":"deliveries","put":{"id":"","to":{"platform":"telegram","account":"","kind":"private","chat":""},"text":"","choices":[],"answers":"","at":179,"notBefore":179,"deadline":179}},{"partition":"","collection":"deliveries","remove":""},
"collection":"signups","put":{"id":"/","activity":"","person":"","by":"","party":1,"state":"in","order":1,"since":179,"at":179,"message":""}},
[{"partition":"","collection":"handled","shard":"2026-11-17","put":{"id":"[\\"wechat\\",\\"wechat\\",\\"group\\",\\"\\",\\"\\"]","at":179}},{"partition":"","collection":"people","put":{"id":"","name":"","role":"guest"}},{"partition":"","collection":"accounts","put":{"id":"[\\"terminal\\",\\"terminal\\",\\"\\"]","person":"","platform":"terminal","account":"terminal","user":"","met":false}},{"partition":"","collection":"lastChanges","put":{"id":"[\\"telegram\\",\\"\\",\\"\\"]","command":"checkin","change":"","edits":[{"collection":"attendance","id":"/","left":{"id":"/","activity":"","person":"","state":"walked_in","heads":1,"at":179,"by":"","message":"[\\"terminal\\",\\"terminal\\",\\"group\\",\\"\\",\\"\\"]"}}],"place":"[\\"terminal\\",\\"terminal\\",\\"group\\",\\"\\"]","at":179,"message":"[\\"terminal\\",\\"terminal\\",\\"group\\",\\"\\",\\"\\"]","role":"guest"}},{"partition":"","collection":"attendance","shard":"2026-11","put":{"id":"/","activity":"","person":"","state":"walked_in","heads":1,"at":179,"by":"","message":"[\\"terminal\\",\\"terminal\\",\\"group\\",\\"\\",\\"\\"]"}},{"partition":"","collection":"cards","put":{"id":"attendance:@[\\"terminal\\",\\"terminal\\",\\"group\\",\\"\\"]","card":"attendance:","group":"[\\"terminal\\",\\"terminal\\",\\"group\\",\\"\\"]","version":1,"sent":0,"changes":["person:"],"first":179,"last":179,"notBefore":179,"messageId":"","sentAt":179}},{"partition":"directory","collection":"users","put":{"id":"[\\"terminal\\",\\"terminal\\",\\"\\"]","alliances":[""]}}]`,
  ),
];
