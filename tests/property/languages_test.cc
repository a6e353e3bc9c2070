// SPDX-License-Identifier: GPL-3.0-or-later
// Articles that don't declare their language, all in one index: each is detected, stemmed by the
// rules of its own language, and found by a form of a word that it doesn't have.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "pullquote/searcher.h"
#include "tests/support/hand_index.h"
#include "tests/support/test_index.h"

using pullquote::Generation;
using pullquote::Searcher;
using pullquote::testing::TestIndex;

namespace {

struct Spoken {
  const char* language;  ///< and the article's id
  const char* body;
  const char* query;  ///< an inflected form that the body lacks; in scripts without spaces, a word
};
std::ostream& operator<<(std::ostream& out, const Spoken& s) {
  return out << s.language << ' ' << s.query;
}

const Spoken kSpoken[] = {
    {"en",
     "The council met on Monday and said that it would not vote on the bridges before the end of "
     "the year, which was a surprise to most of the villagers who had waited outside.",
     "bridge"},
    {"fr",
     "Le conseil s'est réuni lundi et a décidé de reporter le vote sur les nouveaux ponts à "
     "l'année prochaine, ont annoncé les conseillers municipaux après une longue discussion.",
     "conseillère"},
    {"de",
     "Der Rat hat am Montag beschlossen, die Abstimmungen über die neuen Brücken auf das nächste "
     "Jahr zu verschieben, wie die Bürgermeisterin nach der Sitzung den Bewohnern sagte.",
     "Abstimmung"},
    {"es",
     "El consejo se reunió el lunes y decidió aplazar las votaciones sobre los nuevos puentes "
     "hasta el año que viene, según anunciaron los concejales después de una larga discusión.",
     "votación"},
    {"it",
     "Il consiglio si è riunito lunedì e ha deciso di rinviare le votazioni sui nuovi ponti "
     "all'anno prossimo, hanno annunciato i consiglieri dopo una lunga discussione in municipio.",
     "votazione"},
    {"pt",
     "A câmara reuniu-se na segunda-feira e decidiu adiar as votações sobre as novas pontes para "
     "o próximo ano, anunciaram os vereadores depois de uma longa discussão com os moradores.",
     "vereador"},
    {"nl",
     "De gemeenteraad heeft maandag besloten de stemmingen over de nieuwe bruggen tot volgend "
     "jaar uit te stellen, zeiden de raadsleden na een lange vergadering met de bewoners.",
     "stemming"},
    {"ru",
     "Совет собрался в понедельник и решил отложить голосование о новых мостах до следующего "
     "года, сообщили депутаты после долгого обсуждения с жителями посёлка.",
     "мосты"},
    {"ar",
     "اجتمع المجلس البلدي يوم الاثنين وقرر تأجيل التصويت على الجسور الجديدة إلى العام المقبل، كما "
     "أعلن المستشارون بعد نقاش طويل مع سكان القرية.",
     "جسور"},
    {"sv",
     "Kommunfullmäktige beslutade i måndags att skjuta upp omröstningarna om de nya broarna till "
     "nästa år, sade ledamöterna efter en lång diskussion med invånarna i byn.",
     "omröstning"},
    {"tr",
     "Belediye meclisi pazartesi günü toplandı ve yeni köprülerle ilgili oylamaları gelecek yıla "
     "ertelemeye karar verdi, dedi meclis üyeleri köy sakinleriyle yaptıkları görüşmeden sonra.",
     "köprüler"},
    {"zh",
     "市议会星期一开会，决定把新桥梁的投票推迟到明年，议员们在与居民长时间讨论后宣布了这一消息。"
     "工程师们表示施工将于春天开始。",
     "桥梁"},
    {"ja",
     "町議会は月曜日に会合を開き、新しい橋についての採決を来年まで延期することを決めた。住民との"
     "長い話し合いの後、議員たちが発表した。工事は春に始まる見通しだ。",
     "採決"},
    {"th",
     "สภาเทศบาลประชุมเมื่อวันจันทร์และตัดสินใจเลื่อนการลงมติเรื่องสะพานใหม่ไปเป็นปีหน้า "
     "สมาชิกสภาประกาศหลังจากการหารือกับชาวบ้านเป็นเวลานาน วิศวกรกล่าวว่าการก่อสร้างจะเริ่มในฤดูใบไม้ผลิ",
     "สะพาน"},
};

/// One index of all of them, built once.
const TestIndex& everything() {
  static const std::unique_ptr<TestIndex> index = [] {
    auto built = std::make_unique<TestIndex>();
    std::string lines;
    for (const Spoken& s : kSpoken) {
      lines += std::string(R"({"id":")") + s.language + R"(","body":")" + s.body + "\"}\n";
    }
    built->build(lines);
    return built;
  }();
  return *index;
}

std::vector<std::string> found(const std::string& query) {
  Searcher searcher(Generation::open(everything().path()));
  return pullquote::testing::ids_of(searcher.search(pullquote::testing::parsed(query), {}));
}

bool finds(const std::string& query, const std::string& id) {
  const auto ids = found(query);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(languages)

BOOST_DATA_TEST_CASE(an_undeclared_language_is_detected, boost::unit_test::data::make(kSpoken), s) {
  BOOST_TEST(found(std::string("lang:") + s.language) == std::vector<std::string>{s.language},
             boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(an_article_is_found_by_another_form_of_its_words_whatever_else_the_index_holds,
                     boost::unit_test::data::make(kSpoken), s) {
  BOOST_TEST(std::string(s.body).find(std::string(" ") + s.query + " ") == std::string::npos);
  BOOST_TEST(finds(s.query, s.language));
}

BOOST_AUTO_TEST_CASE(a_stem_that_languages_share_finds_the_articles_of_each) {
  // Italian "ponti" and Portuguese "pontes" have the stem that French "ponts" has.
  for (const char* id : {"fr", "it", "pt"}) BOOST_TEST(finds("pont", id));
}

BOOST_AUTO_TEST_CASE(words_within_a_sentence_without_spaces_are_found_and_halves_of_words_are_not) {
  BOOST_TEST(finds("投票", "zh"));
  BOOST_TEST(finds("工程师", "zh"));
  BOOST_TEST(finds("月曜日", "ja"));
  BOOST_TEST(finds("住民", "ja"));
  BOOST_TEST(finds("วิศวกร", "th"));
  BOOST_TEST(!finds("พาน", "th"));
}

BOOST_AUTO_TEST_SUITE_END()
