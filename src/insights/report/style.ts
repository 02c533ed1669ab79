/** All of its looks. Colours have names, which the drawings use as well. */
export const STYLE: string = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1b2127;--soft:#59626b;--line:#e3dfd6;--faint:#cfcabd;--accent:#2b5c9e;--warm:#b8661a;--good:#1b7a56;--bad:#b23a2c;--good-wash:#e3f1ea;--bad-wash:#f9e6e2;--none-wash:#efece5}
@media (prefers-color-scheme:dark){:root{--paper:#15181b;--card:#1c2024;--ink:#eceae4;--soft:#a5adb4;--line:#30363b;--faint:#474e54;--accent:#7fb0ee;--warm:#e0994f;--good:#63c79c;--bad:#f0897b;--good-wash:#1b3229;--bad-wash:#3b2320;--none-wash:#282d31}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
.page{max-width:1080px;margin:0 auto;padding:56px 32px 96px}
h1,h2,h3{line-height:1.2;text-wrap:balance;letter-spacing:-.012em}
h1{font-size:clamp(30px,5vw,44px);margin:0 0 10px;font-weight:680;letter-spacing:-.022em}
h2{font-size:26px;margin:0 0 6px;font-weight:660}
h3{font-size:17px;margin:28px 0 6px;font-weight:640}
p{margin:0 0 12px;max-width:68ch}
a{color:var(--accent);text-underline-offset:3px}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:3px}
header p,.lead{color:var(--soft)}
.lead{font-size:17px;max-width:62ch;margin-bottom:26px}
nav ul{display:flex;flex-wrap:wrap;gap:6px 20px;list-style:none;margin:22px 0 0;padding:14px 0;border-block:1px solid var(--line);font-size:15px}
section{margin-top:72px;scroll-margin-top:20px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:1px;margin:36px 0 0;padding:0;background:var(--line);border:1px solid var(--line);border-radius:10px;overflow:hidden}
.tiles>div{background:var(--card);padding:18px 20px 16px;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.tiles dt{font-size:14px;color:var(--soft)}
.tiles dd{margin:0}
.tiles .n{font-size:31px;line-height:1.15;font-weight:650;letter-spacing:-.02em;margin-bottom:2px}
.tiles .note{font-size:13px;color:var(--soft);margin-top:4px;order:-1}
.todo{margin:40px 0 0;padding:26px 30px 20px;background:var(--card);border:1px solid var(--line);border-left:5px solid var(--warm);border-radius:10px}
.todo h2{font-size:20px;margin-bottom:12px}
.todo ol{margin:0;padding-left:22px}
.todo li{margin-bottom:10px;max-width:74ch;padding-left:4px}
.todo li::marker{color:var(--soft);font-weight:600}
figure{margin:0 0 26px;min-width:0}
figure svg{display:block;max-width:100%;height:auto;overflow:visible}
figcaption{font-weight:600;font-size:15px;margin-bottom:10px}
.side{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:32px 44px;align-items:start;margin-bottom:8px}
.scroll{overflow-x:auto;margin:0 0 24px}
table{border-collapse:collapse;width:100%;font-size:14.5px;line-height:1.4}
caption{text-align:left;font-weight:600;font-size:15px;padding-bottom:8px}
th{font-weight:550;color:var(--soft);text-align:left;vertical-align:bottom;font-size:13.5px}
th,td{padding:9px 18px 9px 0;border-bottom:1px solid var(--line)}
td{vertical-align:top}
th:last-child,td:last-child{padding-right:2px}
tbody th{min-width:116px;color:var(--ink);font-weight:550;font-size:14.5px;vertical-align:top}
.of{color:var(--soft);font-size:13px}
.num{text-align:right;white-space:nowrap}
.id{display:block;color:var(--soft);font-size:12.5px;font-weight:400}
.chip{display:inline-block;padding:2px 10px;border-radius:99px;font-size:13px;font-weight:600;white-space:nowrap}
.good{background:var(--good-wash);color:var(--good)}
.bad{background:var(--bad-wash);color:var(--bad)}
.none{background:var(--none-wash);color:var(--soft)}
.visits{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:20px;margin:0;padding:0;list-style:none}
.visits>li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:20px 24px 12px}
.visits h3{margin:0 0 2px;font-size:16px}
.visits p{font-size:13.5px;color:var(--soft);margin-bottom:12px}
.visits ol{list-style:none;margin:0;padding:0;font-size:14.5px}
.visits ol li{display:grid;grid-template-columns:54px 1fr;padding:3px 0}
.visits ol li span{color:var(--soft);font-size:13px;padding-top:1px}
.due{list-style:none;margin:0;padding:0}
.due li{padding:14px 0;border-bottom:1px solid var(--line);display:grid;grid-template-columns:minmax(0,260px) 1fr;gap:4px 28px}
.due ul{margin:0;padding:0;list-style:none}
.due ul li{display:block;border:0;padding:0}
.fine{font-size:14.5px;color:var(--soft)}
.fine li{margin-bottom:6px;max-width:76ch}
.empty{padding:22px 26px;border:1px dashed var(--faint);border-radius:10px;color:var(--soft)}
@media screen and (max-width:820px){figure svg{width:100%;max-width:470px}.page{padding:32px 18px 64px}.side,.visits{grid-template-columns:minmax(0,1fr)}section{margin-top:56px}.due li{grid-template-columns:1fr}.todo{padding:20px 20px 12px}.tiles{grid-template-columns:1fr 1fr}.tiles>div{padding:14px 16px}.tiles .n{font-size:26px}.visits>li{padding:16px 18px 8px}}
@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#111;--soft:#4b5157;--line:#d9d9d9;--faint:#c8c8c8;--accent:#2b5c9e;--warm:#a85a12;--good:#1b7a56;--bad:#b23a2c;--good-wash:#e3f1ea;--bad-wash:#f9e6e2;--none-wash:#eee}
@page{margin:16mm 14mm}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:10.5pt}.page{max-width:none;padding:0}nav{display:none}section{margin-top:30px}h2,h3,caption,figcaption{break-after:avoid}figure,tr,.tiles,.todo,.visits>li,.due>li{break-inside:avoid}.visits{display:block}.visits>li{margin-bottom:12px}.scroll{overflow:visible}table{font-size:9pt}th,td{padding-right:9px}.tiles{grid-template-columns:repeat(3,1fr)}.side{gap:16px 24px}.side:has(.scroll){display:block}table,tbody th{font-size:8.5pt}th{font-size:8pt}tbody th{min-width:0}th,td{padding:5px 7px 5px 0}.lead{font-size:11pt;margin-bottom:14px}}
`.trim();
