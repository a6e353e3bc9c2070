// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/results/hit_builder.h"

#include "searcher/results/snippet.h"

namespace pullquote {

namespace {

/// A snippet from the body; if nothing matches there, from the first other text that matches, or
/// else the beginning of the article.
Snippet best_snippet(const Article& article, Highlighter& highlighter, std::size_t characters) {
  const auto snippet_of = [&](std::string_view text, std::span<const Occurrence> occurrences) {
    return make_snippet(text, occurrences, highlighter.clauses(), characters);
  };
  const auto in_body = highlighter.find(article, article.body, TextArea::Body);
  if (!in_body.empty()) return snippet_of(article.body, in_body);
  const auto in_standfirst = highlighter.find(article, article.standfirst, TextArea::Other);
  if (!in_standfirst.empty()) return snippet_of(article.standfirst, in_standfirst);
  for (const std::string& caption : article.captions) {
    const auto in_caption = highlighter.find(article, caption, TextArea::Other);
    if (!in_caption.empty()) return snippet_of(caption, in_caption);
  }
  return snippet_of(article.standfirst.empty() ? article.body : article.standfirst, {});
}

}  // namespace

Hit make_hit(const Article& article, Highlighter& highlighter, const SearchOptions& options) {
  Hit hit;
  hit.id = article.id;
  hit.url = article.url;
  hit.source = article.source;
  hit.headline = article.headline;
  hit.published = article.published;
  if (!options.snippets) return hit;
  hit.headline_matches =
      joined_spans(highlighter.find(article, article.headline, TextArea::Headline));
  hit.snippet = best_snippet(article, highlighter, options.snippet_characters);
  return hit;
}

}  // namespace pullquote
