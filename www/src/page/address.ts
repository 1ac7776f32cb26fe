/** The address remembers what the reader opened and switched, in its fragment, which no server sees. */

const NAMES = ['open', 'marks', 'hide'] as const;

/** Nothing of the text goes into the address: only names of panels, types and kinds. */
export function rememberView(lens: HTMLElementTagNameMap['text-lens']): void {
  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const name of NAMES) lens[name] = given.get(name)?.replaceAll(',', ' ') || null;
  };
  lens.addEventListener('text-lens-view', () => {
    const parts = NAMES.flatMap((name) => {
      const value = lens[name];
      return value ? [`${name}=${value.trim().replaceAll(/\s+/g, ',')}`] : [];
    });
    // On `file:` some browsers refuse; then the address stays as it is.
    try {
      history.replaceState(
        null,
        '',
        parts.length > 0 ? `#${parts.join('&')}` : location.pathname + location.search,
      );
    } catch {}
  });
  addEventListener('hashchange', read);
  if (location.hash.length > 1) read();
}
