import { createRequire } from 'node:module';

/**
 * Puppeteer, loaded when it is first needed: its CommonJS form, which takes a third of the time that its hundreds of modules take one by
 * one through the loader of TypeScript.
 */
export const loadPuppeteer = () => createRequire(import.meta.url)('puppeteer') as typeof import('puppeteer');
