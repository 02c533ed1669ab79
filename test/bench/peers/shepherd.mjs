export const shepherd = {
  id: 'shepherd',
  title: 'shepherd.js',
  what: 'a step beside an element',
  packages: ['shepherd.js'],
  entry: `
import Shepherd from 'shepherd.js';
import css from 'shepherd.js/dist/css/shepherd.css';
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
window.showHelp = ({ title, body, action }) => {
  const tour = new Shepherd.Tour({ useModalOverlay: false });
  tour.addStep({ title, text: body, attachTo: { element: '#here', on: 'bottom' }, buttons: [{ text: action, action: tour.complete }] });
  void tour.start();
  return { shown: () => document.querySelector('.shepherd-element'), hide: () => tour.complete() };
};`,
};
