// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/formats/sgml_reader.h"

#include <algorithm>
#include <map>
#include <utility>

#include "indexer/dates/dates.h"
#include "indexer/decoding/charset.h"
#include "indexer/decoding/html_fragment.h"
#include "indexer/decoding/markup_scanner.h"
#include "indexer/decoding/paragraphs.h"
#include "indexer/formats/article_times.h"
#include "schema/analysis/ascii.h"

namespace pullquote {
namespace {

using F = ArticleField;

/// Names that only these collections use; in lower case.
struct CollectionName {
  std::string_view name;
  ArticleField field;
};
constexpr std::array kCollectionNames{
    CollectionName{"head", F::Headline},      CollectionName{"hl", F::Headline},
    CollectionName{"ttl", F::Headline},       CollectionName{"lp", F::Body},
    CollectionName{"leadpara", F::Body},      CollectionName{"lead_para", F::Body},
    CollectionName{"dd", F::Published},       CollectionName{"date_time", F::Published},
    CollectionName{"date1", F::Published},    CollectionName{"so", F::Source},
    CollectionName{"pub", F::Source},         CollectionName{"dateline", F::Dateline},
    CollectionName{"topics", F::Keywords},    CollectionName{"places", F::Keywords},
    CollectionName{"people", F::Keywords},    CollectionName{"orgs", F::Keywords},
    CollectionName{"exchanges", F::Keywords}, CollectionName{"companies", F::Keywords},
    CollectionName{"in", F::Keywords},        CollectionName{"descript", F::Keywords},
    CollectionName{"subject", F::Keywords},   CollectionName{"by", F::Byline},
    CollectionName{"sect", F::Section},
};

constexpr std::array<std::string_view, 8> kBreaks{"p", "br", "tr", "li", "h3", "h4", "div", "lead"};

/// Elements with a meaning within each other; more deeply none counts.
constexpr std::size_t kDeepest = 32;

/// Stands for a break; cleaned text has no such character.
constexpr char kBreak = '\x1E';

/// What an element held, field by field, in order.
struct Piece {
  ArticleField field;
  std::size_t rank;
  std::string text;
};

std::string decoded(std::string_view text) {
  return clean_utf8(decode_entities(text));
}

/// Of a date that begins with two digits of the year, read as RFC 2822 reads them.
std::string century_of(const std::string& date) {
  return date < "50" ? "20" : "19";
}

/// "04/02/90" and "06/01/1998": two readings, of which the document's number states one
/// ("WSJ900402-0001", "NYT19980601.0001").
std::optional<Timestamp> date_by_number(const std::string& text, const std::string& number) {
  std::array<int, 3> parts{};
  std::size_t part = 0;
  std::size_t digits = 0;
  for (char c : text) {
    if (c >= '0' && c <= '9' && part < 3) {
      parts[part] = parts[part] * 10 + (c - '0');
      if (++digits > 4) return std::nullopt;
    } else if (c == '/' && digits > 0 && part < 2) {
      ++part;
      digits = 0;
    } else if (part < 2 && c != ' ') {
      return std::nullopt;
    } else if (part == 2) {
      break;
    }
  }
  if (part != 2) return std::nullopt;
  const auto two = [](int value) {
    const std::string text_of_value = std::to_string(value % 100);
    return text_of_value.size() < 2 ? "0" + text_of_value : text_of_value;
  };
  for (const auto& [month, day] : {std::pair{parts[0], parts[1]}, std::pair{parts[1], parts[0]}}) {
    const std::string short_date = two(parts[2]) + two(month) + two(day);
    if (number.find(short_date) == std::string::npos) continue;
    return parse_date((parts[2] >= 100 ? std::to_string(parts[2] / 100) : century_of(short_date)) +
                      short_date);
  }
  return std::nullopt;
}

/// A date among other words: "January 1, 1989, Sunday, Home Edition", "910514", "02-12-88 2344EST".
std::optional<Timestamp> date_of(std::string text, const std::string& number) {
  text = single_line(text);
  if (const auto date = parse_date(text)) return date;
  if (const auto date = date_by_number(text, number)) return date;
  const bool is_short = text.size() == 6 && std::all_of(text.begin(), text.end(), [](char c) {
                          return c >= '0' && c <= '9';
                        });
  if (is_short) return parse_date(century_of(text) + text);
  for (std::size_t comma = text.rfind(','); comma != std::string::npos && comma > 0;
       comma = text.rfind(',', comma - 1)) {
    if (const auto date = parse_date(text.substr(0, comma))) return date;
  }
  return std::nullopt;
}

/// The entries of several lists (<TOPICS>, <PLACES>), which one field takes together.
std::vector<std::string> split_lists(const std::vector<std::string>& lists) {
  std::vector<std::string> all;
  for (const std::string& list : lists) {
    for (std::string& entry : split_list(list)) all.push_back(std::move(entry));
  }
  return all;
}

/// The agency ended its dispatches with its name on a line of its own (" REUTER"); run on, it would
/// be the last word of the last sentence.
void drop_sign_off(std::string& body) {
  const std::size_t last = body.find_last_not_of(" \t\r\n");
  if (last == std::string::npos) return;
  const std::size_t line_end = body.rfind('\n', last);
  const std::size_t start = line_end == std::string::npos ? 0 : line_end + 1;
  const std::string line = ascii_lower(single_line(body.substr(start)));
  if (line == "reuter" || line == "reuters") body.resize(start);
}

class Document {
 public:
  using MeaningOf = std::function<std::optional<FieldNames::Meaning>(std::string_view)>;

  Document(std::string_view text, const MeaningOf& meaning_of) : text_(text) {
    for (std::size_t at = 0; at < text.size();) {
      const MarkupToken token = next_markup(text, at);
      at = token.end;
      take(token, meaning_of);
    }
    while (!open_.empty()) close();
  }

  Article article() {
    // Of names for one field the best counts; what is joined stays in the order of the document.
    std::stable_sort(pieces_.begin(), pieces_.end(), [](const Piece& x, const Piece& y) {
      return std::pair(x.field, joins(x.field) ? 0 : x.rank) <
             std::pair(y.field, joins(y.field) ? 0 : y.rank);
    });
    Article article;
    std::map<ArticleField, std::vector<std::string>> values;
    std::map<ArticleField, std::size_t> ranks;
    for (Piece& piece : pieces_) {
      if (single_line(piece.text).empty()) continue;
      const auto [rank, is_new] = ranks.emplace(piece.field, piece.rank);
      if (rank->second != piece.rank && !joins(piece.field)) continue;
      values[piece.field].push_back(std::move(piece.text));
    }
    std::string dateline;
    const std::string number = number_of(values);
    for (auto& [field, texts] : values) {
      if (field == F::Dateline) {
        dateline = single_line(texts.front());
      } else if (field == F::Published || field == F::Modified) {
        set_date(field == F::Published ? article.published : article.modified, texts, number);
      } else {
        if (field == F::Headline) texts.resize(1);
        if (field == F::Keywords) texts = split_lists(texts);
        if (field == F::Body) drop_sign_off(texts.back());
        assign_field(article, field, std::move(texts));
      }
    }
    // Of a one-line report the headline is all there is.
    put_dateline(article, dateline);
    return article;
  }

 private:
  struct Open {
    std::string name;
    std::optional<FieldNames::Meaning> meaning;
    std::string text;
    bool is_container = false;  ///< holds an element of the same field, which has the text
  };

  static bool joins(ArticleField field) { return field == F::Body || field == F::Keywords; }

  static std::string number_of(std::map<ArticleField, std::vector<std::string>>& values) {
    const auto found = values.find(F::Id);
    return found == values.end() || found->second.empty() ? std::string() : found->second.front();
  }

  static void set_date(std::optional<Timestamp>& date, const std::vector<std::string>& texts,
                       const std::string& number) {
    for (const std::string& text : texts) {
      if (!date) date = date_of(text, number);
    }
  }

  void take(const MarkupToken& token, const MeaningOf& meaning_of) {
    const std::string_view bytes = text_.substr(token.begin, token.end - token.begin);
    switch (token.kind) {
      case MarkupKind::Text:
        append(decoded(bytes));
        break;
      case MarkupKind::CData:
        append(clean_utf8(bytes.substr(9, bytes.size() - 9 - (token.is_complete ? 3 : 0))));
        break;
      case MarkupKind::StartTag:
        start(token, meaning_of);
        break;
      case MarkupKind::EmptyTag:
        break_line(ascii_lower(token.name));
        break;
      case MarkupKind::EndTag:
        end(ascii_lower(token.name));
        break;
      default:
        break;
    }
  }

  void start(const MarkupToken& token, const MeaningOf& meaning_of) {
    const std::string name = ascii_lower(local_name(token.name));
    if (is_root_) {
      is_root_ = false;
      read_attributes(token);
      return;
    }
    const auto meaning = meaning_of(name);
    // Only what means something is followed: the rest is often never closed.
    if (meaning && open_.size() < kDeepest) {
      open_.push_back({name, meaning, {}});
    } else if (name == "d" && !open_.empty()) {  // an entry of a list
      append("; ");
    } else {
      break_line(name);
    }
  }

  /// <DOC id="..." date="...">, <REUTERS NEWID="...">
  void read_attributes(const MarkupToken& token) {
    std::string_view rest = attributes_of(text_, token);
    std::string_view name;
    std::string_view value;
    while (next_attribute(rest, name, value)) {
      const std::string lower = ascii_lower(local_name(name));
      const std::size_t last = kLastRank;
      if (lower == "newid" || lower == "itemid") pieces_.push_back({F::Id, last, decoded(value)});
      if (lower == "id") pieces_.push_back({F::Id, last + 1, decoded(value)});
      if (lower == "date") pieces_.push_back({F::Published, last, decoded(value)});
      if (lower == "lang") pieces_.push_back({F::Language, last, decoded(value)});
    }
  }

  void end(const std::string& name) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](const Open& each) { return each.name == name; });
    if (found == open_.rend()) return break_line(name);
    for (auto inner = found - open_.rbegin(); inner >= 0; --inner) close();
  }

  void close() {
    Open last = std::move(open_.back());
    open_.pop_back();
    for (Open& outer : open_) outer.is_container |= outer.meaning->field == last.meaning->field;
    if (last.is_container) return;
    pieces_.push_back({last.meaning->field, last.meaning->rank, laid_out(std::move(last.text))});
  }

  void break_line(const std::string& name) {
    if (std::find(kBreaks.begin(), kBreaks.end(), name) != kBreaks.end()) append({&kBreak, 1});
  }

  /// Where elements keep paragraphs apart, line ends don't.
  static std::string laid_out(std::string text) {
    if (text.find(kBreak) == std::string::npos) return text;
    std::string out;
    for (char c : text) {
      if (c == kBreak) {
        out += "\n\n";
      } else {
        out += c == '\n' ? ' ' : c;
      }
    }
    return out;
  }

  void append(std::string_view text) {
    if (!open_.empty()) open_.back().text += text;
  }

  static constexpr std::size_t kLastRank = 1u << 20;

  std::string_view text_;
  bool is_root_ = true;
  std::vector<Open> open_;  ///< elements with a meaning
  std::vector<Piece> pieces_;
};

}  // namespace

std::optional<FieldNames::Meaning> SgmlReader::meaning_of(std::string_view element) {
  const auto known = names_.meaning(element);
  if (known) return known;
  for (std::size_t i = 0; i < kCollectionNames.size(); ++i) {
    if (kCollectionNames[i].name != element) continue;
    const bool is_taken = std::any_of(names_.mapped().begin(), names_.mapped().end(),
                                      [&](const FieldNames::Mapped& mapped) {
                                        return mapped.field == kCollectionNames[i].field;
                                      });
    if (!is_taken) return FieldNames::Meaning{kCollectionNames[i].field, 1000 + i};
  }
  return std::nullopt;
}

void SgmlReader::parse(const RawRecord& record, const RecordSink& sink) {
  const std::string text = decode_text(record.bytes, record.charset).text;
  Document document(text, [this](std::string_view element) { return meaning_of(element); });
  ParsedArticle parsed;
  parsed.format = to_string(InputFormat::Sgml);
  parsed.article = document.article();
  sink(std::move(parsed));
}

}  // namespace pullquote
