import { readFileSync } from 'node:fs';
import type { Config } from '../../../src/engine.js';
import { serve, type Answer, type Asked, type Site } from '../../e2e/support/site.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const OWN: Readonly<Record<string, string>> = {
  '/test/watch.js': read('./watch.js'),
  '/test/checkout.js': read('./checkout.js'),
  '/host.css': 'body { font: 16px/1.4 sans-serif } [data-antes-anchor] { margin: 1em 0 }',
};

/** Help that the page asks for, help for presses without an answer, and a journey with one step. */
export const CONFIG: Config = {
  version: 1,
  journeys: { pay: { steps: [{ id: 'pay', url: '/' }] } },
  content: {
    hello: { title: 'Help is here', body: 'It is **here**.', actions: [{ label: 'Do it', call: 'host.do' }] },
    dead: { title: 'Not reacting' },
  },
  // Where outcomes are reported, one visitor in twenty would be kept from help.
  policy: { gap: '1ms', limits: [{ times: 99, per: 'session' }], holdout: { share: 0 } },
  triggers: [
    {
      id: 'asked',
      when: { event: 'needed' },
      timing: { at: 'now' },
      show: { content: 'hello', as: 'inline', anchor: 'here', orElse: 'notice' },
    },
    {
      id: 'dead',
      when: { any: [{ event: 'rage-click' }, { event: 'dead-click' }] },
      timing: { at: 'now' },
      show: { content: 'dead', as: 'notice' },
    },
  ],
};

/** A page, and what is wrong with it. */
export interface Hostile {
  /** Runs before everything but the watch: a script's text, or a function that needs nothing from outside. */
  readonly inject?: string | (() => void);
  /** Markup after that, before the tag: in the head. */
  readonly head?: string;
  /** Markup at the end of the page's own. */
  readonly body?: string;
  /** Headers of the page. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Antes' tag, for a page that embeds it in another way. */
  readonly tag?: string;
  /** All scripts of the page have it. */
  readonly nonce?: string;
  /** Attributes of the usual tag. */
  readonly attributes?: string;
  /** What `/antes.json` is, made of the usual one, or how it is answered. */
  readonly config?: (config: Config) => unknown;
  readonly configAnswer?: Answer;
  /** What other addresses answer. */
  readonly routes?: (path: string, asked: Asked) => Answer | undefined;
}

export const TAG =
  '<script async src="/antes/antes.js" data-config="/antes.json" data-consent="denied"></script>';

const html = ({ nonce, ...hostile }: Hostile, withAntes: boolean) =>
  nonce === undefined
    ? markup(hostile, withAntes)
    : markup(hostile, withAntes).replaceAll('<script', `<script nonce="${nonce}"`);
const markup = ({ head = '', body = '', tag = TAG, attributes = '' }: Hostile, withAntes: boolean) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/host.css">
<script src="/test/ledger.js"></script><script src="/test/watch.js"></script><script src="/test/inject.js"></script>
${head}${withAntes ? tag.replace('async', `async ${attributes}`) : ''}</head><body>
<h1>Checkout</h1>
<form id="pay"><p><label for="name">Name</label> <input id="name" name="name" autocomplete="off"></p>
<p><button type="button" id="minus">-</button> <output id="count">0</output> <button type="button" id="plus">+</button></p>
<p><input type="checkbox" id="agree"> <label for="agree">Agreed</label></p>
<p data-antes-anchor="here" id="here">Here</p>
<p><button id="send">Pay</button> <span id="state"></span></p></form>
<p><a id="about" href="#about">About us</a> <span id="where"></span> <button type="button" id="needed">Help</button>
<button type="button" id="dead">Dead</button></p>
${body}<script src="/test/checkout.js"></script></body></html>`;

/** All of a page that is there without Antes too, as a text. */
export const withoutAntes = (hostile: Hostile): string =>
  [html(hostile, false), JSON.stringify(hostile.headers), hostile.inject, hostile.routes].map(String).join();

export interface HostSite extends Site {
  /** What was asked of the page's own server, without Antes and the tests. */
  readonly requests: string[];
  /** With bodies and headers, in order. */
  readonly seen: Asked[];
}

/** Serves the page at `/` with Antes and at `/without` without. The address is a new one each time: so is the visitor. */
export async function serveHost(hostile: Hostile = {}): Promise<HostSite> {
  const { inject = '', config = (usual) => usual, configAnswer, headers, routes } = hostile;
  const requests: string[] = [];
  const seen: Asked[] = [];
  const site = await serve((path, asked) => {
    seen.push(asked);
    const own = routes?.(path, asked);
    if (own !== undefined) return own;
    if (path === '/' || path === '/without') {
      const body = html(hostile, path === '/');
      return headers ? { body, headers } : body;
    }
    if (path === '/antes.json')
      return (
        configAnswer ?? {
          body: JSON.stringify(config(CONFIG)),
          headers: { 'access-control-allow-origin': '*' },
        }
      );
    if (path === '/test/inject.js') return typeof inject === 'string' ? inject : `(${String(inject)})()`;
    if (path in OWN)
      return { body: OWN[path]!, type: path.endsWith('.css') ? 'text/css' : 'text/javascript' };
    if (path === '/pay') {
      requests.push(`${asked.method} ${path}`);
      return { status: 204, headers: { 'access-control-allow-origin': '*' } };
    }
    return undefined;
  });
  return Object.assign(site, { requests, seen });
}
