// A worker that reads sources, from a bundle: plain JavaScript, so that no loader of TypeScript has to start first.
import { workerData } from 'node:worker_threads';
import { run } from '../bundle/run.mjs';

const { default: readTask } = /** @type {typeof import('./worker.ts')} */ (run(workerData.bundle));
export default readTask;
