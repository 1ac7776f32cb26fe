/** Keywords as bars, and the phrases that tell what the text is about. */

import { html, nothing, type TemplateResult } from 'lit';
import { messages, number } from '../messages.ts';
import { keywordPick, phrasePick } from '../selection.ts';
import { setVariable } from '../theme/set-variable.ts';
import type { PanelContext } from './context.ts';
import { moreButton, shown } from './more.ts';

const FIRST_KEYWORDS = 15;
const FIRST_PHRASES = 6;

export function keywords(context: PanelContext): TemplateResult {
  const list = context.report.keywords;
  if (list.length === 0) return html`<p class="note">${messages.noKeywords}</p>`;
  const most = list[0]?.count ?? 1;
  const rows = shown(context, 'keywords', list, FIRST_KEYWORDS).map((keyword) => {
    const pick = keywordPick(keyword);
    const forms = keyword.forms.map(({ text, count }) => `${text} ${count}`).join(', ');
    return html`<li>
      <button
        type="button"
        class="bar"
        data-keyword=${keyword.term}
        aria-pressed=${context.selection?.key === pick.key ? 'true' : 'false'}
        title=${`${forms} · ${messages.perThousand(keyword.perThousand)}`}
        @click=${() => context.pick(pick)}
      >
        <span class="term" lang=${context.report.language}>${keyword.term}</span>
        <span class="track"
          ><span class="fill" ${setVariable('--share', keyword.count / most)}></span
        ></span>
        <span class="count">${number(keyword.count)}</span>
      </button>
    </li>`;
  });
  return html`<ol class="bars" part="keyword-list" ${setVariable('--digits', number(most).length)}>
      ${rows}
    </ol>
    ${moreButton(context, 'keywords', list.length, FIRST_KEYWORDS)} ${phrases(context)}`;
}

function phrases(context: PanelContext): TemplateResult | typeof nothing {
  const list = context.report.keyphrases;
  if (list.length === 0) return nothing;
  const rows = shown(context, 'phrases', list, FIRST_PHRASES).map((phrase) => {
    const pick = phrasePick(phrase);
    return html`<li>
      <button
        type="button"
        class="row"
        data-phrase=${phrase.text}
        aria-pressed=${context.selection?.key === pick.key ? 'true' : 'false'}
        @click=${() => context.pick(pick)}
      >
        <span class="term" lang=${context.report.language}>${phrase.text}</span>
        <span class="count">${number(phrase.count)}</span>
      </button>
    </li>`;
  });
  return html`<h3>${messages.phrases}</h3>
    <ol class="rows" part="phrase-list">
      ${rows}
    </ol>
    ${moreButton(context, 'phrases', list.length, FIRST_PHRASES)}`;
}
