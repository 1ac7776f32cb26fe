//! What each word of a text may be in a keyword or key phrase.

use super::frequency::KeywordOptions;
use super::markup::Markup;
use super::stems::{StemId, Stems};
use crate::text::PieceKind;
use crate::tokens::{Shape, Surface, SurfaceId, Token, Tokens};

/// Stands for no function word.
pub(super) const NO_STEM: StemId = StemId::MAX;

/// What a token is to candidates.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// It may begin and end one.
    Content,
    /// A word that may stand inside one.
    Function,
    /// It carries topic, but no candidate goes over it: a verb or an adverb where words are not tagged.
    Closed,
    /// A mark or, beside an occurrence, the end of the sentence.
    Border,
}

/// What candidates need to know of a surface, close together.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) stem: StemId,
    pub(super) class: Class,
    pub(super) shape: Shape,
    /// It ends what it belongs to: *Russia’s war* is no name.
    pub(super) is_possessive: bool,
    /// It is [`Class::Closed`], unless a capital makes it a name.
    is_closed: bool,
}

/// The words of a text, as counting and candidates need them.
pub(super) struct Content<'t> {
    pub(super) tokens: &'t Tokens<'t>,
    pub(super) stems: Stems,
    /// By surface.
    forms: Vec<Form>,
    markup: Markup,
}

/// Two neighbouring content words and the function word between them, or [`NO_STEM`].
pub(super) type Pair = (StemId, StemId, StemId);

impl<'t> Content<'t> {
    pub(super) fn of(tokens: &'t Tokens<'t>, options: &KeywordOptions) -> Self {
        let stems = Stems::of(tokens);
        let class = |surface: &Surface<'_>| match surface.kind {
            _ if options.is_content(tokens, surface) => Class::Content,
            PieceKind::Punctuation => Class::Border,
            _ => Class::Function,
        };
        let form = |surface: &Surface<'_>| Form {
            stem: stems.of_word(surface.word),
            class: class(surface),
            shape: surface.shape,
            is_possessive: surface.stem_len as usize != surface.text.len(),
            is_closed: false,
        };
        let forms = tokens.surfaces.iter().map(form).collect();
        Self { tokens, forms, stems, markup: Markup::of(tokens) }
    }

    /// Of the token with this index in [`Tokens::tokens`].
    #[inline(always)]
    pub(super) fn form(&self, at: usize) -> Form {
        let token = &self.tokens.tokens[at];
        let form = self.forms[token.surface as usize];
        match form.class {
            Class::Content if self.markup.has(at) => Form { class: Class::Border, ..form },
            _ => form,
        }
    }

    /// The same in a sentence that begins with the token `start`.
    #[inline(always)]
    pub(super) fn form_in(&self, at: usize, start: usize) -> Form {
        let form = self.form(at);
        match form.class {
            Class::Content if form.is_closed && (form.shape == Shape::Lower || at == start) => {
                Form { class: Class::Closed, ..form }
            }
            _ => form,
        }
    }

    /// Closes the surfaces of which this is true to candidates.
    pub(super) fn close(&mut self, is_closed: impl Fn(&Surface<'_>) -> bool) {
        for (form, surface) in self.forms.iter_mut().zip(&self.tokens.surfaces) {
            form.is_closed = is_closed(surface);
        }
    }

    /// Whether the token at `at`, of this surface, carries topic.
    #[inline(always)]
    pub(super) fn is_content_at(&self, at: usize, surface: SurfaceId) -> bool {
        self.is_content(surface as usize) && !self.markup.has(at)
    }

    /// Whether a surface carries topic.
    #[inline(always)]
    pub(super) fn is_content(&self, surface: usize) -> bool {
        self.forms[surface].class == Class::Content
    }

    pub(super) fn stem(&self, token: &Token) -> StemId {
        self.forms[token.surface as usize].stem
    }

    /// How often the word of a token stands in the text, in any form.
    pub(super) fn count_of(&self, token: &Token) -> u64 {
        self.stems.count(self.stem(token))
    }

    /// Gives `found` each pair of content words in a sentence that has no more than one function
    /// word between them, in order.
    pub(super) fn pairs(&self, mut found: impl FnMut(Pair)) {
        for sentence in &self.tokens.sentences {
            let (mut last, mut function) = (None, NO_STEM);
            for at in sentence.tokens.clone() {
                let Form { stem, class, .. } = self.form(at);
                match class {
                    Class::Content => {
                        if let Some(last) = last {
                            found((last, function, stem));
                        }
                        (last, function) = (Some(stem), NO_STEM);
                    }
                    Class::Function if function == NO_STEM => function = stem,
                    Class::Function | Class::Closed | Class::Border => last = None,
                }
            }
        }
    }
}
