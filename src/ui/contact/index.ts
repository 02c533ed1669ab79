import { register } from '../register.js';
import { AntesContact } from './contact.js';

/** A chunk of its own: most help is enough. */
export function createContact(): AntesContact {
  register('antes-contact', AntesContact);
  return new AntesContact();
}
