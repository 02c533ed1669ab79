export const rrweb = {
  id: 'rrweb',
  title: 'rrweb',
  what: 'record, sent each five seconds',
  packages: ['rrweb'],
  entry: `
import { record } from 'rrweb';
let events = [];
record({ emit: (event) => events.push(event), maskAllInputs: true });
const send = () => {
  if (events.length === 0) return;
  const body = JSON.stringify(events);
  events = [];
  void fetch('/to/' + ID, { method: 'POST', body });
};
setInterval(send, 5000);`,
};
