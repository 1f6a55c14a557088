import { findBrowser } from '../../pipeline/browser/find.ts';

// Run as a program of its own by the tests: makes the browser ready and prints how to start it.
const browser = await findBrowser();
console.log(JSON.stringify(await browser.ready()));
