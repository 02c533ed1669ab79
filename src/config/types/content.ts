// Written by `npm run schema` from src/config/schema. Change it there.

import type { ChannelName, EventPattern, Named, Weekday } from '../types.js';

export type Tone = 'info' | 'success' | 'warning' | 'problem';

/** Something to press: a label, and exactly one of `link`, `call`, `focus`, `open`, `contact` and `resolve`. */
export interface Action {
  /** What stands on it. */
  readonly label: string;
  /** Goes there: https, tel, mailto, sms, or your own site. A button that leads elsewhere is left out. */
  readonly link?: string;
  /** Calls a function that the page registered with `antes.register()`. */
  readonly call?: string;
  /** Brings the customer to this place. */
  readonly focus?: string;
  /** Shows another content: a name in `content`. */
  readonly open?: string;
  /** Reaches a person: a channel of `contact`. */
  readonly contact?: ChannelName;
  /** Says that it is solved. */
  readonly resolve?: boolean;
  /** How much it stands out. One primary action at most. */
  readonly style?: 'primary' | 'secondary' | 'link';
}

/** One thing to do, in one sentence. */
export interface GuideStep {
  /** What is to be done. The same light mark-up as a body. */
  readonly text: string;
  /** The place it is about: “Show me” brings the customer there. */
  readonly anchor?: string;
  /** It is done when this happens. Without it, as soon as the field at the anchor is filled in and valid; that shows of fields that are required or have a placeholder. */
  readonly done?: EventPattern;
}

/** What is said. First what happened to the money, then one obvious next step, and a way to a person. */
export interface Content {
  /** The first thing that is read. Facts in braces. */
  readonly title: string;
  /** Plain text with `**bold**`, `[links](https://…)`, lines that begin with `- `, empty lines between paragraphs, and `{facts}` that may be shown. */
  readonly body?: string;
  /** At most three. */
  readonly actions?: readonly Action[];
  /** Steps to take, in their order. Each is ticked off by itself once it is done. */
  readonly guide?: readonly GuideStep[];
  /** Live status that is shown in it: a name in `sources`. */
  readonly source?: string;
  readonly steps?: Named<string>;
  /** `helpful` asks whether it helped, `effort` how hard it was. */
  readonly feedback?: 'none' | 'helpful' | 'effort';
  /** Its colour and symbol. */
  readonly tone?: Tone;
  /** Customers find it in the panel. `false` for what is true only at its moment. */
  readonly search?: boolean;
}

/** What is missing stays in the language of the file. */
export interface Texts {
  /** The title in this language. */
  readonly title?: string;
  /** Plain text with `**bold**`, `[links](https://…)`, lines that begin with `- `, empty lines between paragraphs, and `{facts}` that may be shown. */
  readonly body?: string;
  /** The labels, in the order of the actions of the content. */
  readonly actions?: readonly string[];
  readonly steps?: Named<string>;
  /** The texts of the steps, in their order. */
  readonly guide?: readonly string[];
}

/** When somebody is there. */
export interface Hours {
  /** Every day, if it says nothing. */
  readonly days?: readonly Weekday[];
  /** All day, if it says nothing. */
  readonly hours?: string;
  /** By whose clock. */
  readonly zone: string;
}

/** A number to call, an address to go to, or a function of the page. */
export interface ContactChannel {
  /** Its name for customers. */
  readonly label?: string;
  /** A telephone number. */
  readonly number?: string;
  /** A page, or `mailto:`. Of `callback`: where the request is sent to, as JSON. */
  readonly url?: string;
  /** A function that the page registered. */
  readonly call?: string;
  /** When somebody is there; always, if it says nothing. */
  readonly hours?: Hours;
  /** A fact that holds the minutes people wait. */
  readonly wait?: string;
}

/** The ways to reach a person. */
export interface Contact {
  /** Which is offered first. */
  readonly order?: readonly ChannelName[];
  readonly channels?: {
    /** How this way is opened: exactly one of `number`, `url` and `call`. */
    readonly chat?: ContactChannel;
    /** How this way is opened: exactly one of `number`, `url` and `call`. */
    readonly callback?: ContactChannel;
    /** How this way is opened: exactly one of `number`, `url` and `call`. */
    readonly phone?: ContactChannel;
    /** How this way is opened: exactly one of `number`, `url` and `call`. */
    readonly email?: ContactChannel;
    /** How this way is opened: exactly one of `number`, `url` and `call`. */
    readonly form?: ContactChannel;
  };
  readonly handoff?: {
    /** Where it is sent with the code that the customer says on the phone, as JSON. Without it there is no code. */
    readonly url?: string;
    readonly words?: Named<Named<string>>;
  };
  /** A fact that holds the customer’s own number, so that nobody has to type it again. It must be one that may be shown. */
  readonly phone?: string;
}

/** For each language, the texts of each content. */
export type Translations = Named<Named<Texts>>;
