import type { Page } from '../../support/engines/index.js';

/** Markup and scripts that would run, were a text ever taken for markup: each would say so by `__x`. */
export const PAYLOADS: readonly string[] = [
  '<script>window.__x=1</script>',
  '<ScRiPt>window.__x=1</sCrIpT>',
  '<script src="data:text/javascript,window.__x=1"></script>',
  '"><script>window.__x=1</script>',
  "'><script>window.__x=1</script>",
  '</textarea><script>window.__x=1</script>',
  '</title><script>window.__x=1</script>',
  '--><script>window.__x=1</script>',
  '<!--><script>window.__x=1</script>-->',
  '<![CDATA[<script>window.__x=1</script>]]>',
  '<img src=x onerror=window.__x=1>',
  '<img src="x" onerror="window.__x=1" alt="',
  '<img/src=x/onerror=window.__x=1>',
  '<img src=x onerror\n=window.__x=1>',
  '<img src=x:x onerror=&#119;indow.__x=1>',
  '<IMG SRC=# ONERROR=window.__x=1>',
  '<image src=x onerror=window.__x=1>',
  '<svg onload=window.__x=1>',
  '<svg/onload=window.__x=1>',
  '<svg><script>window.__x=1</script></svg>',
  '<svg><script href="data:,window.__x=1"/></svg>',
  '<svg><animate onbegin=window.__x=1 attributeName=x dur=1s>',
  '<svg><set attributeName=onmouseover to=window.__x=1>',
  '<svg><a xlink:href="javascript:window.__x=1"><text y=20>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=\'http://www.w3.org/2000/svg\'><script>window.__x=1</script></svg>#x">',
  '<svg><foreignObject><iframe srcdoc="<script>parent.__x=1</script>"></iframe></foreignObject></svg>',
  '<svg><style><img src=x onerror=window.__x=1></style></svg>',
  '<svg></p><style><a id="</style><img src=x onerror=window.__x=1>">',
  '<math><mtext><table><mglyph><style><img src=x onerror=window.__x=1>',
  '<math><mi//xlink:href="javascript:window.__x=1">x</mi></math>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=window.__x=1></annotation-xml></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=window.__x=1>',
  '<noscript><p title="</noscript><img src=x onerror=window.__x=1>">',
  '<noembed><img title="</noembed><img src=x onerror=window.__x=1>"></noembed>',
  '<noframes><img title="</noframes><img src=x onerror=window.__x=1>"></noframes>',
  '<xmp><p title="</xmp><img src=x onerror=window.__x=1>"></xmp>',
  '<template><img src=x onerror=window.__x=1></template>',
  '<template shadowrootmode=open><img src=x onerror=window.__x=1></template>',
  '<iframe srcdoc="<script>parent.__x=1</script>"></iframe>',
  '<iframe src="javascript:parent.__x=1"></iframe>',
  '<iframe onload=window.__x=1></iframe>',
  '<object data="javascript:window.__x=1"></object>',
  '<object data="data:text/html,<script>parent.__x=1</script>"></object>',
  '<embed src="javascript:window.__x=1">',
  '<base href="javascript:window.__x=1//">',
  '<link rel=stylesheet href="data:text/css,*{--x:1}" onload=window.__x=1>',
  '<meta http-equiv=refresh content="0;url=javascript:window.__x=1">',
  '<style>@import "data:text/css,"; *{x:expression(window.__x=1)}</style>',
  '<style onload=window.__x=1></style>',
  '<body onload=window.__x=1>',
  '<body onpageshow=window.__x=1>',
  '<input autofocus onfocus=window.__x=1>',
  '<select autofocus onfocus=window.__x=1>',
  '<textarea autofocus onfocus=window.__x=1>',
  '<button popovertarget=x onclick=window.__x=1>Press</button>',
  '<details open ontoggle=window.__x=1>',
  '<dialog open onclose=window.__x=1>',
  '<video><source onerror=window.__x=1>',
  '<video src=x onerror=window.__x=1>',
  '<audio src=x onerror=window.__x=1>',
  '<marquee onstart=window.__x=1>',
  '<a href="javascript:window.__x=1">Press</a>',
  '<a href="jav&#x09;ascript:window.__x=1">Press</a>',
  '<form action="javascript:window.__x=1"><button>Press</button></form>',
  '<p style="background:url(javascript:window.__x=1)">',
  '<x-help onclick=window.__x=1 tabindex=1 autofocus onfocus=window.__x=1>',
  '<antes-inline onfocus=window.__x=1 tabindex=0>',
  '${window.__x=1}',
  '{{constructor.constructor("window.__x=1")()}}',
  '<%= window.__x=1 %>',
  'javascript:window.__x=1',
  '\u0000<img src=x onerror=window.__x=1>',
  '＜img src=x onerror=window.__x=1＞',
  '%3Cimg%20src%3Dx%20onerror%3Dwindow.__x%3D1%3E',
  '&lt;img src=x onerror=window.__x=1&gt;',
  '**<img src=x onerror=window.__x=1>**',
  '[<img src=x onerror=window.__x=1>](https://example.com/)',
  '[Press](javascript:window.__x=1)',
  '[Press](<img src=x onerror=window.__x=1>)',
  '[Press](https://example.com/"onmouseover="window.__x=1)',
];

/** Addresses that lead nowhere help may lead. */
export const ADDRESSES: readonly string[] = [
  'javascript:window.__x=1',
  'JaVaScRiPt:window.__x=1',
  ' javascript:window.__x=1',
  'java\tscript:window.__x=1',
  'java\nscript:window.__x=1',
  '\u0000javascript:window.__x=1',
  '\u0001javascript:window.__x=1',
  'javascript://%0Awindow.__x=1',
  'javascript:window.__x=1//https://example.com/',
  'data:text/html,<script>opener.__x=1</script>',
  'data:image/svg+xml,<svg onload=window.__x=1>',
  'vbscript:window.__x=1',
  'blob:https://example.com/1',
  'file:///etc/passwd',
  'filesystem:https://example.com/x',
  'view-source:https://example.com/',
  'about:blank',
  'ws://example.com/',
  'ftp://example.com/',
  'http://evil.example/',
  '//evil.example/',
  '\\\\evil.example\\',
  'intent://example.com/#Intent;scheme=https;end',
  'x-apple.systempreferences:',
  'https://',
  'http://[::1',
];

/** What our elements are made of: anything else came out of a text. */
const NAMES =
  'a b bdi br button circle details dialog div fieldset footer form h2 h3 header hr input label legend li ol option p path progress section select slot small span strong summary svg textarea time ul g rect line';

export interface Found {
  /** Elements that no template of ours has, and attributes that run code. */
  readonly strange: readonly string[];
  /** Addresses of links, as the browser understands them. */
  readonly links: readonly string[];
  /** Links that open beside the page and say more to it than they must. */
  readonly telling: readonly string[];
  readonly text: string;
  /** What has run. */
  readonly ran: unknown;
}

/** Everything that is in our elements now. */
export const lookInside = (page: Page): Promise<Found> =>
  page.evaluate((known) => {
    const names = new Set(known.split(' '));
    const strange: string[] = [];
    const links: string[] = [];
    const telling: string[] = [];
    let text = '';
    const isOurs = (name: string) => name.startsWith('antes-');
    const seen = new Set<Element | ShadowRoot>();
    const look = (root: Element | ShadowRoot) => {
      if (seen.has(root)) return;
      seen.add(root);
      text += `\n${root.textContent}`;
      for (const one of [...(root instanceof Element ? [root] : []), ...root.querySelectorAll('*')]) {
        if (!names.has(one.localName) && !isOurs(one.localName)) strange.push(one.localName);
        for (const { name, value } of one.attributes) {
          if (/^(?:on|srcdoc|xlink|formaction)/.test(name)) strange.push(`${one.localName}[${name}]`);
          // Where help stands is said by properties of its style.
          const runs = name === 'style' ? /javascript/i : /^\s*javascript:/i;
          if (!name.startsWith('aria-') && runs.test(value)) strange.push(`${name}=${value}`);
        }
        if (one instanceof HTMLAnchorElement) {
          links.push(one.href);
          if (one.target !== '' && one.rel !== 'noopener noreferrer') telling.push(`${one.href} ${one.rel}`);
        }
        if (one.shadowRoot && one !== root) look(one.shadowRoot);
      }
      if (root instanceof Element && root.shadowRoot) look(root.shadowRoot);
    };
    for (const one of document.querySelectorAll('*')) if (isOurs(one.localName)) look(one);
    return { strange, links, telling, text, ran: (globalThis as { __x?: unknown }).__x ?? null };
  }, NAMES);
