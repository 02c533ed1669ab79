import type { Source } from '../config/types.js';
import type { Adapter } from './adapter.js';
import { incidentIo } from './adapters/incident-io.js';
import { instatus } from './adapters/instatus.js';
import { native } from './adapters/native.js';
import { statuspage } from './adapters/statuspage.js';

/** By the word in the config. */
export const ADAPTERS: Readonly<Record<NonNullable<Source['adapter']>, Adapter>> = {
  native,
  statuspage,
  'incident-io': incidentIo,
  instatus,
};
