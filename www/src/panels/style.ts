/** What a writer may want to look at again: sentences in order, and what was found in them. */

import { html, nothing, type TemplateResult } from 'lit';
import { messages, number } from '../messages.ts';
import { openingPick, stylePick } from '../selection.ts';
import { absentKinds, type Findings, findingsOf } from '../style/findings.ts';
import { spanCount } from '../text/spans.ts';
import type { PanelContext } from './context.ts';
import { rhythm } from './rhythm.ts';
import { numberRow } from './row.ts';

export function style(context: PanelContext): TemplateResult {
  const { report } = context;
  const found = findingsOf(report);
  return html`${verdict(context)} ${rhythm(context)}
    ${
      found.length === 0
        ? html`<p class="note">${messages.noFindings}</p>`
        : html`<ul class="findings" part="finding-list">
            ${found.map((findings) => row(context, findings))}
          </ul>`
    }
    ${absent(context)} ${openings(context)} ${sentenceTypes(context)}`;
}

/** What was looked for in vain: that is worth knowing, too. */
function absent({ report }: PanelContext): TemplateResult | typeof nothing {
  const kinds = absentKinds(report);
  if (kinds.length === 0) return nothing;
  return html`<p class="note small">${messages.notFound(kinds)}</p>`;
}

function openings(context: PanelContext): TemplateResult | typeof nothing {
  const list = context.report.style.openings;
  if (list.length === 0) return nothing;
  return html`<h3>${messages.openingsName}</h3>
    <ol class="words">
      ${list.map((opening) => {
        const pick = openingPick(opening);
        return html`<li>
          <button
            type="button"
            class="word"
            aria-pressed=${context.selection?.key === pick.key ? 'true' : 'false'}
            @click=${() => context.pick(pick)}
          >
            ${opening.text} <span class="count">${number(opening.count)}</span>
          </button>
        </li>`;
      })}
    </ol>`;
}

/** Only where there is something else than statements. */
function sentenceTypes(context: PanelContext): TemplateResult | typeof nothing {
  const { statements, questions, exclamations, fragments } =
    context.report.statistics.sentenceTypes;
  if (questions + exclamations + fragments === 0) return nothing;
  const rows = { statements, questions, exclamations, fragments };
  return html`<h3>${messages.sentenceTypesName}</h3>
    <dl class="numbers">
      ${(['statements', 'questions', 'exclamations', 'fragments'] as const).map((name) =>
        rows[name] === 0
          ? nothing
          : numberRow(context, { name, label: messages[name], value: number(rows[name]) }),
      )}
    </dl>`;
}

/** How many of the sentences are hard. */
function verdict({ report }: PanelContext): TemplateResult | typeof nothing {
  const { measure, sentenceLevels } = report.difficulty;
  const { sentences } = report.statistics;
  if (sentences < 2) return nothing;
  const [hard, veryHard] = [1, 2].map(
    (level) => sentenceLevels.filter((at) => at === level).length,
  );
  const variation = report.statistics.rhythm.variation.value;
  return html`<p class="verdict">
    ${measure && messages.hardSentences(sentences, hard ?? 0, veryHard ?? 0)}
    ${variation === null ? nothing : messages.monotony(variation)}
  </p>`;
}

function row(context: PanelContext, findings: Findings): TemplateResult {
  const { kind, spans } = findings;
  const pick = stylePick(findings);
  const marked = context.marks.has(kind);
  return html`<li class="finding" data-style=${kind}>
    <button
      type="button"
      class="mark"
      data-mark=${kind}
      aria-pressed=${marked ? 'true' : 'false'}
      aria-label=${messages.markStyle(kind)}
      title=${messages.markStyle(kind)}
      @click=${() => context.toggleMark(kind)}
    >
      <span class="sample ${kind}">${messages.styleSample}</span>
    </button>
    <button
      type="button"
      class="row"
      aria-pressed=${context.selection?.key === pick.key ? 'true' : 'false'}
      @click=${() => context.pick(pick)}
    >
      <span class="term">${pick.label}</span>
      <span class="count">${number(spanCount(spans))}</span>
    </button>
    <p class="note">${messages.styleMeaning(kind)}</p>
  </li>`;
}
