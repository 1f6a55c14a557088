import { runInThisContext } from 'node:vm';
import type Handlebars from 'handlebars';

/** Compiles a template now, and not when it is first used. */
export function compiled(own: typeof Handlebars, source: string, options: CompileOptions): Handlebars.TemplateDelegate {
  return own.template(runInThisContext(`(${own.precompile(source, options)})`));
}
