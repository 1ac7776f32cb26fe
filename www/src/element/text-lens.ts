/** The class of `<text-lens>`. Importing it registers nothing; see `define.ts`. */

import {
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { type AssetAddresses, configureAssets } from '../engine/assets.ts';
import { asLensError } from '../engine/errors.ts';
import type { Report } from '../engine/types.ts';
import { Explore } from '../explore/state.ts';
import { messages } from '../messages.ts';
import { type PanelContext, type PanelName, parsePanels } from '../panels/context.ts';
import { selectionAt } from '../selection.ts';
import { scrollToPanel } from '../text/scroll.ts';
import { styles } from '../theme/styles.ts';
import { Analysis } from './analysis.ts';
import { Announcer } from './announcer.ts';
import { Canvas, type Scene } from './canvas.ts';
import { lensEvent } from './events.ts';
import { HelpTexts } from './help.ts';
import { arrowStep } from './keys.ts';
import { Picking } from './picking.ts';
import {
  analysisOptions,
  hiddenTypes,
  markedKinds,
  OPTIONS,
  openPanel,
  toggled,
  toggleWord,
} from './settings.ts';
import { Showing } from './showing.ts';
import { SourceReader } from './text-source.ts';
import { view } from './view.ts';

/**
 * Shows a text with its entities marked, and what there is to say about it.
 *
 * ```html
 * <text-lens src="article.txt"></text-lens>
 * <text-lens for="article" panels="keywords entities"></text-lens>
 * <text-lens>Any text between the tags.</text-lens>
 * ```
 *
 * The text is that of `value`, else of the address `src`, else of the element on
 * the page whose id is `for`, else the content between the tags; the last two
 * are marked in place. Content between the tags also stands in while a `src`
 * loads and where WebAssembly is missing.
 *
 * Colours are custom properties, too: `--textlens-person` is the background of a person, `--textlens-person-line` its
 * underline, and so for `place organisation nationality event work law date amount address`; `--textlens-hard-sentence`
 * and `--textlens-very-hard-sentence` are washes, `--textlens-adverb-line` is a line, and so for every kind of finding.
 *
 * @attr src Address of a plain text in UTF-8.
 * @attr for Id of an element of the same tree, whose text is analysed and marked in place.
 * @attr value The text itself; the property of the same name changes it.
 * @attr panels What to show, separated by spaces: `overview text keywords style statistics entities explore`. All when absent.
 * @attr open The panel that the reader is at; the reader changes it.
 * @attr hide Types of entities not marked in the text; `duration quantity ordinal cardinal` when absent; the reader changes it.
 * @attr marks Kinds of findings about style that are marked in the text; none when absent; the reader changes it. `very-hard-sentence
 *   hard-sentence passive-voice nominalisation adverb intensifier hedge repeated-word repeated-opening doubled-word two-spellings`.
 * @attr names Names that you know, found before all others: `Acme | Acme Corp: organisation; Widget 3: work`. An organisation
 *   where no type is given; what follows a colon and is no type belongs to the name.
 * @attr exclude Names that are none, apart by semicolons.
 * @attr threshold The least confidence of an entity that is reported, 0 to 1 (default 0).
 * @attr reference-date The day of writing, `2023-07-28`: dates like "last Friday" get their day from it.
 * @attr stop-words Words to leave out of keywords and phrases, separated by spaces, beside the language's own stop words.
 * @attr marking `elements` shows the text by the element itself, whatever `panels` says, and marks it with `<mark>`, which
 *   screen readers can read; so it is where highlights cannot be painted. Otherwise the text's DOM is not touched.
 * @attr lang BCP 47 tag of the text's language; detected when absent.
 * @attr assets Folder with `worker.js`, `textlens_bg.wasm`, `textlens_explore_bg.wasm` and the packs: `en.words.pack`,
 *   `en.names.pack`, `mul.languages.pack`, `de.words.pack` and so on; else beside the script.
 *
 * @fires text-lens-report `{report}`: first without, then with entities when the names pack comes later.
 * @fires text-lens-error `{error}`: with `code`, `message` and `where`; the message is shown, too. A missing pack is told once.
 * @fires text-lens-view `{open, hide, marks}`: the reader has opened a panel or switched a mark.
 * @fires text-lens-select `{kind, label, spans}`: something is picked, or let go (`kind` is `none`).
 *
 * @slot - The text, or what stands in for it.
 * @slot empty An invitation, shown when the text is empty.
 *
 * @csspart root Everything. `data-state` is `loading`, `empty`, `ready` or `problem`; `data-engine` is `worker` or `thread`.
 * @csspart overview The text in four numbers.
 * @csspart text The section with the text.
 * @csspart reading The text itself, when it is shown by the element.
 * @csspart minimap The strip beside the text.
 * @csspart invitation What an empty text shows.
 * @csspart legend The switches of the types.
 * @csspart problem The sentence about an error.
 * @csspart panels The side.
 * @csspart tabs What leads to its sections.
 * @csspart keywords A section of the side.
 * @csspart style A section of the side.
 * @csspart statistics A section of the side.
 * @csspart entities A section of the side.
 * @csspart explore A section of the side.
 * @csspart keyword-list The bars.
 * @csspart phrase-list The phrases below them.
 * @csspart finding-list What was found about style.
 * @csspart pick What is picked, and its places.
 *
 * @cssprop --textlens-accent The one accent colour.
 * @cssprop --textlens-paper Background under the sheet and the pick (default `Canvas`).
 * @cssprop --textlens-muted Colour of secondary text.
 * @cssprop --textlens-measure Length of a line of text (default `56ch`, about 65 characters of a serif).
 * @cssprop --textlens-top Height of what sticks to the top of the page, so that the side stays below it.
 * @cssprop --textlens-text-font Font families of the text.
 * @cssprop --textlens-ui-font Font families of the rest.
 * @cssprop --textlens-entity-ink Colour of text on an entity's background.
 */
export class TextLensElement extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    src: { reflect: true },
    htmlFor: { attribute: 'for', reflect: true },
    value: {},
    panels: { reflect: true },
    open: { reflect: true },
    hide: { reflect: true },
    marks: { reflect: true },
    marking: { reflect: true },
    names: {},
    exclude: {},
    threshold: { type: Number },
    referenceDate: { attribute: 'reference-date' },
    stopWords: { attribute: 'stop-words' },
    lang: { reflect: true, useDefault: true },
    assets: { reflect: true },
  };
  static override readonly styles = styles;

  /** Version of textlens that this class is part of. */
  static readonly version: string = __TEXTLENS_VERSION__;

  /** Sets where the worker, the core and the packs lie, for the elements that start afterwards. */
  static configure(addresses: AssetAddresses): void {
    configureAssets(addresses);
  }

  declare src: string | null;
  declare htmlFor: string | null;
  declare value: string | null;
  declare panels: string | null;
  declare open: string | null;
  declare hide: string | null;
  declare marks: string | null;
  declare marking: string | null;
  declare names: string | null;
  declare exclude: string | null;
  declare threshold: number;
  declare referenceDate: string | null;
  declare stopWords: string | null;
  declare lang: string;
  declare assets: string | null;

  readonly #analysis = new Analysis();
  readonly #showing = new Showing(this.#analysis, {
    changed: () => this.requestUpdate(),
    shown: (arriving) => this.#shown(arriving),
    report: (report) => this.#reported(report),
    error: (error) => this.dispatchEvent(lensEvent('text-lens-error', { error })),
  });
  readonly #explore = new Explore(
    {
      open: (text) => this.#analysis.explore(text, analysisOptions(this)),
      read: (text) => this.#analysis.read(text, analysisOptions(this)),
    },
    () => this.requestUpdate(),
  );
  readonly #source = new SourceReader(this, {
    text: (text) => this.#showing.take(text, analysisOptions(this), this.#source.page !== null),
    loading: () => this.#showing.wait(),
    lost: (error) => {
      this.#canvas.leave();
      this.#picking.forget();
      this.#explore.release();
      this.#showing.lose(error);
    },
    refused: (error) => this.#showing.fail(error),
    moved: () => this.#canvas.moved(),
    clicked: (event) => this.#clickText(event),
  });
  readonly #canvas = new Canvas(this, {
    page: () => this.#source.page,
    wantsElements: () => this.marking === 'elements',
    marked: () => this.#marked(),
  });
  readonly #help = new HelpTexts(
    () => this.#analysis.definitions(),
    () => this.requestUpdate(),
    (thrown) => this.#showing.fail(asLensError(thrown)),
  );
  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #picking = new Picking({
    moved: () => this.#canvas.mark(),
    released: () => this.#canvas.invalidate(),
    say: (message) => this.#announcer.say(message),
    tell: (detail) => this.dispatchEvent(lensEvent('text-lens-select', detail)),
    reveal: (span) => void this.updateComplete.then(() => this.#canvas.reveal(span)),
  });
  #expanded: ReadonlySet<string> = new Set();

  constructor() {
    super();
    this.src = null;
    this.htmlFor = null;
    this.value = null;
    this.panels = null;
    this.open = null;
    this.hide = null;
    this.marks = null;
    this.marking = null;
    this.names = null;
    this.exclude = null;
    this.threshold = 0;
    this.referenceDate = null;
    this.stopWords = null;
    this.lang = '';
    this.assets = null;
  }

  /** The text that is shown and that the report is about. */
  get text(): string {
    return this.#showing.text;
  }

  /** Opens a panel and brings it into view; `null` closes the one that is open. */
  showPanel(panel: PanelName | null): void {
    this.open = panel;
    this.#tellView();
    if (panel) void this.updateComplete.then(() => scrollToPanel(this.renderRoot, panel));
  }

  /** Goes to the next place (1) of what is picked, or to the one before (-1). */
  step(by: 1 | -1): void {
    this.#picking.step(by);
  }

  /** The newest report, or `null` while there is none. */
  get report(): Report | null {
    return this.#showing.report;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#canvas.connect(this.renderRoot);
    document.addEventListener('keydown', this.#escape);
    if (this.hasUpdated) this.#source.read(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#escape);
    this.#announcer.silence();
    this.#source.stop();
    this.#analysis.cancel();
    this.#explore.release();
    this.#canvas.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Frameworks say by `undefined` that an attribute is not set.
    for (const name of [...changed.keys()] as (keyof TextLensElement)[]) {
      if (this[name] !== undefined) continue;
      const unset = name === 'lang' ? '' : name === 'threshold' ? 0 : null;
      Object.assign(this, { [name]: unset });
      if (changed.get(name) === unset) changed.delete(name);
    }
    if (changed.has('assets') || !this.hasUpdated) this.#analysis.prepare(this.assets);
    const source = ['src', 'htmlFor', 'value', 'assets'] as const;
    if (!this.hasUpdated || source.some((name) => changed.has(name))) {
      this.#source.read(this);
    } else if (OPTIONS.some((name) => changed.has(name))) {
      this.#showing.ask(analysisOptions(this), this.#source.page !== null);
    }
    if (changed.has('hide') || changed.has('marks')) this.#canvas.invalidate();
    if (changed.has('marking') && this.#showing.report) this.#canvas.settle();
  }

  protected override render(): TemplateResult {
    const { phase, engine, problem, text, report } = this.#showing;
    return view(
      {
        phase,
        engine,
        place: this.#canvas.place,
        panels: this.#panels(),
        open: openPanel(this.open),
        context: this.#context(),
        problem,
        status: this.#announcer.message,
        language: report?.language ?? this.lang,
        textLength: text.length,
        openPanel: (panel) => this.showPanel(this.open === panel ? null : panel),
        keydown: this.#arrows,
        click: this.#clickText,
        goTo: (offset) => this.#canvas.goTo(offset),
      },
      { step: (by) => this.step(by), release: () => this.#picking.release() },
    );
  }

  protected override updated(): void {
    this.#canvas.draw(this.#panels().has('text') ? this.#showing.text : null);
  }

  /** What to show: a text of the page that is marked here is shown here, even if nobody asks for it. */
  #panels(): ReadonlySet<PanelName> {
    const panels = parsePanels(this.panels);
    const copied = this.#canvas.place === 'reading' && this.#source.page !== null;
    return copied ? new Set([...panels, 'text']) : panels;
  }

  /** Follows a text or report that is in place of the last. */
  #shown(arriving: boolean): void {
    const { text, report } = this.#showing;
    this.#canvas.settle(arriving);
    if (!report) return;
    this.#explore.show(text, report);
    this.#picking.renew(report);
  }

  #reported(report: Report): void {
    this.dispatchEvent(lensEvent('text-lens-report', { report }));
    const { words, sentences } = report.statistics;
    this.#announcer.sayWhenQuiet(messages.analysed(words, sentences));
  }

  /** What there is to mark in the text. */
  #marked(): ReturnType<Scene['marked']> {
    const { report } = this.#showing;
    return (
      report && {
        report,
        hidden: hiddenTypes(this.hide),
        marks: markedKinds(this.marks),
        selection: this.#picking.selection,
      }
    );
  }

  #context(): PanelContext | null {
    const { report, text, namesPending } = this.#showing;
    if (!report) return null;
    return {
      report,
      text,
      explore: this.#explore,
      help: this.#help.help,
      knowledge: { names: this.names, exclude: this.exclude, threshold: this.threshold || 0 },
      know: (better) => Object.assign(this, better),
      selection: this.#picking.selection,
      hidden: hiddenTypes(this.hide),
      marks: markedKinds(this.marks),
      expanded: this.#expanded,
      namesPending,
      pick: (picked) => picked && this.#picking.pick(picked),
      toggleType: (type) => {
        this.hide = toggleWord(hiddenTypes(this.hide), type);
        this.#tellView();
      },
      toggleMark: (kind) => {
        this.marks = toggleWord(markedKinds(this.marks), kind) || null;
        this.#tellView();
      },
      toggleExpanded: (list) => {
        this.#expanded = toggled(this.#expanded, list);
        this.requestUpdate();
      },
    };
  }

  #tellView(): void {
    const [hide, marks] = [[...hiddenTypes(this.hide)], [...markedKinds(this.marks)]];
    this.dispatchEvent(lensEvent('text-lens-view', { open: openPanel(this.open), hide, marks }));
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) this.#picking.release();
  };

  /** Arrows go from place to place. */
  readonly #arrows = (event: KeyboardEvent): void => {
    const by = this.#picking.selection ? arrowStep(event) : 0;
    if (by === 0) return;
    event.preventDefault();
    this.step(by);
  };

  /** A click on a word picks what stands there; links and selected text are left alone. */
  readonly #clickText = (event: Event): void => {
    const offset = this.#canvas.clicked(event);
    const { report } = this.#showing;
    if (offset === null || !report) return;
    const [hidden, marks] = [hiddenTypes(this.hide), markedKinds(this.marks)];
    const selection = selectionAt(report, hidden, marks, offset);
    if (selection) this.#picking.here(selection);
  };
}
