/** With the text: one column and a sheet below it; from 60rem, two columns. Without: a column. */

import { css } from 'lit';

export const layout = css`
  .tabs {
    display: flex;
    flex: none;
    justify-content: space-between;
    gap: 0 0.5rem;
    border-block-start: 1px solid var(--_rule);
    overflow-x: auto;
    font-size: clamp(0.75rem, 4.2cqi, 0.875rem);
  }
  .tabs button {
    padding-block: 0.8125rem;
    color: var(--_muted);
    white-space: nowrap;
  }
  .tabs button[aria-current='true'] {
    color: inherit;
    font-weight: 650;
    box-shadow: inset 0 2px var(--_accent);
  }
  .with-text .overview {
    margin-block-end: 1.25rem;
  }
  .with-text .overview h2 {
    display: none;
  }
  .with-text .figures {
    grid-template-columns: repeat(4, auto);
    justify-content: space-between;
    gap: 0.75rem 0.5rem;
  }
  .with-text .figure dd {
    font-size: clamp(1rem, 5.6cqi, 1.1875rem);
  }
  .with-text .side {
    display: flex;
    flex-direction: column;
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    background: var(--_paper);
  }
  .with-text .dock {
    position: static;
  }
  .with-text .sheet {
    /* What is placed in it scrolls with it, and does not make the page longer. */
    position: relative;
    max-block-size: 40dvh;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .with-text .panel {
    margin: 0;
    padding-block-end: 1rem;
  }
  .with-text .panel:not([data-open]) {
    display: none;
  }
  .without-text {
    max-inline-size: 32rem;
  }
  .without-text .tabs {
    display: none;
  }
  .without-text .overview {
    margin-block-end: 2.25rem;
  }

  @container (max-width: 40rem) {
    .above .legend {
      flex-wrap: nowrap;
      min-block-size: 2.25rem;
      overflow-x: auto;
      scrollbar-width: none;
    }
  }
  @container (min-width: 60rem) {
    .with-text {
      display: grid;
      grid-template: auto 1fr / minmax(0, 1fr) 20rem;
      gap: 0 clamp(2.5rem, 6cqi, 6rem);
    }
    .with-text .overview {
      grid-area: 1 / 2;
      margin: 0;
      padding-block-end: 2rem;
    }
    .with-text .overview h2 {
      display: block;
    }
    .with-text .figures {
      grid-template-columns: auto auto;
      justify-content: start;
      gap: 0.75rem 2rem;
      min-block-size: 6.75rem;
    }
    .with-text .figure dd {
      font-size: 1.5rem;
    }
    .with-text .text {
      grid-area: 1 / 1 / span 2;
    }
    .minimap {
      display: block;
    }
    .with-text .side {
      grid-area: 2 / 2;
      inset-block: var(--textlens-top, 0) auto;
      align-self: start;
      max-block-size: calc(100dvh - var(--textlens-top, 0px));
      inline-size: calc(100% + 1rem);
    }
    .with-text .sheet {
      max-block-size: none;
      min-block-size: 0;
      padding: 0 1rem 1.5rem 0;
      scrollbar-width: thin;
      scrollbar-color: var(--_rule) transparent;
    }
    .with-text .panel,
    .with-text .panel:not([data-open]) {
      display: block;
      padding-block-end: 2.25rem;
    }
    /* Short before a search, it comes to the top of the side, too: below the fold nobody sees it open. */
    .with-text .panel + .panel[data-panel='explore'] {
      min-block-size: calc(100dvh - var(--textlens-top, 0px) - 3rem);
    }
    .with-text .dock {
      margin-inline-end: 1rem;
    }
    .with-text .tabs {
      order: -1;
      margin-inline-end: 1rem;
      border-block: 1px solid var(--_rule);
      background: var(--_paper);
      font-size: 0.8125rem;
    }
    .with-text .tabs button {
      padding-block: 0.5rem;
    }
    .with-text .panel:first-child h2 {
      border-block-start: 0;
    }
  }
`;
