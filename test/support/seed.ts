import { configureGlobal } from 'fast-check';

// One number repeats both the order of the tests and the inputs of the property tests.
configureGlobal({ seed: Number(process.env['ANTES_SEED']) });
