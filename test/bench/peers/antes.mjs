import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const shop = () => JSON.parse(readFileSync(join(root, 'demo/antes.json'), 'utf8'));

/** As it is shipped: the tag, with the configuration in the page. */
const tag = (config) =>
  `<script type="application/json" id="config">${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>
<script defer src="/antes/antes.js" data-config="#config"></script>`;

/** Everything that sees and decides, with the triggers of the demo shop. */
export const antes = {
  id: 'antes',
  title: 'Antes',
  what: 'the demo shop’s triggers; nothing is reported',
  packages: [],
  tag() {
    const { sources: _sources, report: _report, ...config } = shop();
    return tag({ ...config, policy: { ...config.policy, launcher: false } });
  },
};

/** The shop's configuration as it is: a button for help, the state of orders and incidents, outcomes reported. */
export const antesWithAll = {
  id: 'antes-all',
  title: 'Antes, all on',
  what: 'and its button for help, order and incident feeds, outcomes reported',
  packages: [],
  tag: () => tag({ ...shop(), report: { endpoint: '/to/antes-all' } }),
};
