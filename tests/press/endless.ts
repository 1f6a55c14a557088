import type { Page } from 'puppeteer';
import { countPages, job, testPress } from './setting.ts';

const [end] = process.argv.slice(2);

async function fit(page: Page) {
  const fitted = await countPages(page);
  if (end === 'SIGKILL while a page hangs') {
    console.log('printing');
    await page.evaluate('for (;;);');
  }
  return fitted;
}

// Run as a program of its own by the tests: prints until it is ended, in the way its argument says.
await using press = await testPress({ fit });
for (let printed = 2; ; printed += 2) {
  await Promise.all([press.print(job('<h1>One</h1>')), press.print(job('<h1>Two</h1>'))]);
  if (printed === 2) console.log('printing');
  if (printed > 20 && end === 'exit') process.exit(1);
  if (printed > 20 && end === 'throw') throw new Error('uncaught');
}
