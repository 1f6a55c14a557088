// What is imported as one file, once a command has something to do.
export { buildAnew } from './build/anew.ts';
export * as check from './verbs/check.ts';
export * as dev from './verbs/dev.ts';
export * as doctor from './verbs/doctor.ts';
export * as extract from './verbs/extract.ts';
export * as list from './verbs/list.ts';
export * as print from './verbs/print.ts';
export * as watch from './verbs/watch.ts';
export * as worker from './verbs/worker.ts';
