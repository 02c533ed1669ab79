import { startCollector } from './collector-server.mjs';

/**
 * `collector`: the origin of a receiver of reports (see collector-server.mjs).
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function collectorPlugin() {
  let collector;
  return {
    name: 'collector-command',
    async executeCommand({ command }) {
      if (command !== 'collector') return undefined;
      collector ??= startCollector();
      return (await collector).origin;
    },
    async serverStop() {
      await (await collector)?.close();
    },
  };
}
