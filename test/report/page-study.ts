import type { Study } from '../simulate/iweb-study.js';
import { separations } from './parts.js';

/** The part of the page about people who said themselves how it went. */
export const study = (rated: Study): string => `## People who rated what they had done

In the iWeb study (H. Z. Jahromi, MIT licence, see test/simulate/iweb) people looked for places on a web map whose server had been slowed down, and rated each task from 1 (bad) to 5 (excellent). Here is the half of it with odd subject numbers: ${rated.tasks} tasks of ${rated.subjects} people, ${rated.bad} rated 1 or 2 and ${rated.good} rated 4 or 5. The other half was not looked at.

Each task became records: every click a press, the end of every load the answer to all presses that wait; the map moves under every press, so a press shows at once that it was heard; a load that did not complete gives no answer. The session's **score** is the struggle of its step at the moment when the task ends and is rated: the sum of the decayed weights, before it is cut off at 1. Nothing was added for the study.

How often has a badly rated task the higher score of two?

${separations([rated.score, ...rated.rules])}

![ROC curve of the score](img/detection/iweb-roc.svg)

![Score by rating](img/detection/iweb-ratings.svg)

Intervals are from a bootstrap over people, not tasks, because tasks of one person are alike. The last column leaves out one person at a time. Fast clicking tells nothing: it is honest zooming. Waiting does. The score reaches what the mean time to answer reaches, which nobody knows before a task is over, and what the injected delay itself reaches, which nobody knows at all.

### How the constants were chosen

Not by this study. A slow answer weighs nothing up to 1 s and all of its 0.3 at 10 s, a press while waiting 0.5 at 2 s and 1 at 10 s: 1 s and 10 s are Nielsen's limits of a train of thought and of attention (*Usability Engineering*, 1993), 0.3, 0.5 and 2 s were there before, 1 is the threshold of help. In between weights grow with the logarithm of the wait, as sensations do (Weber–Fechner) and as ITU-T G.1030 has it for the waiting for web pages. What would come of other constants:

${separations(rated.settings)}

### What else could have been taken

The study leaves open what counts as heard, and the score could be another number made of the struggle. All that were tried:

${separations([...rated.scores, ...rated.readings])}

![Areas of scores and rules](img/detection/iweb-auc.svg)

Where presses are heard only by the end of a load, honest zooming looks like rage, and the score falls to what the best simple rule reaches. That is the case for telling progress (\`aria-busy\`, a spinner, a map that moves) from silence.`;
