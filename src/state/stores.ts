import type { As, ChannelName, Config, GuideStep, Show, Tone } from '../config/types.js';
import type { Handoff, Situation } from '../contact/handoff.js';
import type { Cause, Happening } from '../core/happenings.js';
import type { Guard } from '../core/guard.js';
import type { Lookup } from '../core/matcher.js';
import type { Trace } from '../decide/decide.js';
import type { SourceStates } from './sources.js';
import { createStore, type Store } from './store.js';

export type { As, GuideStep, Tone };
export type Side = Show['side'];

/** One action of an offer, ready to be drawn. What it does is decided in boot/actions.ts. */
export interface OfferAction {
  readonly label: string;
  readonly style: 'primary' | 'secondary' | 'link';
  /** Where it is a plain link, so that it can be a real `<a href>`. Checked against the allowed schemes. */
  readonly href?: string;
  /** The way to a person, for where the widgets cannot be had: who that is, and its plain link. */
  readonly person?: { readonly channel: ChannelName; readonly href: string };
}

/** Help as the customer will see it: texts in their language, facts filled in, nothing left to decide. */
export interface Offer {
  /** Counts up within a session. */
  readonly id: number;
  readonly trigger: string;
  readonly reason: string;
  readonly as: As;
  readonly anchor: string | undefined;
  /** The side of the anchor that is wanted, where there is room. */
  readonly side?: Side | undefined;
  readonly orElse: 'notice' | 'badge' | 'nothing';
  readonly title: string;
  /** Light mark-up (`**bold**`, lists, links); see ui/text.ts. */
  readonly body: string;
  readonly actions: readonly OfferAction[];
  /** Steps to take; what each waits for is seen in the ui. */
  readonly guide?: readonly GuideStep[];
  readonly tone: Tone;
  readonly feedback: 'none' | 'helpful' | 'effort';
  /** Name of the source whose status it shows. */
  readonly source?: string | undefined;
  /** Names of the steps of that source, in the language of the texts. */
  readonly steps?: Readonly<Record<string, string>> | undefined;
  /** Language and direction of the texts. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** For "why am I seeing this?"; nothing where the customer asked for it. */
  readonly because: Cause | undefined;
  /** The way to a person: the channel that was chosen, `''` for any. Its actions are plain ones, for where the panel cannot be had. */
  readonly contact?: ChannelName | '';
  /** The cause is gone: the widget leaves as soon as that disturbs nobody. */
  readonly leaving: false | 'withdrawn' | 'solved';
}

/** The only mutable state that boot and ui share: boot writes, ui reads and answers through {@link UiPort}. */
export interface Stores {
  readonly $offers: Store<readonly Offer[]>;
  /** The page's language, for the widgets' own words. */
  readonly $locale: Store<string>;
  /** What is known from each source. */
  readonly $sources: Store<SourceStates>;
  /** Written by the ui: the sources that somebody looks at right now. */
  readonly $followed: Store<readonly string[]>;
}

export const createStores = (locale: string): Stores => ({
  $offers: createStore<readonly Offer[]>([]),
  $locale: createStore(locale),
  $sources: createStore<SourceStates>({}),
  $followed: createStore<readonly string[]>([]),
});

/** What became of an offer, as the ui tells it. */
export interface Answer {
  readonly phase:
    | 'shown'
    | 'opened'
    | 'dismissed'
    | 'snoozed'
    | 'solved'
    | 'unsolved'
    | 'rated'
    | 'gone'
    | 'withheld';
  readonly why?: 'anchor-missing' | 'anchor-unreachable' | 'ui-failed';
  readonly as?: As;
  /** With `snoozed`: for good. */
  readonly forever?: true;
  /** With `snoozed`: and all that is there for the same reason. */
  readonly alike?: true;
  /** With `rated`: how hard it was, from 1 (very easy) to 7 (very hard). */
  readonly effort?: number;
}

/** The way back from ui to boot. */
export interface UiPort {
  readonly stores: Stores;
  /** Parent of everything the ui adds outside the flow; `<html>` by default. */
  readonly root: Element;
  readonly config: Config;
  /** What is known now. Only what the config marks with `show` may be shown. */
  readonly facts: Lookup;
  /** What has happened so far: what somebody who takes over could be told. */
  situation(): Situation;
  /** The customer has chosen a channel, and agreed to what is passed on. Resolves to whether it worked. Never rejects. */
  contact(channel: ChannelName, reason: string, handoff?: Handoff): Promise<boolean>;
  /** Every trigger with its gates. */
  why(): readonly Trace[];
  /** A content as the customer would read it, ready to be acted upon. */
  read(content: string): Offer | undefined;
  /** Numbers of the steps of a guide that were done before, on whichever page. */
  ticks(offer: number): readonly number[];
  tick(offer: number, done: readonly number[]): void;
  /** The customer asks for help: for one content, or for whatever there is. */
  open(content?: string): void;
  answer(offer: number, answer: Answer): void;
  /** The customer wants no unasked help for so long; `null` takes that back. */
  mute(duration: string | null): void;
  /** Tells of every signal and event from now on; returns the way to stop that. */
  heard(tell: (happening: Happening) => void): () => void;
  /** Does what action `index` of the offer says; resolves to whether it worked. Never rejects. */
  act(offer: number, index: number): Promise<boolean>;
  /** Around all that the ui does: what fails is told as `UI_FAILED`. */
  readonly guard: Guard;
  problem(
    code: 'ANCHOR_MISSING' | 'ANCHOR_UNREACHABLE' | 'HOST_REMOVED' | 'UI_FAILED' | 'TAG_TAKEN',
    path: string,
    message: string,
  ): void;
}

/** The ui chunk's one export that boot calls (by `import()` of an absolute URL). */
export interface UiModule {
  startUi(port: UiPort): () => void;
  /** Brings the customer to an anchor: scrolls it into view and focuses it, or the first control inside. Resolves to whether it is there. */
  focusAnchor(anchor: string): Promise<boolean>;
}
