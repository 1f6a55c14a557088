import type { Layers } from '../../pipeline/press/isolation.ts';

/** Ways in which a page's content might reach out, each with the HTML that tries it. `url` is an address that listens. */
export const NETWORK_WAYS: Record<string, (url: string) => string> = {
  image: (url) => `<img src="${url}">`,
  'image set': (url) => `<picture><source srcset="${url} 1x"><img></picture>`,
  'image button': (url) => `<input type="image" src="${url}">`,
  'video and poster': (url) => `<video src="${url}" poster="${url}" autoplay></video>`,
  audio: (url) => `<audio src="${url}" autoplay></audio>`,
  'table background': (url) => `<table background="${url}"><tr><td>x</table>`,
  'CSS url in an attribute': (url) => `<p style="background: url(${url})">x`,
  'CSS url in a style': (url) => `<style>p { list-style-image: url(${url}); content: url(${url}) }</style><p>x`,
  'CSS import': (url) => `<style>@import url(${url});</style>`,
  'CSS font': (url) => `<style>@font-face { font-family: Out; src: url(${url}) } p { font-family: Out }</style><p>x`,
  stylesheet: (url) => `<link rel="stylesheet" href="${url}">`,
  preload: (url) => `<link rel="preload" as="image" href="${url}">`,
  'module preload': (url) => `<link rel="modulepreload" href="${url}">`,
  prefetch: (url) => `<link rel="prefetch" href="${url}">`,
  preconnect: (url) => `<link rel="preconnect" href="${url}">`,
  favicon: (url) => `<link rel="icon" href="${url}">`,
  manifest: (url) => `<link rel="manifest" href="${url}">`,
  iframe: (url) => `<iframe src="${url}"></iframe>`,
  'iframe of its own text': (url) => `<iframe srcdoc="<img src='${url}'>"></iframe>`,
  'iframe of a data address': (url) => `<iframe src="data:text/html,<img src='${url}'>"></iframe>`,
  object: (url) => `<object data="${url}"></object>`,
  embed: (url) => `<embed src="${url}">`,
  'SVG use': (url) => `<svg><use href="${url}#a"></use></svg>`,
  'SVG image': (url) => `<svg><image href="${url}" width="9" height="9"></image></svg>`,
  'SVG filter image': (url) =>
    `<svg><filter id="f"><feImage href="${url}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
  'base address': (url) => `<base href="${url}/"><img src="relative">`,
  'meta refresh': (url) => `<meta http-equiv="refresh" content="0;url=${url}">`,
  'script: fetch': (url) => onError(`fetch('${url}')`),
  'script: socket': (url) => onError(`new WebSocket('${url.replace('http', 'ws')}')`),
  'script: beacon': (url) => onError(`navigator.sendBeacon('${url}', 'x')`),
  'script: worker': (url) => onError(`new Worker('data:text/javascript,fetch(\\'${url}\\')')`),
  'script: form': (url) => `<form action="${url}"></form>${onError('document.forms[0].submit()')}`,
  'script: link ping': (url) => `<a href="#x" ping="${url}">x</a>${onError("document.querySelector('a').click()")}`,
  'script: location': (url) => onError(`location.href = '${url}'`),
  'script: window': (url) => onError(`open('${url}')`),
};

/** Ways in which it might bring a file of this machine onto paper. `text` and `picture` are addresses of files that hold a secret. */
export const FILE_WAYS: Record<string, (text: string, picture: string) => string> = {
  'file in an iframe': (text) => `<iframe src="${text}" width="600" height="60"></iframe>`,
  'file in an object': (text) => `<object data="${text}" width="600" height="60"></object>`,
  'file as an image': (_, picture) => `<img src="${picture}" width="600" height="60">`,
  'file as an SVG image': (_, picture) =>
    `<svg width="600" height="60"><image href="${picture}" width="600" height="60"/></svg>`,
  'file by meta refresh': (text) => `<meta http-equiv="refresh" content="0;url=${text}">`,
};

/** Markup that runs a script where scripts run: without a request, and also when it is set as inner HTML. */
function onError(script: string): string {
  return `<img src="data:," onerror="${script}">`;
}

const SHUT_BY_ITSELF = ['preconnect', 'favicon', 'manifest', 'SVG use', 'script: window'];
const SCRIPTED = ['module preload', ...Object.keys(NETWORK_WAYS).filter((way) => way.startsWith('script: '))];
const networkBut = (ways: string[]) => Object.keys(NETWORK_WAYS).filter((way) => !ways.includes(way));

/**
 * The ways that each layer leaves open where it is the only one, in the browser of the npm package. The first has no layer and is
 * opened from a file; all others are set as content.
 */
export const LEFT_OPEN: Record<'opened' | 'content' | keyof Layers | 'all', string[]> = {
  opened: [...networkBut(SHUT_BY_ITSELF), ...Object.keys(FILE_WAYS)],
  content: networkBut(SHUT_BY_ITSELF),
  scripts: networkBut([...SHUT_BY_ITSELF, ...SCRIPTED]),
  offline: ['iframe', 'object', 'embed'],
  policy: ['meta refresh'],
  interception: ['prefetch', 'script: socket'],
  resolver: [],
  all: [],
};

/** What a layer alone leaves open in some runs only: a worker's first request may leave before the browser hands it over. */
export const LEFT_OPEN_AT_TIMES: Partial<typeof LEFT_OPEN> = { interception: ['script: worker'] };
