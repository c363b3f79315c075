/**
 * How the board looks: calm, in light and in dark, readable from three metres on a wall, on a phone,
 * and on one A4 sheet. Every pair of colours has a contrast of at least 4.5.
 */
export const STYLE = `
:root{color-scheme:light dark;--paper:#f6f7f4;--card:#fff;--ink:#1d2a2f;--soft:#4a5a60;--line:#d5dcd8;
--accent:#0b5d7a;--say:#7a3d00}
@media screen and (prefers-color-scheme:dark){:root{--paper:#12191c;--card:#1b2529;--ink:#eef3f1;--soft:#b4c2c4;
--line:#33444a;--accent:#7cc7e4;--say:#f2bd7c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.35;overflow-wrap:anywhere;
font-family:"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;
font-size:clamp(1rem,.55rem + 1vw,1.6rem)}
header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 1em;
padding:.6em 1em .2em}
h1{margin:0;font-size:1.7em;color:var(--accent)}
header p,footer p{margin:0;color:var(--soft);font-size:.8em}
main{display:grid;gap:.7em;padding:.5em 1em;grid-template-columns:1fr}
section{background:var(--card);border:1px solid var(--line);border-radius:.6em;padding:.6em .9em}
h2{margin:0 0 .3em;font-size:1.25em;color:var(--accent)}
ul{list-style:none;margin:0;padding:0}
li{padding:.2em 0;border-top:1px solid var(--line)}
li:first-child{border-top:0}
li p{margin:0;color:var(--soft);font-size:.85em}
li .say{color:var(--say)}
.none{margin:0;color:var(--soft)}
dl{margin:0;display:grid;gap:.3em .9em;grid-template-columns:1fr}
dt{font-size:.85em;color:var(--soft)}
dd{margin:0}
dd b{font-size:1.7em;color:var(--ink)}
dd span{display:block;font-size:.7em;color:var(--soft)}
footer{padding:.1em 1em .5em}
.code{margin:0;width:9rem;background:#fff}
@media (min-width:60rem){main{grid-template-columns:1fr 1fr}.numbers dl{grid-template-columns:repeat(3,1fr)}
.numbers dd span{font-size:.65em}}
@media print{:root{color-scheme:light}@page{size:A4;margin:12mm}header{align-items:center}body{background:#fff;color:#000;font-size:14pt}
main{grid-template-columns:1fr 1fr;padding:0}section{break-inside:avoid}.code{width:32mm}header,footer{padding:0}}
`.trim();
