/** The page: which text the element shows, and the theme. All else is the element's work. */

import { fromBase64 } from './assets/base64.ts';
import { defineTextLens } from './element/define.ts';
import { asLensError } from './engine/errors.ts';
import { rememberView } from './page/address.ts';
import { closeByItself, exportActions } from './page/export-menu.ts';
import { shortcuts } from './page/shortcuts.ts';
import { PANELS } from './panels/context.ts';
import { decodeText } from './text/decode.ts';
import { applyTheme, nextTheme, storedTheme } from './theme/choice.ts';

/** Typing in a longer text waits for a pause. */
const TYPED_AT_ONCE = 100_000;
const PAUSE_MS = 200;
/** A longer file is shown, but not put into the text area, which would be slow to type in. */
const EDITABLE = 1_000_000;

type Source = 'article' | 'write' | 'open';

function part<T extends Element>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`The page has lost its part "${selector}".`);
  return found;
}

const lens = part<HTMLElementTagNameMap['text-lens']>('#lens');
const editor = part<HTMLElement>('#editor');
const area = part<HTMLTextAreaElement>('#text');
const picker = part<HTMLInputElement>('#file');
const notice = part<HTMLElement>('#notice');
const replaced = part<HTMLElement>('#replaced');
const said = part<HTMLElement>('#said');
const help = part<HTMLDialogElement>('#help');
const readable = part<HTMLInputElement>('#readable');
const themeButton = part<HTMLButtonElement>('header [data-action="theme"]');

/** The one-file page carries the article; elsewhere the element fetches it from its `src`. */
function builtInArticle(): string | null {
  const block = document.getElementById('textlens-article');
  if (!block) return null;
  return decodeText(fromBase64(block.textContent ?? ''), 'The article');
}

const article = builtInArticle();
/** What the reader had written before something else took its place, the newest last. */
const own: string[] = [];
/** The text area holds what the reader wrote, not a file as it was. */
let written = false;
let typing: ReturnType<typeof setTimeout> | undefined;
let theme = storedTheme();

function showSource(source: Source): void {
  clearTimeout(typing);
  notice.hidden = true;
  replaced.hidden = own.length === 0;
  document.title = 'textlens';
  editor.hidden = source === 'article';
  for (const button of document.querySelectorAll<HTMLButtonElement>('header [aria-pressed]')) {
    button.setAttribute('aria-pressed', String(button.dataset.action === source));
  }
  if (source === 'article') lens.lang = 'en';
  else lens.removeAttribute('lang');
}

function showArticle(): void {
  showSource('article');
  lens.value = article;
}

function write(): void {
  showSource('write');
  lens.value = area.value;
  area.focus();
}

/** What the reader wrote and the text area holds, if anything. */
const writing = (): string[] => (written && area.value.trim() !== '' ? [area.value] : []);

async function openFile(file: File): Promise<void> {
  try {
    const text = decodeText(new Uint8Array(await file.arrayBuffer()), file.name);
    const editable = text.length <= EDITABLE;
    if (editable) {
      own.push(...writing());
      area.value = text;
      written = false;
    } else if (!written) area.value = '';
    showSource('open');
    editor.hidden = !editable;
    lens.value = text;
    document.title = `${file.name} \u2013 textlens`;
  } catch (thrown) {
    notice.textContent = asLensError(thrown).message;
    notice.hidden = false;
  }
}

/** Changes places: what is in the text area waits in turn if the reader wrote it, too. */
function undo(): void {
  const back = own.pop() ?? '';
  own.unshift(...writing());
  area.value = back;
  written = true;
  write();
}

function typed(): void {
  written = true;
  clearTimeout(typing);
  const wait = area.value.length > TYPED_AT_ONCE ? PAUSE_MS : 0;
  typing = setTimeout(() => {
    lens.value = area.value;
  }, wait);
}

function showTheme(): void {
  applyTheme(theme);
  themeButton.textContent = `Theme: ${theme}`;
}

let saying: ReturnType<typeof setTimeout> | undefined;

/** Says for some seconds what was done. */
function say(message: string): void {
  clearTimeout(saying);
  said.textContent = message;
  saying = setTimeout(() => said.replaceChildren(), 6000);
}

const actions: Readonly<Record<string, () => void>> = {
  ...exportActions(lens, say),
  undo,
  help: () => help.showModal(),
  'close-help': () => help.close(),
  article: showArticle,
  write,
  open: () => picker.click(),
  theme: () => {
    theme = nextTheme(theme);
    showTheme();
  },
};

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null;
  actions[button?.dataset.action ?? '']?.();
});
area.addEventListener('input', typed);
picker.addEventListener('change', () => {
  const file = picker.files?.[0];
  // The same file can be opened again after it has changed.
  if (file) void openFile(file).finally(() => (picker.value = ''));
});

document.addEventListener('dragover', (event) => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  document.body.classList.add('dragging');
});
document.addEventListener('dragleave', ({ relatedTarget }) => {
  if (!relatedTarget) document.body.classList.remove('dragging');
});
document.addEventListener('drop', (event) => {
  document.body.classList.remove('dragging');
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  event.preventDefault();
  void openFile(file);
});

// Escape closes the help and nothing else.
help.addEventListener('keydown', (event) => event.key === 'Escape' && event.stopPropagation());
readable.addEventListener('change', () => {
  lens.marking = readable.checked ? 'elements' : null;
});

/** The n-th of the panels that the element has a name for beside the text. */
function goToPanel(n: number): void {
  const names = PANELS.filter((name) => name !== 'overview' && name !== 'text');
  lens.showPanel(names[n] ?? null);
}

closeByItself(part<HTMLDetailsElement>('#export'));
shortcuts(
  {
    a: showArticle,
    w: write,
    o: () => picker.click(),
    n: () => lens.step(1),
    p: () => lens.step(-1),
    '?': () => help.showModal(),
    ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at + 1}`, () => goToPanel(at)])),
  },
  part<HTMLInputElement>('#keys'),
);

showTheme();
document.documentElement.toggleAttribute('data-scripted', true);
if (article !== null) lens.value = article;
defineTextLens();
rememberView(lens);
