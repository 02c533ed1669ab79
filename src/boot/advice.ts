// Written by `npm run docs:advice` from docs/problems.md. Change it there.
import type { ProblemCode } from '../core/problems.js';

export const ADVICE: Readonly<Record<ProblemCode, { readonly cause: string; readonly cure: string }>> = {
  CONFIG_MISSING: {
    cause:
      'the script tag has no `data-config`, or it says `#id` and there is no such element. Nothing is shown; detection works.',
    cure: '`data-config="/antes.json"`, or `data-config="#antes-config"` with a `<script type="application/json" id="antes-config">` that stands *before* the script tag.',
  },
  CONFIG_UNREACHABLE: {
    cause:
      'the address of the configuration answered with an error (404 …), could not be reached, or took longer than 5 seconds. Where it fails before, it is asked once more, a second later; what an earlier page has had is not kept.',
    cure: 'open the address in the browser. On another origin it needs CORS headers, and your CSP must allow it in `connect-src`.',
  },
  CONFIG_NOT_JSON: {
    cause:
      'what came is not JSON. “Is HTML” in the message mostly means that the address leads to an error page or to the start page of a single-page application.',
    cure: 'check the address; then run `antes check`, which leads to the comma too many. JSON has no comments: write `"$comment": "…"`.',
  },
  CONFIG_TOO_LARGE: {
    cause: 'more than 256 KiB, or more than 50,000 parts.',
    cure: 'split it by site section. Most of the weight is usually translations that a page does not need.',
  },
  CONFIG_TOO_DEEP: {
    cause: 'something is nested more than 24 levels deep. That entry is left out, all others are used.',
    cure: 'flatten its conditions; nine `all` inside each other still fit.',
  },
  CONFIG_VERSION: {
    cause:
      '`"version": 1` is missing, or the file is of a newer version than this build understands. Nothing is shown.',
    cure: 'write `"version": 1`, or update the script.',
  },
  CONFIG_UNKNOWN_KEY: {
    cause:
      'a name that means nothing there, mostly a slip of the pen (`triggesr`, `quadarnt`). It is ignored.',
    cure: 'correct it; `antes check` says where in the file, and what it may be. Inside a trigger an unknown name is `TRIGGER_INVALID`.',
  },
  CONFIG_INVALID: {
    cause:
      'a part outside the triggers has the wrong form, or is an object of your page’s that fails when it is read: a content without a title, an action with two verbs, a limit that is no number, a `link` to where help may not lead (allowed are https, `tel:`, `mailto:`, `sms:` and the page’s own site). That part, or that button, is left out, or its default is used.',
    cure: 'as the message says. If triggers then complain that something does not exist, this is why.',
  },
  TRIGGER_INVALID: {
    cause:
      'one trigger has a part that is not understood, or names something that is not declared: a step, a reason, a content, a fact, an audience. Two triggers with the same `id` are one too many. This trigger is off, all others run.',
    cure: 'the path leads to the very spot. Typical: two head words in one condition, `"10 min"` instead of `"10m"`, `inline` without an `anchor`.',
  },
  TRIGGER_HARMFUL: {
    cause:
      'the endpoint that outcomes are reported to has answered that this trigger does harm: customers who see it get on worse than those it is held back from. It is off on this device, until an answer says otherwise, or for a week. All others run.',
    cure: 'look at the report of that trigger: mostly it is too early, in the way, or about the wrong thing. Change it and give it a new `id`, or take it off the list that the endpoint answers with.',
  },
  SELECTOR_INVALID: {
    cause:
      'a selector of a step, of `commit` or of `policy.ignore.selectors` is no CSS selector. It is left out.',
    cure: 'try it with `document.querySelector` in the console.',
  },
  UNKNOWN_NAME: {
    cause:
      '`policy.signals` names a signal that does not exist, `antes.open()` a content, or a button a channel that is not in `contact`.',
    cure: 'the names are in signals.md and under `content` and `contact.channels` in your file; the channels are `chat`, `callback`, `phone`, `email` and `form`. The button is left out.',
  },
  ANCHOR_MISSING: {
    cause:
      'help was to be shown at an anchor that is not on the page, or it went away and did not come back within two seconds. The help took the form that `show.orElse` says.',
    cure: 'put `data-antes-anchor="name"` on an element that is always there in that step, or correct the selector.',
  },
  ANCHOR_UNREACHABLE: {
    cause:
      'the anchor is there, but hidden, inert, behind a dialog or covered, or the page keeps removing what is put next to it.',
    cure: 'choose an anchor that customers can see in that moment.',
  },
  HOST_REMOVED: {
    cause:
      'the page keeps taking out the element that holds notices and the badge (`antes-layer`), mostly because it draws all of its document anew. It was put back three times within ten seconds; help that was shown counts as gone. The next help is tried again.',
    cure: 'let the page leave alone what is beside its `body`, or start Antes with `data-root` on an element that stays.',
  },
  FACT_UNDECLARED: {
    cause:
      '`antes.facts()` was called with a name that `facts` in the configuration does not declare. It is ignored.',
    cure: 'declare it, or correct the name. Nested objects are taken apart: `{ order: { id } }` is `order.id`.',
  },
  CALL_UNREGISTERED: {
    cause:
      'an action says `"call": "name"` (or a contact channel does), and the page has not registered a function of that name. The customer is told that it did not work.',
    cure: "`antes.register('name', fn)` on every page where that help can appear.",
  },
  CALL_FAILED: {
    cause:
      'your function threw or its promise was rejected. The error itself goes to your own error monitoring through `reportError`; the customer can try again.',
    cure: 'in your function. Returning `false` says “did not work” without an error.',
  },
  BAD_CALL: {
    cause:
      'a method was called with something it does not take: an event name with spaces, a fact that is an object in a list. The call is ignored.',
    cure: 'names begin with a letter and have letters, digits, `_`, `.`, `:` and `-`, at most 80.',
  },
  DUPLICATE_LOAD: {
    cause:
      'Antes was started twice on this page. The second start does nothing and returns the first instance, which ends when everybody who has started it has called `stop()` (a second script tag does not count). Beside another version that came first, and whose instance is of another kind, it returns one that does nothing.',
    cure: 'remove one of the two. To start anew, call `stop()` first; what is pushed between that and the next tag goes to the one that was stopped, and is lost.',
  },
  SOURCE_UNREACHABLE: {
    cause:
      'the address did not answer within 5 s, could not be reached (also where CORS or the `connect-src` of your CSP forbid it), or answered with an error. Nothing is told while the browser itself is offline.',
    cure: 'open the address in the browser; allow your origin there, and that origin in your CSP.',
  },
  SOURCE_NOT_JSON: {
    cause: 'the answer is no JSON: often a page, such as the one of a Wi-Fi that wants a log-in.',
    cure: 'if it stays, correct the address.',
  },
  SOURCE_TOO_LARGE: {
    cause: 'the answer is larger than 256 KiB.',
    cure: 'let the address answer with what the status needs, and no more.',
  },
  SOURCE_INVALID: {
    cause: 'the JSON is not in the form that `adapter` says, or `url` is not an address.',
    cure: 'name the right adapter, or see our own form.',
  },
  SOURCE_UNAUTHORISED: {
    cause:
      'incidents or facts may not be read from this page (`401`, `403`). For an order, a case or a refund that only means that nobody is signed in, and is no problem.',
    cure: 'let the address be read without a sign-in, or from your own origin.',
  },
  REPORT_UNREACHABLE: {
    cause:
      'the address for reports has not answered as it should, three times in a row: it is down, answers with a page or an error, or CORS or the `connect-src` of your CSP forbid it. What is to be reported is kept (within bounds) and tried again.',
    cure: 'compare with what a server must do.',
  },
  REPORT_REFUSED: {
    cause:
      'the server has refused three reports in a row (a status from 400 to 499 that does not pass by itself). They are given up and counted; for an hour nothing more is sent.',
    cure: 'the message has the status: 401 and 403 ask for a sign-in that reports do not have, 404 is a wrong address, 400 a server that expects something else.',
  },
  PART_FAILED: {
    cause:
      'something inside Antes failed once. Nothing was thrown into the page, and everything goes on; the path names the part.',
    cure: 'none on your side. Please report it with the path and the browser.',
  },
  PART_OFF: {
    cause:
      'a part of Antes failed three times, or could not begin (a page that refuses more listeners, say), and was switched off; everything else goes on. The path names it.',
    cure: 'none on your side. Please report it with the path and the browser.',
  },
  UI_FAILED: {
    cause:
      'the widgets could not be loaded or started: blocked by the CSP, by a blocker, or not hosted next to `antes.js`; or one widget could not be shown. The help is shown as plain text, or as a notice.',
    cure: 'host the whole folder `dist/cdn`, and allow it in `script-src`. With Trusted Types nothing has to be allowed; with npm and your own bundler, the policy `lit-html`.',
  },
  STORAGE_BLOCKED: {
    cause:
      '`sessionStorage` or `localStorage` is blocked or full (a sandboxed frame, private browsing, a quota). Everything works on this page; what should outlast it (counts, dismissals) is forgotten.',
    cure: 'mostly none. In a sandboxed frame, allow the same origin or hand over a storage of your own with the option `storage`.',
  },
  TAG_TAKEN: {
    cause:
      'the page has defined an element of its own under the name of one of ours, or another copy of Antes has. Ours goes by the same name with a number (`antes-inline-2`), and everything works. It is told of help at an anchor; the other elements take a number without a word.',
    cure: 'none needed, unless you style our elements by their names: those rules do not count for it.',
  },
  UNSUPPORTED: {
    cause:
      'the browser lacks what Antes is built on (`MutationObserver`, `AbortController`, `structuredClone`, `queueMicrotask`, adopted style sheets), with the path `browser`; or, with the path `page`, the page has made itself a `Map`, `Set`, `Promise`, `Symbol` or `URL` that lacks something, as old scripts did. Nothing runs; the page is not affected.',
    cure: "none needed for a browser. Of a page, take away what overwrites the language's own, or load a whole polyfill (core-js) in its place.",
  },
};
