/** The text, what stands above it, and the look of what is marked in it. */

import { css, unsafeCSS } from 'lit';
import { LAYERS, layerRule, stripColour } from '../highlight/painter.ts';
import { unseen } from './base.ts';

export const reading = css`
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
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .reading mark[data-name]::before {
    content: attr(data-name) ': ';
    ${unseen}
  }
  .minimap {
    display: none;
    position: sticky;
    inset-block-start: calc(var(--textlens-top, 0px) + 1.25rem);
    float: inline-start;
    inline-size: 0.625rem;
    block-size: calc(100dvh - var(--textlens-top, 0px) - 2.5rem);
    background: var(--_wash);
    cursor: pointer;
  }
  .minimap svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  .minimap .window {
    position: absolute;
    inset-inline: -0.1875rem;
    inset-block-start: calc(var(--from, 0) * 100%);
    block-size: max(calc((var(--to, 1) - var(--from, 0)) * 100%), 0.25rem);
    border: 1px solid var(--_fill);
    border-radius: 2px;
    pointer-events: none;
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
    text-decoration-line: line-through;
    text-decoration-thickness: 1px;
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

/** The look of each layer, for the samples in the legend, for marks that are elements, and in the strip. */
export const layers = unsafeCSS(
  LAYERS.map(
    (layer) =>
      `.sample.${layer}, .reading mark.${layer} { ${layerRule(layer)} } .at-${layer} { fill: ${stripColour(layer)}; }`,
  ).join('\n'),
);
