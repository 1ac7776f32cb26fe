/** What every part of the element shares: fonts, colours, controls, and how it adapts. */

import { css, unsafeCSS } from 'lit';
import { ACCENT_VALUE } from '../highlight/palette.ts';

/** Read aloud, not seen. */
export const unseen = css`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

export const tokens = css`
  :host {
    --_accent: ${unsafeCSS(ACCENT_VALUE)};
    --_paper: var(--textlens-paper, Canvas);
    --_muted: var(--textlens-muted, color-mix(in oklab, currentColor 72%, transparent));
    --_rule: color-mix(in oklab, currentColor 16%, transparent);
    --_fill: color-mix(in oklab, currentColor 38%, transparent);
    --_hard: light-dark(oklch(0.74 0.13 82), oklch(0.68 0.11 85));
    --_very-hard: light-dark(oklch(0.58 0.16 30), oklch(0.68 0.15 30));
    --_wash: color-mix(in oklab, currentColor 7%, transparent);
    --_serif: var(
      --textlens-text-font,
      Charter,
      'Bitstream Charter',
      'Iowan Old Style',
      'Palatino Linotype',
      Georgia,
      'Liberation Serif',
      serif
    );
    --_sans: var(--textlens-ui-font, system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif);
    display: block;
    container-type: inline-size;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    font: 400 0.9375rem / 1.4 var(--_sans);
    font-variant-numeric: tabular-nums lining-nums;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .unseen {
    ${unseen}
  }
`;

export const controls = css`
  button {
    appearance: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  button:disabled {
    color: var(--_muted);
    cursor: default;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 2px;
  }
  .more {
    margin-block-start: 0.375rem;
    padding-block: 0.25rem;
    color: var(--_muted);
    font-size: 0.8125rem;
    text-decoration-line: underline;
    text-decoration-thickness: 1px;
    text-decoration-color: var(--_rule);
    text-underline-offset: 0.2em;
  }
  .more:hover {
    color: inherit;
    text-decoration-color: currentColor;
  }
  .note {
    margin: 0;
    color: var(--_muted);
  }
`;

export const adaptations = css`
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .fill,
    .column,
    .key span::before {
      forced-color-adjust: none;
    }
    .fill {
      background: CanvasText;
    }
    .column,
    .ticks rect {
      fill: CanvasText;
    }
    [aria-pressed='true'] .fill {
      background: Highlight;
    }
    .column.touched,
    .column.current,
    .ticks .current {
      fill: Highlight;
    }
    .mark[aria-pressed='true'] .sample {
      outline: 3px solid Highlight;
    }
    .kwic[aria-pressed='true'] {
      text-decoration: underline;
    }
  }
  @media print {
    .side,
    .minimap,
    .switch[aria-pressed='false'] {
      display: none !important;
    }
    .root.with-text {
      display: block;
    }
    .legend .sample {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
    .above,
    .reading {
      max-inline-size: none;
      font-size: 11.5pt;
    }
    .reading p {
      orphans: 3;
      widows: 3;
    }
    .reading[data-long] .chunk {
      content-visibility: visible;
    }
  }
`;
