// Writes the most memory that this process held, in KiB, to the file that MEMORY names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.MEMORY ?? '', String(process.resourceUsage().maxRSS)));
