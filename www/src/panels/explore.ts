/** A search that counts as one types: places in their context, their spread, their company; and a second text. */

import { html, nothing, svg, type TemplateResult } from 'lit';
import type { CollocationGraph, KeyWord } from '../engine/explore-types.ts';
import type { Statistics } from '../engine/types.ts';
import type { Compared, Found, Sort } from '../explore/state.ts';
import { decimal, messages, number, ratio } from '../messages.ts';
import { searchPick } from '../selection.ts';
import { directionOf } from '../text/direction.ts';
import { setVariable } from '../theme/set-variable.ts';
import type { PanelContext } from './context.ts';
import { moreButton, shown } from './more.ts';

const FIRST_LINES = 12;
const FIRST_KEYS = 6;
const FIRST_NAMES = 8;
const SORTS: readonly Sort[] = ['place', 'left', 'right'];

export function explore(context: PanelContext): TemplateResult {
  const { query, found, problem } = context.explore;
  const words = messages.exploring;
  const count = found ? words.found(found.spans.length / 2) : '';
  return html`<label class="search">
      <span class="unseen">${words.search}</span>
      <input
        type="search"
        dir="auto"
        placeholder=${words.placeholder}
        autocomplete="off"
        spellcheck="false"
        aria-describedby="search-help"
        .value=${query}
        @input=${(event: Event) => void context.explore.search((event.target as HTMLInputElement).value)}
      />
    </label>
    <p class="note help" id="search-help">${words.help}</p>
    <p class="count" role="status" data-found=${found ? found.spans.length / 2 : nothing}>
      ${problem ?? count}
    </p>
    ${found && found.spans.length > 0 ? results(context, found) : nothing} ${summary(context)}
    ${compare(context)}`;
}

function results(context: PanelContext, found: Found): TemplateResult {
  return html`${spread(found)} ${concordance(context, found)} ${company(context, found)}`;
}

/** How many places each part of the text has. */
function spread({ spread, query }: Found): TemplateResult {
  const words = messages.exploring;
  const most = Math.max(...spread.counts, 1);
  const width = 100 / spread.counts.length;
  const bars = spread.counts.map(
    (count, part) =>
      svg`<rect class="column" x=${part * width} width=${width * 0.8} y=${20 - (20 * count) / most} height=${(20 * count) / most}></rect>`,
  );
  const { deviationOfProportions: deviation, juillandD } = spread;
  return html`<figure class="chart" data-chart="spread">
    <figcaption>${words.spread}</figcaption>
    <svg viewBox="0 0 100 20" preserveAspectRatio="none" role="img" aria-label=${words.spreadOf(query, spread.counts)}>
      ${bars}
    </svg>
    ${
      deviation === null || juillandD === null
        ? nothing
        : html`<p class="note help">${words.dispersion(deviation, juillandD)}</p>`
    }
  </figure>`;
}

function concordance(context: PanelContext, found: Found): TemplateResult {
  const { explore, text, selection } = context;
  const words = messages.exploring;
  const lines = Array.from({ length: found.lines.length / 5 }, (_, at) =>
    found.lines.subarray(at * 5, at * 5 + 5),
  );
  const rows = shown(context, 'concordance', lines, FIRST_LINES).map((line) => {
    const [from = 0, start = 0, end = 0, to = 0] = line;
    const index = placeOf(found.spans, start);
    const current = selection?.key === `search ${found.query}` && selection.index === index;
    return html`<li>
      <button
        type="button"
        class="kwic"
        aria-pressed=${current ? 'true' : 'false'}
        @click=${() => context.pick(searchPick(found.query, found.spans, index))}
      >
        <span class="left"><span>${text.slice(from, start)}</span></span><b>${text.slice(start, end)}</b
        ><span class="right">${text.slice(end, to)}</span>
      </button>
    </li>`;
  });
  return html`<h3>${words.places}</h3>
    <div class="sorts" role="group" aria-label=${words.order}>
      ${SORTS.map(
        (sort) =>
          html`<button
            type="button"
            data-sort=${sort}
            aria-pressed=${explore.sort === sort ? 'true' : 'false'}
            @click=${() => void explore.sortBy(sort)}
          >
            ${words.sorts[sort]}
          </button>`,
      )}
    </div>
    <ol class="concordance" dir=${directionOf(text)}>
      ${rows}
    </ol>
    ${moreButton(context, 'concordance', lines.length, FIRST_LINES)}`;
}

/** Index of the place that starts at an offset. */
function placeOf(spans: Uint32Array, start: number): number {
  for (let at = 0; at < spans.length; at += 2) if (spans[at] === start) return at / 2;
  return 0;
}

function company(context: PanelContext, found: Found): TemplateResult | typeof nothing {
  const words = messages.exploring;
  if (found.company.length === 0) return nothing;
  const rows = found.company.map(
    ({ term, together, count, logDice, logLikelihood }) =>
      html`<tr>
        <th scope="row">
          <button type="button" class="place" @click=${() => void context.explore.search(term)}>${term}</button>
        </th>
        <td title=${words.ofAll(count)}>${number(together)}</td>
        <td>${ratio(logDice)}</td>
        <td>${ratio(logLikelihood)}</td>
      </tr>`,
  );
  return html`<h3>${words.company}</h3>
    ${graph(found.query, found.graph)}
    <table class="company">
      <thead>
        <tr>
          <th scope="col">${words.word}</th>
          <th scope="col">${words.together}</th>
          <th scope="col">logDice</th>
          <th scope="col">G²</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

/** The words in a ring around the query, joined where they share sentences. The table beside it says the same. */
function graph(query: string, { nodes, edges }: CollocationGraph): TemplateResult | typeof nothing {
  if (nodes.length < 3) return nothing;
  const [width, height] = [320, 200];
  const at = nodes.map((_, node) => {
    const angle = (2 * Math.PI * node) / nodes.length - Math.PI / 2;
    return [width / 2 + Math.cos(angle) * 105, height / 2 + Math.sin(angle) * 78] as const;
  });
  const most = Math.max(...edges.map(({ together }) => together), 1);
  const lines = edges.map(({ from, to, together }) => {
    const [[x1, y1], [x2, y2]] = [at[from] ?? [0, 0], at[to] ?? [0, 0]];
    return svg`<line class="edge" x1=${x1} y1=${y1} x2=${x2} y2=${y2} stroke-width=${0.5 + (2 * together) / most}></line>`;
  });
  const labels = nodes.map(({ term }, node) => {
    const [x, y] = at[node] ?? [0, 0];
    return svg`<text x=${x} y=${y}>${term}</text>`;
  });
  return html`<svg class="graph" viewBox="0 0 ${width} ${height}" role="img" aria-label=${messages.exploring.graph(query)}>
    ${nodes.map((_, node) => {
      const [x, y] = at[node] ?? [0, 0];
      return svg`<line class="edge" x1=${width / 2} y1=${height / 2} x2=${x} y2=${y}></line>`;
    })}
    ${lines} ${labels}
    <text class="hub" x=${width / 2} y=${height / 2}>${query}</text>
  </svg>`;
}

/** The sentences that carry the text, each with its place. */
function summary(context: PanelContext): TemplateResult {
  const words = messages.exploring;
  const sentences = context.explore.summary;
  const onToggle = (event: Event) =>
    void context.explore.summarise((event.currentTarget as HTMLDetailsElement).open);
  const spans = Uint32Array.from((sentences ?? []).flatMap(({ span }) => [span.start, span.end]));
  const rows = sentences?.map(
    ({ span }, at) =>
      html`<li>
        <button
          type="button"
          class="sentence"
          dir="auto"
          @click=${() => context.pick({ ...searchPick(words.summary, spans, at), whole: true })}
        >
          ${context.text.slice(span.start, span.end).trim()}
        </button>
      </li>`,
  );
  return html`<details class="compare summary" ?open=${context.explore.summaryWanted} @toggle=${onToggle}>
    <summary>${words.summary}</summary>
    ${rows?.length === 0 ? html`<p class="note">${words.noSummary}</p>` : html`<ol>${rows ?? nothing}</ol>`}
  </details>`;
}

function compare(context: PanelContext): TemplateResult {
  const words = messages.exploring;
  const { comparison } = context.explore;
  const onSubmit = (event: Event) => {
    const area = (event.currentTarget as HTMLElement).parentElement?.querySelector('textarea');
    if (area) void context.explore.compareWith(area.value, context.report);
  };
  return html`<details class="compare">
    <summary>${words.compare}</summary>
    <label>
      <span class="unseen">${words.second}</span>
      <textarea rows="4" dir="auto" placeholder=${words.second}></textarea>
    </label>
    <button type="button" class="go" @click=${onSubmit}>${words.compareNow}</button>
    ${comparison ? compared(context, comparison) : nothing}
  </details>`;
}

function compared(
  context: PanelContext,
  { words: comparison, second, entities }: Compared,
): TemplateResult {
  const words = messages.exploring;
  const keys = (title: string, list: readonly KeyWord[]) => {
    const most = list[0]?.logLikelihood ?? 1;
    return html`<h3>${title}</h3>
      <ol class="bars" ${setVariable('--digits', 3)}>
        ${list.slice(0, FIRST_KEYS).map(
          ({ term, count, logLikelihood }) =>
            html`<li class="bar">
              <span class="term">${term}</span>
              <span class="track"><span class="fill" ${setVariable('--share', logLikelihood / most)}></span></span>
              <span class="count">${number(count)}</span>
            </li>`,
        )}
      </ol>`;
  };
  const both = entities
    .filter(({ first, second }) => first > 0 && second > 0)
    .slice(0, FIRST_NAMES)
    .map(({ name, first, second }): Beside => [name, number(first), number(second)]);
  const { shared, onlyFirst, onlySecond, jaccard, cosine, weightedCosine } = comparison;
  return html`<div class="compared" role="status">
    <p>${words.shared(shared, onlyFirst, onlySecond)}</p>
    <p class="note help">${words.likeness(jaccard, weightedCosine ?? cosine)}</p>
    ${beside(context.report.statistics, second.statistics)}
    ${sideBySide(words.namedInBoth, both)}
    ${keys(words.firstKeys, comparison.firstKeys)} ${keys(words.secondKeys, comparison.secondKeys)}
  </div>`;
}

type Beside = readonly [label: string, here: string, there: string];

function beside(first: Statistics, second: Statistics): TemplateResult | typeof nothing {
  const of = (label: string, value: (statistics: Statistics) => string): Beside => [
    label,
    value(first),
    value(second),
  ];
  return sideBySide(messages.exploring.beside, [
    of(messages.words, ({ words }) => number(words)),
    of(messages.uniqueWords, ({ uniqueWords }) => number(uniqueWords)),
    of(messages.sentences, ({ sentences }) => number(sentences)),
    of(messages.meanSentence, ({ sentenceLength }) => decimal(sentenceLength.mean)),
    of(messages.consensusName, ({ readability }) => {
      const { value } = readability.consensus.grade;
      return value === null ? '–' : decimal(value);
    }),
  ]);
}

/** A table of what is here and what is in the second text. */
function sideBySide(title: string, rows: readonly Beside[]): TemplateResult | typeof nothing {
  const words = messages.exploring;
  if (rows.length === 0) return nothing;
  return html`<h3>${title}</h3>
    <table class="company">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${words.here}</th>
          <th scope="col">${words.there}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([label, here, there]) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>${here}</td>
              <td>${there}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}
