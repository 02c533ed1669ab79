/**
 * The page that all are measured on: a checkout with a catalogue, some 2,000 nodes. What is pressed is in sight without
 * scrolling, and nothing that happens here moves anything.
 */
const PRODUCTS = 120;
const ORDERS = 40;
const BUTTONS_IN_SIGHT = 24;
const FIELDS = [
  ['name', 'text', 'Full name'],
  ['email', 'email', 'E-mail'],
  ['street', 'text', 'Street and number'],
  ['city', 'text', 'City'],
  ['note', 'text', 'Note for the courier'],
  ['holder', 'text', 'Name on the card'],
];

const times = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('\n');

const product = (i) => `<article class="card" id="product-${i}">
  <h3><a href="#product-${i}">Jug no. ${i}</a></h3>
  <p class="price"><span class="amount">${(19 + i).toFixed(2)}</span> <abbr title="euro">€</abbr></p>
  <button type="button" class="add"${i < BUTTONS_IN_SIGHT ? ' data-press' : ''}><span>Add</span> <b>0</b></button>
</article>`;

const field = ([name, type, label]) =>
  `<p><label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" data-type></p>`;

const STYLE = `
body { margin: 0; font: 14px/1.3 sans-serif; width: 1280px; }
nav { display: flex; gap: 16px; height: 40px; padding: 0 16px; align-items: center; }
main { display: grid; grid-template-columns: 800px 440px; gap: 16px; padding: 16px; }
.grid { display: grid; grid-template-columns: repeat(6, 1fr); gap: 8px; }
.card { border: 1px solid #ccc; padding: 6px; height: 104px; overflow: hidden; }
.card.chosen { border-color: #06c; }
h3, p { margin: 4px 0; }
#log { height: 120px; overflow: hidden; margin: 0; }
label { display: block; } input { width: 380px; height: 24px; box-sizing: border-box; }
#status, #length { height: 20px; overflow: hidden; }`;

/** @param {string} tag what loads the SDK */
export const pageWith = (tag) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Payment – Bench</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>${STYLE}</style></head>
<body>
<header><nav><a href="#top">Shop</a>${times(6, (i) => `<a href="#part-${i}">Part ${i}</a>`)}<span id="basket">0</span></nav></header>
<main>
<section><h2>Jugs</h2><div class="grid">${times(PRODUCTS, product)}</div></section>
<section><h2>Payment</h2>
<form action="/pay" method="post" onsubmit="return false">${FIELDS.map(field).join('\n')}
<p><button type="button" data-press>Check the address</button> <button type="button" data-press>Use a voucher</button></p></form>
<p id="status" role="status">Ready</p><p id="length">0</p>
<ol id="log">${times(8, (i) => `<li>Line ${i}</li>`)}</ol>
<table><thead><tr><th>Order</th><th>Day</th><th>Sum</th></tr></thead>
<tbody>${times(ORDERS, (i) => `<tr><td>A-${i}</td><td>${i + 1}</td><td>${i * 7} €</td></tr>`)}</tbody></table>
</section>
</main>
<footer>${times(20, (i) => `<p><a href="#foot-${i}">Foot ${i}</a></p>`)}</footer>
<script src="/shop.js"></script>
${tag}
</body></html>`;
