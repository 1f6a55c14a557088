// Appends the address of every module that is loaded to the file that IMPORTED names.
import { register } from 'node:module';

const hooks = `import { appendFileSync } from 'node:fs';
export function load(url, context, next) {
  appendFileSync(process.env.IMPORTED, url + '\\n');
  return next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
