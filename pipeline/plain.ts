/** Whether all letters and digits of a text are those of ASCII, and NFKC would change no word of it: then no tables of Unicode are needed. */
export const isPlain = (text: string): boolean => /^[\s!-~‘’“”–—…·•]*$/.test(text);
