/** Style sheets of the element's shadow tree; Lit adopts them as constructed sheets. */

import { type CSSResult, css, unsafeCSS } from 'lit';
import { LAYERS, layerRule } from '../highlight/painter.ts';
import { ACCENT_VALUE } from '../highlight/palette.ts';

const tokens = css`
  :host {
    --_accent: ${unsafeCSS(ACCENT_VALUE)};
    --_paper: var(--textlens-paper, Canvas);
    --_muted: var(--textlens-muted, color-mix(in oklab, currentColor 72%, transparent));
    --_rule: color-mix(in oklab, currentColor 16%, transparent);
    --_fill: color-mix(in oklab, currentColor 38%, transparent);
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
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

const controls = css`
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
    text-decoration: underline 1px var(--_rule);
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

const reading = css`
  .text {
    min-inline-size: 0;
  }
  .above,
  .reading {
    max-inline-size: var(--textlens-measure, 56ch);
    margin-inline: auto;
    font: 400 1.25rem / 1.55 var(--_serif);
  }
  .reading {
    font-variant-numeric: oldstyle-nums proportional-nums;
    hanging-punctuation: first;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .reading p {
    margin: 0 0 0.85em;
    white-space: pre-line;
    unicode-bidi: plaintext;
  }
  .reading[data-lines='flowing'] p {
    white-space: normal;
  }
  .reading[data-headline] .chunk:first-child p:first-child {
    margin-block-end: 0.9em;
    font-size: 1.3em;
    font-weight: 600;
    line-height: 1.26;
    text-wrap: balance;
  }
  .reading[data-long] {
    text-wrap: wrap;
  }
  .reading[data-long] .chunk {
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(var(--lines, 20) * 1.55em);
  }
  .reading mark {
    background: none;
    color: inherit;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    gap: 0.125rem 1rem;
    min-block-size: 3.875rem;
    margin: 0 0 1.25rem -0.25rem;
    padding: 0;
    list-style: none;
    font: 400 0.8125rem / 1.4 var(--_sans);
  }
  .switch {
    padding-block: 0.3125rem;
    white-space: nowrap;
  }
  .switch[aria-pressed='false'] .sample {
    background-color: transparent;
    color: var(--_muted);
    text-decoration: line-through 1px;
  }
  .sample {
    padding: 0.0625rem 0.25rem;
    text-underline-offset: 0.18em;
  }
  .switch .count {
    margin-inline-start: 0.125rem;
    color: var(--_muted);
  }
  .switch:hover .count {
    color: inherit;
  }
  .problem {
    margin: 0 0 1.25rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_accent);
    font: 400 1rem / 1.45 var(--_sans);
    overflow-wrap: anywhere;
  }
  .arriving,
  .legend li {
    animation: arrive 150ms ease-out;
  }
  @keyframes arrive {
    from {
      opacity: 0;
    }
  }
`;

const panels = css`
  h2,
  h3 {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 650;
    line-height: 1.3;
  }
  h2 {
    padding-block-start: 0.625rem;
    border-block-start: 1px solid var(--_rule);
    margin-block-end: 0.625rem;
  }
  h3 {
    margin-block: 1.25rem 0.375rem;
    font-size: 0.8125rem;
  }
  .panel:not(:last-child) {
    margin-block-end: 2.25rem;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  dl,
  dd {
    margin: 0;
  }
  dt {
    color: var(--_muted);
  }
  .figures {
    display: grid;
    grid-template-columns: auto auto;
    gap: 0.75rem 1.5rem;
    justify-content: start;
    min-block-size: 3.25rem;
  }
  .figure {
    display: flex;
    flex-direction: column;
  }
  .figure dd {
    font-size: 1.5rem;
    font-weight: 600;
    line-height: 1.15;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  .figure dt {
    font-size: 0.8125rem;
  }
  .bar,
  .row {
    display: grid;
    align-items: center;
    gap: 0 0.625rem;
    inline-size: 100%;
    padding-block: 0.1875rem;
    line-height: 1.3;
  }
  .bar {
    grid-template-columns: 7.5rem 1fr calc(var(--digits, 2) * 1ch);
  }
  .row {
    grid-template-columns: 1fr auto;
  }
  .row .term {
    overflow-wrap: anywhere;
  }
  .bar .term {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar .count,
  .row .count {
    color: var(--_muted);
    text-align: end;
  }
  .track {
    display: block;
    block-size: 0.625rem;
  }
  .fill {
    display: block;
    block-size: 100%;
    inline-size: calc(var(--share, 0) * 100%);
    min-inline-size: 2px;
    background: var(--_fill);
    transition: inline-size 150ms ease-out;
  }
  .bar:hover .fill {
    background: currentColor;
  }
  .bar:hover .count,
  .row:hover .count {
    color: inherit;
  }
  .row:hover .term {
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
  }
  [aria-pressed='true'].bar,
  [aria-pressed='true'].row {
    color: var(--_accent);
    font-weight: 650;
  }
  [aria-pressed='true'] .fill {
    background: var(--_accent);
  }
  [aria-pressed='true'] .count {
    color: inherit;
  }
  .numbers > div {
    display: flex;
    justify-content: space-between;
    gap: 0.625rem;
    padding-block: 0.125rem;
  }
  .scores > div {
    padding-block: 0.1875rem;
  }
  .scores dt {
    font-size: 0.8125rem;
  }
  .scores .exact {
    color: var(--_muted);
  }
  .grounds {
    margin-block-start: 0.5rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .grounds summary {
    inline-size: fit-content;
    cursor: pointer;
  }
  .grounds p {
    margin: 0.375rem 0 0;
  }
  .group:first-child h3 {
    margin-block-start: 0;
  }
`;

const charts = css`
  .chart {
    margin: 1.25rem 0 0;
  }
  .chart figcaption {
    margin-block-end: 0.5rem;
    font-size: 0.8125rem;
    font-weight: 650;
  }
  .chart svg {
    display: block;
    inline-size: 100%;
    block-size: 3rem;
    border-block-end: 1px solid var(--_rule);
    overflow: visible;
  }
  .rhythm {
    cursor: pointer;
    touch-action: manipulation;
  }
  .column {
    fill: var(--_fill);
  }
  .column.touched,
  .column.current {
    fill: var(--_accent);
  }
  .axis {
    display: flex;
    justify-content: space-between;
    margin-block-start: 0.1875rem;
    color: var(--_muted);
    font-size: 0.75rem;
  }
  .dock {
    position: sticky;
    inset-block-end: 0;
    background: var(--_paper);
  }
  .pick {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto auto auto;
    align-items: center;
    gap: 0 0.25rem;
    padding-block: 0.5rem 0.625rem;
    border-block-start: 2px solid var(--_accent);
  }
  .pick .label {
    overflow: hidden;
    font-weight: 650;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .pick .position {
    padding-inline: 0.5rem;
    color: var(--_muted);
    white-space: nowrap;
  }
  .pick button {
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    border-radius: 3px;
  }
  .pick button:hover:enabled {
    background: var(--_wash);
  }
  .icon {
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .ticks {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 0.5rem;
    margin-block-start: 0.25rem;
    border-block-end: 1px solid var(--_rule);
    fill: var(--_fill);
  }
  .ticks .current {
    fill: var(--_accent);
  }
`;

/** With the text: one column and a sheet below it; from 60rem, two columns. */
const layout = css`
  .tabs {
    display: flex;
    gap: 0 1.25rem;
    border-block-start: 1px solid var(--_rule);
    overflow-x: auto;
  }
  .tabs button {
    padding-block: 0.75rem;
    color: var(--_muted);
    white-space: nowrap;
  }
  .tabs button[aria-expanded='true'] {
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
    gap: 0.75rem 0.75rem;
  }
  .with-text .figure dd {
    font-size: 1.1875rem;
  }
  .with-text .side {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    background: var(--_paper);
  }
  .with-text .sheet {
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
  .without-text .above:empty,
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
    .with-text .side {
      grid-area: 2 / 2;
      inset-block: var(--textlens-top, 0) auto;
      display: flex;
      flex-direction: column;
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
    .with-text .dock {
      margin-inline-end: 1rem;
    }
    .with-text .tabs {
      display: none;
    }
  }
`;

const adaptations = css`
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .fill,
    .column {
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
  }
  @media print {
    .side,
    .legend,
    .dock {
      display: none;
    }
  }
`;

/** The look of each layer, for the samples in the legend and for the fallback's marks. */
const layers = unsafeCSS(
  LAYERS.map((layer) => `.sample.${layer}, .reading mark.${layer} { ${layerRule(layer)} }`).join(
    '\n',
  ),
);

export const styles: CSSResult[] = [
  tokens,
  controls,
  reading,
  panels,
  charts,
  layout,
  layers,
  adaptations,
];
