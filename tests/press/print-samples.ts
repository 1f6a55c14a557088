import { hashes } from './samples.ts';
import { testPress } from './setting.ts';

// Run as a program of its own by the tests: prints the samples and says their hashes.
await using press = await testPress();
console.log(JSON.stringify(await hashes(press)));
