// SPDX-License-Identifier: GPL-3.0-or-later
/// What each form of the query language means, as trees.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

#include "pullquote/query.h"
#include "tests/searcher/query/tree_text.h"

namespace {

using namespace pullquote;

// 2016-05-04 12:00:00 UTC, a Wednesday.
constexpr ParseOptions kNoon{.now_seconds = 1462363200};

struct TreeCase {
  const char* why;
  const char* text;
  const char* tree;
};

std::ostream& operator<<(std::ostream& out, const TreeCase& c) {
  return out << c.why << ": " << c.text;
}

std::string parsed(std::string_view text) {
  const auto outcome = parse_query(text, kNoon);
  if (const auto* error = std::get_if<QueryError>(&outcome)) return "error: " + error->message;
  return test::tree_text(std::get<Query>(outcome).root);
}

const TreeCase kWordCases[] = {
    {"one word is itself", "truce", "(word truce)"},
    {"words side by side are ranked together", "truce aleppo", "(any (word truce) (word aleppo))"},
    {"any white space separates", "truce\t\u00A0aleppo\u3000\n",
     "(any (word truce) (word aleppo))"},
    {"hyphens, apostrophes and dots belong to a word", "cease-fire don't U.N.",
     "(any (word cease-fire) (word don't) (word U.N.))"},
    {"scripts mix freely", "Алеппо 阿勒颇 حلب 😀 Réfugiés",
     "(any (word Алеппо) (word 阿勒颇) (word حلب) (word 😀) (word Réfugiés))"},
    {"a URL is a word", "http://example.org/a?b=c", "(word http://example.org/a?b=c)"},
    {"a time is a word", "10:30", "(word 10:30)"},
    {"a colon before a blank ends an introduction", "Syria: truce",
     "(any (word Syria:) (word truce))"},
    {"double colons are no field", "std::string", "(word std::string)"},
    {"a Windows path is no field", "C:\\news", "(word C:\\news)"},
    {"a prefix in another script is no field", "Сирия:мир", "(word Сирия:мир)"},
    {"punctuation between blanks is dropped", "truce - what & next – ? ...",
     "(any (word truce) (word what) (word next))"},
    {"lower-case operators are words", "war and peace", "(any (word war) (word and) (word peace))"},
    {"words that begin like operators are words", "NEARBY ORDER NOTE ADJACENT",
     "(any (word NEARBY) (word ORDER) (word NOTE) (word ADJACENT))"},
    {"an exact form", "=finalise", "(word exact finalise)"},
    {"a prefix", "cease*", "(prefix cease)"},
    {"two letters suffice for a prefix, in any script", "мир* 停火*",
     "(any (prefix мир) (prefix 停火))"},
    {"one edit is the default", "aleppo~", "(fuzzy/1 aleppo)"},
    {"two edits", "aleppo~2", "(fuzzy/2 aleppo)"},
    {"a tilde that no letter stands before is plain text", "~home example.org/~home",
     "(any (word ~home) (word example.org/~home))"},
    {"a weight", "truce^3", "(word truce)^3"},
    {"a fraction as weight", "truce^0.5", "(word truce)^0.5"},
    {"a caret that nothing stands before is plain text", "^ab ^_^", "(word ^ab)"},
    {"words with a comma between are words side by side", "truce,aleppo;syria",
     "(any (word truce) (word aleppo) (word syria))"},
    {"other dashes and commas separate too", "truce—aleppo、حلب،syria|x",
     "(any (word truce) (word aleppo) (word حلب) (word syria) (word x))"},
    {"a comma inside a number does not", "1,000 2015,2016", "(any (word 1,000) (word 2015,2016))"},
    {"nor one in a URL", "http://example.org/a,b;c", "(word http://example.org/a,b;c)"},
    {"nor does what a name or a date has inside", "and/or 9/11 Assad-led x@example.org",
     "(any (word and/or) (word 9/11) (word Assad-led) (word x@example.org))"},
    {"a comma behind a word is dropped", "truce, aleppo; cease*,",
     "(any (word truce) (word aleppo) (prefix cease))"},
    {"suffixes stand before the comma", "ale*,mosul~2,x",
     "(any (prefix ale) (fuzzy/2 mosul) (word x))"},
    {"a weight behind words with commas is that of all", "a,b^2 c",
     "(any (any (word a) (word b))^2 (word c))"},
    {"so is an =", "=a,b", "(any (word exact a) (word exact b))"},
    {"and a sign", "+a,b -c,d", "(any +(any (word a) (word b)) -(any (word c) (word d)))"},
    {"suffix and weight", "cease*^2", "(prefix cease)^2"},
};

const TreeCase kPhraseCases[] = {
    {"straight marks", "\"cessation of hostilities\"", "(phrase cessation of hostilities)"},
    {"curly marks", "“cessation of hostilities”", "(phrase cessation of hostilities)"},
    {"German marks", "„Ende der Gewalt“", "(phrase Ende der Gewalt)"},
    {"angle marks", "«fin des combats»", "(phrase fin des combats)"},
    {"angle marks turned inwards", "»Ende der Gewalt«", "(phrase Ende der Gewalt)"},
    {"marks of one family may be mixed", "“a b\"", "(phrase a b)"},
    {"marks of the other family are part of the phrase", "«a \"b\" c»", "(phrase a \"b\" c)"},
    {"one quoted word is a phrase, operators included", "\"AND\"", "(phrase AND)"},
    {"a phrase with a weight", "\"a b\"^2", "(phrase a b)^2"},
    {"what is glued to a phrase is a clause of its own", "\"White House\"-backed",
     "(any (phrase White House) (word backed))"},
};

const TreeCase kBooleanCases[] = {
    {"plus and minus", "+truce -aleppo syria", "(any +(word truce) -(word aleppo) (word syria))"},
    {"NOT before a clause is minus", "truce NOT aleppo syria",
     "(any (word truce) -(word aleppo) (word syria))"},
    {"plus on a lone word says nothing", "+truce", "(word truce)"},
    {"signs before phrases, brackets and fields", "+\"a b\" -(c d) -headline:e",
     "(any +(phrase a b) -(any (word c) (word d)) -(word headline:e))"},
    {"AND", "a AND b AND c", "(and (word a) (word b) (word c))"},
    {"OR", "a OR b OR c", "(or (word a) (word b) (word c))"},
    {"AND binds tighter than OR", "a AND b OR c AND d",
     "(or (and (word a) (word b)) (and (word c) (word d)))"},
    {"words side by side bind tighter than AND", "white house AND truce",
     "(and (any (word white) (word house)) (word truce))"},
    {"brackets", "a AND (b OR c)", "(and (word a) (or (word b) (word c)))"},
    {"needless brackets vanish", "((a)) AND ((b c))", "(and (word a) (any (word b) (word c)))"},
    {"brackets keep equal operators apart", "(a AND b) AND c",
     "(and (and (word a) (word b)) (word c))"},
    {"AND NOT", "a AND NOT b", "(not (word a) (word b))"},
    {"the order of AND NOT does not matter", "NOT b AND a", "(not (word a) (word b))"},
    {"AND with a minus", "a AND -b", "(not (word a) (word b))"},
    {"a bracketed exclusion", "a AND (NOT b)", "(not (word a) (word b))"},
    {"several exclusions", "a AND NOT b AND NOT c", "(not (word a) (or (word b) (word c)))"},
    {"exclusions after several operands", "a AND b AND NOT c",
     "(not (and (word a) (word b)) (word c))"},
    {"a weight of a group", "(a OR b)^2 c", "(any (or (word a) (word b))^2 (word c))"},
    {"weights of brackets multiply", "(a^2)^3", "(word a)^6"},
    {"doubled signs are punctuation", "--verbose ++x", "(any (word verbose) (word x))"},
};

const TreeCase kProximityCases[] = {
    {"ten words is the default", "truce NEAR aleppo", "(near/10 (word truce) (word aleppo))"},
    {"a distance", "truce NEAR/5 aleppo", "(near/5 (word truce) (word aleppo))"},
    {"ordered", "truce ADJ/3 aleppo", "(adj/3 (word truce) (word aleppo))"},
    {"a chain", "a NEAR/4 b NEAR/4 c", "(near/4 (word a) (word b) (word c))"},
    {"phrases and alternatives", "\"a b\" NEAR/4 (c OR de*)",
     "(near/4 (phrase a b) (or (word c) (prefix de)))"},
    {"binds tighter than words side by side", "a b NEAR/2 c d",
     "(any (word a) (near/2 (word b) (word c)) (word d))"},
    {"within a field", "headline:(a NEAR/2 b)", "(near/2 (word headline:a) (word headline:b))"},
    {"the same field twice", "quote:a ADJ/2 quote:b", "(adj/2 (word quote:a) (word quote:b))"},
    {"signs apply to the whole chain", "-a NEAR/2 b c",
     "(any -(near/2 (word a) (word b)) (word c))"},
};

const TreeCase kFieldCases[] = {
    {"a word", "headline:truce", "(word headline:truce)"},
    {"a phrase", "quote:\"monitoring efforts\"", "(phrase quote:monitoring efforts)"},
    {"a group", "headline:(truce -aleppo)", "(any (word headline:truce) -(word headline:aleppo))"},
    {"an exact word", "headline:=truce", "(word exact headline:truce)"},
    {"a prefix", "body:cease*", "(prefix body:cease)"},
    {"the field ends with its value", "headline:a b", "(any (word headline:a) (word b))"},
    {"a weight", "headline:truce^3", "(word headline:truce)^3"},
    {"a filter", "speaker:toner", "(filter speaker:toner)"},
    {"a value of several words", "source:\"middle east eye\"", "(filter source:middle east eye)"},
    {"a host", "source:news.example.org", "(filter source:news.example.org)"},
    {"a URL as id", "id:https://example.org/a:b~2", "(filter id:https://example.org/a:b~2)"},
    {"an id with quotation marks between those of the other family", "id:«a\"b\"»",
     "(filter id:a\"b\")"},
    {"an id with angle marks", "id:\"a«b\"", "(filter id:a«b)"},
    {"nothing is escaped inside marks", "id:«a\\b»", "(filter id:a\\b)"},
    {"filters beside words", "truce source:reuters", "(any (word truce) (filter source:reuters))"},
    {"a lone filter", "lang:en", "(filter lang:en)"},
    {"an excluded filter", "truce -lang:en", "(any (word truce) -(filter lang:en))"},
    {"two sources are alternatives", "truce source:a source:b",
     "(any (word truce) (or (filter source:a) (filter source:b)))"},
    {"alternatives gather where the first stands", "source:a truce lang:de source:b lang:fr",
     "(any (or (filter source:a) (filter source:b)) (word truce) (or (filter lang:de) (filter "
     "lang:fr)))"},
    {"two speakers are both wanted", "speaker:a speaker:b",
     "(any (filter speaker:a) (filter speaker:b))"},
    {"a field with commas", "headline:a,b", "(any (word headline:a) (word headline:b))"},
    {"a value with commas", "source:a,b", "(filter source:a,b)"},
    {"said with commas", "said:(a,b \"c d\")", "(said (word a) (word b) (phrase c d))"},
    {"a group of values", "source:(a OR \"b c\")", "(or (filter source:a) (filter source:b c))"},
    {"what a speaker said", "said:(toner \"monitoring efforts\")",
     "(said (word toner) (phrase monitoring efforts))"},
    {"said with one word", "said:truce", "(said (word truce))"},
    {"said with a phrase", "said:\"a b\"", "(said (phrase a b))"},
    {"a day", "date:2016-05-01", "(date 1462060800..1462147200)"},
    {"since", "since:2016-05-01", "(date 1462060800..)"},
    {"until includes the day named", "until:2016-05-01", "(date ..1462147200)"},
    {"a human date in quotes", "since:\"3 days ago\"", "(date 1462060800..)"},
};

BOOST_AUTO_TEST_SUITE(query_parser)

namespace bdata = boost::unit_test::data;

BOOST_DATA_TEST_CASE(words_mean_what_they_say, bdata::make(kWordCases), c) {
  BOOST_TEST(parsed(c.text) == c.tree);
}
BOOST_DATA_TEST_CASE(quotation_marks_make_phrases, bdata::make(kPhraseCases), c) {
  BOOST_TEST(parsed(c.text) == c.tree);
}
BOOST_DATA_TEST_CASE(operators_bind_as_documented, bdata::make(kBooleanCases), c) {
  BOOST_TEST(parsed(c.text) == c.tree);
}
BOOST_DATA_TEST_CASE(proximity_joins_words_of_one_field, bdata::make(kProximityCases), c) {
  BOOST_TEST(parsed(c.text) == c.tree);
}
BOOST_DATA_TEST_CASE(fields_narrow_their_value, bdata::make(kFieldCases), c) {
  BOOST_TEST(parsed(c.text) == c.tree);
}

BOOST_AUTO_TEST_CASE(the_text_is_kept_beside_the_tree) {
  const auto outcome = parse_query(" truce  aleppo ", kNoon);
  BOOST_TEST(std::get<Query>(outcome).text == " truce  aleppo ");
}

BOOST_AUTO_TEST_CASE(spans_are_bytes_of_the_text_signs_fields_and_weights_included) {
  const auto outcome = parse_query("é -headline:\"a b\" (c OR d)^2", kNoon);
  const QueryNode& root = std::get<Query>(outcome).root;
  BOOST_REQUIRE(root.children.size() == 3u);
  BOOST_TEST((root.children[0].span == ByteSpan{0, 2}));
  BOOST_TEST((root.children[1].span == ByteSpan{3, 18}));
  BOOST_TEST((root.children[2].children[1].span == ByteSpan{25, 26}));
  BOOST_TEST(root.children[2].span.end == 29u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
