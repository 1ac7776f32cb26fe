/** The search, the concordance and the company of what is found. */

import { css } from 'lit';

export const explore = css`
  .search input,
  .compare textarea {
    inline-size: 100%;
    padding: 0.375rem 0.5rem;
    border: 1px solid var(--_muted);
    border-radius: 3px;
    background: var(--_paper);
    color: inherit;
    font: inherit;
  }
  .help {
    margin-block: 0.375rem 0;
    font-size: 0.8125rem;
  }
  p.count {
    min-block-size: 1.4em;
    margin-block: 0.375rem 0;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .panel[data-panel='explore'] > h3 {
    margin-block-start: 1.25rem;
  }
  .sorts {
    display: flex;
    gap: 0.875rem;
    margin-block-end: 0.25rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .sorts [aria-pressed='true'] {
    color: var(--_accent);
    font-weight: 650;
  }
  .kwic {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    inline-size: 100%;
    padding-block: 0.1875rem;
    font-size: 0.8125rem;
    white-space: pre;
  }
  .kwic b {
    max-inline-size: 14rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .kwic .left,
  .kwic .right {
    overflow: hidden;
    color: var(--_muted);
  }
  /* The words next to the place stay; what lies farther is cut off. */
  .kwic .left {
    display: flex;
    justify-content: flex-end;
  }
  .kwic:hover,
  .kwic[aria-pressed='true'] {
    background: var(--_wash);
  }
  .kwic[aria-pressed='true'] b {
    color: var(--_accent);
  }
  .company {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .company th,
  .company td {
    padding: 0.125rem 0;
    font-weight: 400;
    text-align: end;
  }
  .company th + th,
  .company td {
    padding-inline-start: 0.75rem;
  }
  .company th:first-child {
    text-align: start;
  }
  .company thead th {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .graph {
    display: block;
    inline-size: 100%;
    max-inline-size: 24rem;
    margin-block-end: 0.5rem;
  }
  .graph .edge {
    stroke: var(--_rule);
  }
  .graph text {
    fill: currentColor;
    font-size: 12px;
    text-anchor: middle;
    dominant-baseline: middle;
    paint-order: stroke;
    stroke: var(--_paper);
    stroke-width: 4px;
  }
  .graph .hub {
    fill: var(--_accent);
    font-weight: 650;
  }
  .compare {
    margin-block-start: 1.25rem;
  }
  .compare summary {
    inline-size: fit-content;
    cursor: pointer;
    font-weight: 650;
    font-size: 0.8125rem;
  }
  .summary ol {
    display: grid;
    gap: 0.625rem;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }
  .sentence:hover {
    color: var(--_accent);
  }
  .compare textarea {
    margin-block: 0.5rem 0.25rem;
    resize: vertical;
  }
  .go {
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--_muted);
    border-radius: 3px;
  }
`;
