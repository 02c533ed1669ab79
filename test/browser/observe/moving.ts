import type { Page } from './page.js';

const stops: (() => void)[] = [];
export const stopAll = (): void => {
  for (const stop of stops.splice(0)) stop();
};
export const stopWith = (stop: () => void): void => void stops.push(stop);

/** Calls `tick` every so many ms, the first time `first` ms from now. */
function every(ms: number, tick: (n: number) => void, first = ms): void {
  let n = 0;
  let timer = setTimeout(function next() {
    tick(++n);
    timer = setTimeout(next, ms);
  }, first);
  stops.push(() => clearTimeout(timer));
}
export const PARTS =
  '<main><button id="x">Dead</button><button id="live">Live</button><button id="late">Late</button><p id="out">–</p></main>';
const bubble = (name: string, show: boolean) => {
  document.querySelector(`.${name}`)?.remove();
  if (show)
    document.body.insertAdjacentHTML('beforeend', `<div class="${name}"><p>Can I help you?</p></div>`);
};

/** What moves by itself: in a page that says so in no way, and in one that does. */
export const MOVING: Record<string, { html: string; declared?: string; start(page: Page): void }> = {
  'a clock, 1 s': {
    html: '<span id="a1">0:00</span>',
    declared: '<span id="a1" role="timer">0:00</span>',
    start: (page) => every(1_000, (n) => (page.find('#a1').textContent = `0:0${n}`), 400),
  },
  'a clock that replaces its node': {
    html: '<div id="a1"><b>0</b></div>',
    declared: '<div id="a1" class="countdown"><b>0</b></div>',
    start: (page) => every(1_000, (n) => (page.find('#a1').innerHTML = `<b>${n}</b>`), 400),
  },
  'a carousel that moves a class, 3 s': {
    html: '<ul id="a1"><li>1</li><li>2</li><li>3</li></ul>',
    declared: '<ul id="a1" aria-roledescription="carousel"><li>1</li><li>2</li><li>3</li></ul>',
    start: (page) =>
      every(
        3_000,
        (n) =>
          page.host.querySelectorAll('li').forEach((slide, i) => slide.classList.toggle('on', i === n % 3)),
        1_700,
      ),
  },
  'a carousel that moves itself by style': {
    html: '<div style="overflow:hidden"><div id="a1" style="width:900px">slides</div></div>',
    declared: '<div class="swiper"><div id="a1" style="width:900px">slides</div></div>',
    start: (page) => every(3_000, (n) => (page.find('#a1').style.transform = `translateX(-${n}00px)`), 1_700),
  },
  'a carousel that replaces its slide': {
    html: '<div id="a1"><figure>0</figure></div>',
    declared: '<div id="a1" class="hero-carousel"><figure>0</figure></div>',
    start: (page) => every(3_000, (n) => (page.find('#a1').innerHTML = `<figure>${n}</figure>`), 1_700),
  },
  'a chat bubble that comes and goes': {
    html: '<i></i>',
    declared: '<i></i>',
    start: () => {
      stops.push(() => bubble('chat-bubble', false));
      every(1_300, (n) => bubble('chat-bubble', n % 2 === 1), 500);
    },
  },
  'a progress bar': {
    html: '<div style="width:200px"><div id="a1" style="height:4px;background:teal"></div></div>',
    declared: '<progress id="a1" max="100" value="0"></progress>',
    start: (page) =>
      every(300, (n) => {
        const bar = page.find('#a1');
        if (bar instanceof HTMLProgressElement) bar.value = n;
        else bar.style.width = `${n}%`;
      }),
  },
  'an animation by script, each frame': {
    html: '<div id="a1">o</div>',
    start: (page) => every(16, (n) => (page.find('#a1').style.transform = `translateX(${(n * 16) % 300}px)`)),
  },
  'a banner that the style sheet moves': {
    html: '<style>@keyframes run{to{margin-left:40px}}#a1{animation:run 700ms infinite alternate}</style><div id="a1">Sale</div>',
    start() {},
  },
};

/** Whether the last press stands unanswered: never answered, or the answer taken back. */
export const stands = (page: Page): boolean => {
  const { id } = page.presses().at(-1)!;
  const [told] = page
    .effects()
    .filter((effect) => effect.press === id)
    .slice(-1);
  return !told || told.undone === true;
};
