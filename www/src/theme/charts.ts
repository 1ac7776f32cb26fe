/** Charts, their keys and axes, and the bar of what is picked. */

import { css } from 'lit';

export const charts = css`
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
  .column.hard {
    fill: var(--_hard);
  }
  .column.very-hard {
    fill: var(--_very-hard);
  }
  .column.touched,
  .column.current {
    fill: var(--_accent);
  }
  .key {
    display: flex;
    gap: 1rem;
    margin-block-start: 0.25rem;
    color: var(--_muted);
    font-size: 0.75rem;
  }
  .key span::before {
    content: '';
    display: inline-block;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    margin-inline-end: 0.375rem;
    background: var(--_hard);
  }
  .key .very-hard::before {
    background: var(--_very-hard);
  }
  .chart.scale {
    margin-block: 0.25rem 0.5rem;
  }
  .chart.scale svg {
    block-size: auto;
    border: 0;
  }
  .scale .line {
    fill: none;
    stroke: var(--_fill);
    stroke-width: 1;
  }
  .scale .point {
    fill: currentColor;
    fill-opacity: 0.45;
  }
  .scale .consensus {
    fill: var(--_accent);
  }
  .schools {
    display: grid;
    grid-template-columns: 6fr 3fr 4fr 4fr 3fr;
    color: var(--_muted);
    font-size: 0.6875rem;
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
