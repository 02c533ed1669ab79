// @ts-check
import { countries, tidyPostcode } from './validation.js';

/** A small street register, enough to show what finding an address feels like. @type {Record<string, Record<string, [city: string, ...streets: string[]]>>} */
const register = {
  ES: {
    28013: ['Madrid', 'Calle del Arenal', 'Calle Mayor', 'Plaza de Isabel II'],
    28004: ['Madrid', 'Calle de Fuencarral', 'Calle de Hortaleza', 'Calle del Barquillo'],
    '08002': ['Barcelona', 'Carrer de Ferran', 'Carrer de la Boqueria', 'Plaça Reial'],
    41004: ['Sevilla', 'Calle Sierpes', 'Calle Mateos Gago', 'Avenida de la Constitución'],
    46003: ['Valencia', 'Carrer dels Cavallers', 'Carrer de Serrans', 'Plaça de la Reina'],
    23400: ['Úbeda', 'Calle Valencia', 'Calle Real', 'Plaza Vázquez de Molina'],
  },
  PT: {
    '1100-048': ['Lisboa', 'Rua Augusta', 'Rua da Conceição', 'Rua dos Correeiros'],
    '1200-161': ['Lisboa', 'Rua Garrett', 'Largo do Chiado', 'Rua Anchieta'],
    '4050-253': ['Porto', 'Rua das Flores', 'Rua de Mouzinho da Silveira', 'Largo de São Domingos'],
  },
  FR: { 75004: ['Paris', 'Rue de Rivoli', 'Rue des Rosiers', 'Place des Vosges'] },
  DE: { 10115: ['Berlin', 'Chausseestraße', 'Invalidenstraße', 'Torstraße'] },
  IT: { 50122: ['Firenze', 'Via dei Neri', 'Borgo Santa Croce', 'Via Ghibellina'] },
  GB: { 'EC1A 1BB': ['London', "St Martin's le Grand", 'Aldersgate Street', 'Little Britain'] },
  IE: { 'D02 X285': ['Dublin', 'Grafton Street', 'Dawson Street', 'Molesworth Street'] },
  NL: { '1012 AB': ['Amsterdam', 'Stationsplein', 'Damrak', 'Prins Hendrikkade'] },
};

/**
 * @param {string} country @param {string} postcode
 * @returns {{ code: 'found' | 'postcode_invalid' | 'not_found', city?: string, streets?: string[] }}
 */
export function findAddresses(country, postcode) {
  const tidy = tidyPostcode(postcode, country);
  if (!Object.hasOwn(countries, country) || !countries[country]?.pattern.test(tidy))
    return { code: 'postcode_invalid' };
  const found = register[country]?.[tidy];
  if (!found) return { code: 'not_found' };
  const [city, ...streets] = found;
  return { code: 'found', city, streets };
}
