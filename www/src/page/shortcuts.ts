/** Single keys that act where nothing is being typed; the reader can switch them off. */

const KEY = 'textlens-keys';

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
  );
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/**
 * Listens to keys.
 * @param toggle switches them off and on, and remembers where the browser allows it.
 */
export function shortcuts(
  actions: Readonly<Record<string, () => void>>,
  toggle: HTMLInputElement,
): void {
  toggle.checked = stored() !== 'off';
  toggle.addEventListener('change', () => {
    try {
      localStorage.setItem(KEY, toggle.checked ? 'on' : 'off');
    } catch {}
  });
  addEventListener('keydown', (event) => {
    if (!toggle.checked || event.defaultPrevented || isTyping(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
      return;
    }
    const action = actions[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
