// @ts-check
/** @typedef {import('../../pipeline/serve/live.ts').News} News */

/** The build that this page shows. @type {number | undefined} */
let edition;
/** @type {HTMLElement | undefined} */
let banner;

new EventSource('/.live/events').addEventListener('message', ({ data }) => {
  /** @type {News} */
  const news = JSON.parse(data);
  edition ??= news.edition;
  if (news.edition !== edition) return location.reload();
  banner?.remove();
  if (!news.problem) return;
  const title = document.createElement('h2');
  title.textContent = 'The last build found something wrong';
  const report = document.createElement('pre');
  report.textContent = news.problem;
  banner = document.createElement('section');
  banner.className = 'problem';
  banner.setAttribute('role', 'alert');
  banner.append(title, report);
  document.querySelector('main')?.before(banner);
});
