/** Numbers, bars and lists. */

import { css } from 'lit';

export const panels = css`
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
    text-decoration-line: underline;
    text-decoration-thickness: 1px;
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
    flex-wrap: wrap;
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
  .about {
    color: inherit;
    text-decoration-line: underline;
    text-decoration-thickness: 1px;
    text-decoration-style: dotted;
    text-decoration-color: var(--_fill);
    text-underline-offset: 0.25em;
  }
  .about:hover,
  .about[aria-expanded='true'] {
    text-decoration-color: currentColor;
  }
  .numbers > div > dt {
    flex: 1;
  }
  .definition {
    flex-basis: 100%;
    margin-block: 0.125rem 0.375rem;
    padding-inline-start: 0.625rem;
    border-inline-start: 2px solid var(--_rule);
    color: var(--_muted);
    font-size: 0.8125rem;
    line-height: 1.4;
  }
  .details {
    margin-block: 0.125rem 0.5rem;
    padding-inline-start: 0.625rem;
    border-inline-start: 2px solid var(--_accent);
  }
  .own-names label {
    display: block;
    margin-block-start: 0.5rem;
  }
  .own-names textarea,
  .own-names input {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    color: inherit;
    font: inherit;
    accent-color: var(--_accent);
  }
  .own-names textarea {
    padding: 0.25rem 0.375rem;
    border: 1px solid var(--_fill);
    border-radius: 3px;
    background: transparent;
    resize: vertical;
  }
  .place {
    color: var(--_accent);
    text-decoration-line: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .panel > h2 + h3 {
    margin-block-start: 0;
  }
  .verdict {
    margin: 0;
    font-size: 1rem;
    line-height: 1.35;
  }
  .findings {
    margin: 1rem 0 0;
    padding: 0;
    list-style: none;
  }
  .finding {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.625rem;
    margin-block-end: 0.625rem;
  }
  .finding .note {
    grid-column: 2;
    font-size: 0.8125rem;
    line-height: 1.35;
  }
  .note.small {
    font-size: 0.8125rem;
    line-height: 1.35;
  }
  .words {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.875rem;
  }
  .word .count {
    color: var(--_muted);
  }
  .word:hover {
    text-decoration-line: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .word[aria-pressed='true'] {
    color: var(--_accent);
    font-weight: 650;
  }
  .mark {
    align-self: center;
    padding-block: 0.125rem;
    border-radius: 3px;
    opacity: 0.8;
  }
  .mark .sample {
    display: block;
    border: 1px solid var(--_rule);
    border-radius: 3px;
  }
  .mark[aria-pressed='true'] .sample {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .group:first-child h3 {
    margin-block-start: 0;
  }
`;
