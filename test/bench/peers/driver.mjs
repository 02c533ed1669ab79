/** driver.js and shepherd.js are only pieces that show: they are compared where help is painted. */
export const driver = {
  id: 'driver',
  title: 'driver.js',
  what: 'a highlighted popover',
  packages: ['driver.js'],
  entry: `
import { driver } from 'driver.js';
import css from 'driver.js/dist/driver.css';
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
window.showHelp = ({ title, body, action }) => {
  const tour = driver({ animate: false });
  tour.highlight({ element: '#here', popover: { title, description: body, showButtons: ['next', 'close'], doneBtnText: action } });
  return { shown: () => document.querySelector('.driver-popover'), hide: () => tour.destroy() };
};`,
};
