export type Point = readonly [x: number, y: number];
/** A point of the viewport, and the milliseconds from the one before to it. */
export type Timed = readonly [x: number, y: number, ms: number];

/** One way to drive three browsers. All input is the browser's own: events are trusted, focus really moves. */
export interface Page {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  /** Asks the browser to go back; wait for what is to be seen there. */
  back(): Promise<void>;
  reload(): Promise<void>;

  /** Moves the mouse to the middle of the element, scrolled into view, and presses. */
  click(selector: string): Promise<void>;
  /** `inRow`: the how many-th press of a double or triple click; other drivers than Chromium's count themselves. */
  clickAt(x: number, y: number, inRow?: number): Promise<void>;
  /** Rests the mouse on the middle of the element. */
  move(selector: string): Promise<void>;
  /** Moves the mouse from point to point, with a pause after each. */
  path(points: readonly Point[], pauseMs?: number): Promise<void>;
  mouseDown(button?: 'left' | 'right'): Promise<void>;
  mouseUp(button?: 'left' | 'right'): Promise<void>;
  /** Turns the wheel by so many pixels, with the mouse at a point. */
  wheel(at: Point, by: number): Promise<void>;
  /**
   * Fingers come down at their first points, go along their others, and are lifted. WebKitGTK's driver has none;
   * Firefox neither scrolls nor zooms by them.
   */
  touch?(fingers: readonly (readonly Point[])[], pauseMs?: number): Promise<void>;
  /** Zooms with two fingers; turns the device. Only Chromium. */
  pinch?(at: Point, scale: number): Promise<void>;
  turn?(landscape: boolean): Promise<void>;
  /** Frees what nobody holds; so many bytes are left. Only Chromium. */
  collect?(): Promise<number>;
  /** Another tab is looked at for so long. */
  away?(ms: number): Promise<void>;
  /** Types key by key, into the element when one is named (it is clicked first), else where the focus is. */
  type(selector: string | null, text: string, options?: { delay?: number }): Promise<void>;
  /** A key or a chord by its name: `Enter`, `Space`, `ArrowDown`, `Shift+Tab`. */
  press(key: string, options?: { holdMs?: number }): Promise<void>;

  /** As `path`, in time. Where the browser is behind time it leaves points out, as a slow screen does. */
  timedPath(points: readonly Timed[]): Promise<void>;
  /** One finger in time, from where it comes down to where it is lifted; missing where the driver knows no fingers. */
  readonly timedTouch?: (points: readonly Timed[]) => Promise<void>;
  keyDown(key: string): Promise<void>;
  keyUp(key: string): Promise<void>;

  /** Runs a self-contained function, or an expression, in the page and returns its (awaited) JSON value. */
  evaluate<T, A extends readonly unknown[]>(
    code: string | ((...args: A) => T | Promise<T>),
    ...args: A
  ): Promise<T>;
  /** Asks the page until the answer is truthy, across navigations too. */
  waitFor<T, A extends readonly unknown[]>(
    code: string | ((...args: A) => T | Promise<T>),
    options?: { timeout?: number; message?: string; args?: A },
  ): Promise<NonNullable<T>>;

  setViewport(width: number, height: number): Promise<void>;
  screenshot(path: string): Promise<void>;
  /**
   * What pages have complained about so far: console errors, uncaught errors, unhandled rejections, policy
   * reports. Complete in Chromium and Firefox. WebKitGTK's driver has no log and no preload script: there the
   * collector comes in when navigation by the driver ends or at its next command, and earlier complaints are
   * lost unless the page itself loads `collect-problems.js` first, whose list is then used.
   */
  problems(): Promise<string[]>;
  /** Another tab, or a window beside this one, of the same visitor: storage is shared. It is in front. */
  beside(url: string, type?: 'tab' | 'window'): Promise<Page>;
  /** Presses something that opens a tab, and returns that tab. It is in front. */
  popup(selector: string): Promise<Page>;
  /** Brings the tab to the front, as the customer does who changes tabs. */
  front(): Promise<void>;
  /** Of a page that was opened beside another one: only itself. */
  close(): Promise<void>;
}

/** What people have asked of their system. */
export interface Preferences {
  /** WebKitGTK has none: `forced-colors` never matches there. */
  readonly forcedColors?: boolean;
  readonly reducedMotion?: boolean;
}

export interface Engine {
  name: EngineName;
  /** A new visitor: storage, cookies and cache are empty. */
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export const ENGINE_NAMES = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** As long as people hold a button down: long enough for a page to show that it is pressed. */
export const PRESS_MS = 80;
export const VIEWPORT = { width: 1280, height: 860 };
/** How long `waitFor` and the first look at an element wait. */
export const PATIENCE_MS = 10_000;
