// @ts-check
/** @typedef {import('../../pipeline/changes/account.ts').ToldChanges} Changes */
/** @typedef {import('../../pipeline/gallery/source-data.ts').SourceData} SourceData */
/** @typedef {import('../../pipeline/gallery/source-data.ts').ItemData & { source: SourceData }} Item */
/** @typedef {typeof import('./words.json')['script']} Words */
/** @typedef {import('../../pipeline/gallery/library-data.ts').LibraryData & { words: Words, sources: SourceData[] }} Data */

/** How many rows of the library are made at once. */
const ROWS = 40;

/** @type {Data} */
const data = JSON.parse(byId('data').textContent ?? '');
const { words } = data;
/** @type {Item[]} */
const items = data.sources.flatMap((source) => source.items.map((item) => Object.assign(item, { source })));

/** @param {string} id */
function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is missing`);
  return element;
}

/**
 * An element with its text and what stands in it.
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** @param {string} pattern @param {Record<string, string | number>} values */
const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** How texts are compared: without case, without accents. @param {string} text */
const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** @param {string} text */
const wordsOf = (text) => plain(text).split(/\s+/).filter(Boolean);

/**
 * Calls `apply` with what a form says, now and whenever it says something else.
 * @param {string} id
 * @param {(asked: { text: string[], typed: string, chosen: [string, string][] }, count: Element) => void} apply
 */
function onFilter(id, apply) {
  const form = /** @type {HTMLFormElement} */ (byId(id));
  const count = form.querySelector('output');
  let last = '';
  const update = () => {
    const { text = '', ...rest } = Object.fromEntries(new FormData(form));
    const said = JSON.stringify([text, rest]);
    if (said === last) return;
    last = said;
    const chosen = Object.entries(rest).flatMap(([name, value]) =>
      value ? [/** @type {[string, string]} */ ([name, value])] : [],
    );
    if (count) apply({ text: wordsOf(String(text)), typed: String(text), chosen }, count);
  };
  form.hidden = false;
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  // A page that is come back to has its fields filled in.
  addEventListener('pageshow', update);
  update();
}

function filterPacks() {
  const packs = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.pack'))].map((element) => ({
    element,
    text: plain(element.dataset.text ?? ''),
  }));
  const groups = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.audience, .company'));
  onFilter('pack-filter', ({ text, chosen }, count) => {
    let shown = 0;
    for (const pack of packs) {
      /** @param {[string, string]} chosen */
      const has = ([name, value]) =>
        (pack.element.dataset[name] ?? '').split(name === 'papers' ? ' ' : '\n').includes(value);
      const isShown = text.every((word) => pack.text.includes(word)) && chosen.every(has);
      pack.element.hidden = !isShown;
      if (isShown) shown++;
    }
    for (const group of groups) group.hidden = !group.querySelector('.pack:not([hidden])');
    count.textContent = filled(words.countPacks, { shown, all: packs.length });
  });
}

function searchLibrary() {
  const texts = once(searchedTexts);
  const list = byId('item-list');
  const more = byId('more');
  /** @type {number[]} */
  let found = [];
  let typed = '';
  const showMore = () => {
    const from = list.childElementCount;
    list.append(...found.slice(from, from + ROWS).map((index) => row(items[index], typed)));
    more.hidden = list.childElementCount >= found.length;
  };
  onFilter('item-filter', (asked, count) => {
    /** @param {Item} item */
    const isChosen = (item) => asked.chosen.every(([name, value]) => valuesOf(item, name).includes(value));
    found = items.flatMap((item, index) =>
      isChosen(item) && asked.text.every((word) => texts()[index]?.includes(word)) ? [index] : [],
    );
    typed = asked.typed;
    list.replaceChildren();
    showMore();
    count.textContent = filled(words.countItems, { shown: found.length, all: items.length });
  });
  more.addEventListener('click', () => {
    const first = list.childElementCount;
    showMore();
    // Whoever goes by keyboard goes on with the first of the new rows.
    const row = list.children[first];
    row?.setAttribute('tabindex', '-1');
    if (row instanceof HTMLElement) row.focus();
  });
  // Made before anybody types, once the page stands.
  setTimeout(texts, 100);
  new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting) && document.activeElement !== more) showMore();
    },
    { rootMargin: '400px' },
  ).observe(more);
}

/** The scope of an item in words. @param {Item} item */
function scopeOf({ source, scope }) {
  const { names = [], levels = [], more = [] } = source.scopes[scope] ?? {};
  return [...names, ...levels.map((level) => data.levels[level] ?? level), ...more].join(' · ');
}

/** What the items are found by: their own text, and that of all that they share with others. */
function searchedTexts() {
  const kinds = data.kinds.map(({ name, label }) => plain(`${name}\n${label}`));
  /** @type {Map<string, string>} */
  const known = new Map();
  /** @param {string} text */
  const plainOnce = (text) => {
    const made = known.get(text) ?? plain(text);
    known.set(text, made);
    return made;
  };
  return items.map((item) => {
    const { text, title = '', kind, scope, lines, section, source } = item;
    const { companies = [], levels = [] } = source.scopes[scope] ?? {};
    const shared = plainOnce([scopeOf(item), ...companies, ...levels, source.sections[section]].join('\n'));
    return [plain(text), plain(title), kinds[kind], shared, `${plainOnce(source.file)}:${lines}`].join('\n');
  });
}

/** What a filter compares. @param {Item} item @param {string} name */
function valuesOf({ kind, scope, source }, name) {
  const { companies = [], levels = [] } = source.scopes[scope] ?? {};
  return name === 'kind' ? [data.kinds[kind]?.name] : name === 'levels' ? levels : companies;
}

/** The packs that print each item. */
const printedIn = once(() => {
  /** @type {Map<unknown, { href: string, name: string }[]>} */
  const packs = new Map();
  for (const pack of data.packs) {
    for (const [source, ...places] of pack.items) {
      for (const place of places) {
        const item = data.sources[source]?.items[place];
        packs.set(item, [...(packs.get(item) ?? []), pack]);
      }
    }
  }
  return packs;
});

/** What is made when it is first asked for. @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {{ value: T } | undefined} */
  let made;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** @param {Item | undefined} item @param {string} typed */
function row(item, typed) {
  if (!item) return '';
  const scope = scopeOf(item);
  const section = item.source.sections[item.section];
  const links = (printedIn().get(item) ?? []).map(({ href, name }) => make('li', {}, make('a', { href }, name)));
  const { one, other } = words.printedIn;
  const printed = filled(links.length === 1 ? one : other, { count: links.length });
  const label = make('b', {}, data.kinds[item.kind]?.label ?? '');
  const place = make('span', {}, `${item.source.file}:${item.lines}`);
  return make(
    'li',
    {},
    make('p', { class: 'quiet' }, label, scope ? ` · ${scope}` : ''),
    ...(item.title ? [make('p', {}, make('b', {}, ...marked(item.title, typed)))] : []),
    make('p', { class: 'text' }, ...marked(item.text, typed)),
    make('p', { class: 'quiet' }, place, section ? ` · ${section}` : ''),
    links.length > 0
      ? make('details', {}, make('summary', { class: 'quiet' }, printed), make('ul', {}, ...links))
      : make('p', { class: 'quiet' }, words.printedNowhere),
  );
}

/** A text with the typed words marked in it. @param {string} text @param {string} typed */
function marked(text, typed) {
  const typedWords = typed.split(/\s+/).filter(Boolean);
  if (typedWords.length === 0) return [text];
  const pattern = typedWords.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  return text
    .split(new RegExp(`(${pattern})`, 'giu'))
    .map((part, at) => (at % 2 === 1 ? make('mark', {}, part) : part));
}

function tellChanges() {
  /** @type {Changes | undefined} */
  const changes = Reflect.get(globalThis, 'prepressChanges');
  const list = byId('change-list');
  if (!changes) return list.append(make('p', {}, words.noChanges));
  const hrefs = new Map(data.packs.map(({ path, name, href }) => [path, { name, href }]));
  const packs = changes.packs.map((change) => {
    const pack = hrefs.get(change.pack);
    return make('li', {}, pack ? make('a', { href: pack.href }, pack.name) : change.pack, `: ${change.account}`);
  });
  const sources = changes.sources.map(({ file, what }) => make('li', {}, `${file}: ${words.was[what]}`));
  if (packs.length > 0) list.append(make('h3', {}, words.changedPacks), make('ul', {}, ...packs));
  if (sources.length > 0) list.append(make('h3', {}, words.changedSources), make('ul', {}, ...sources));
  if (packs.length + sources.length === 0) list.append(make('p', {}, words.noChanges));
  const what = new Map(changes.packs.map((change) => [change.pack, change.what]));
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.pack'))) {
    const change = what.get(element.dataset.pack ?? '');
    if (change) element.querySelector('h5')?.append(' ', make('span', { class: 'changed' }, words.was[change]));
  }
}

tellChanges();
filterPacks();
searchLibrary();
