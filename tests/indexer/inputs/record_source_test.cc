// SPDX-License-Identifier: GPL-3.0-or-later
/// Which files are read, in which order, and how they are cut into records. Every defect is one
/// counted rejection, and what stands beside it is read.
#include <unistd.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/read_inputs.h"
#include "tests/support/temporary_directory.h"

namespace pullquote::testing {
namespace {

namespace bdata = boost::unit_test::data;
using Strings = std::vector<std::string>;

/// A page with a headline, so that tests can tell pages apart.
std::string page(const std::string& headline) {
  return headline + "\n\nThe council met on Monday and put off its vote for the third time.\n";
}

std::string line(const std::string& headline) {
  return R"({"headline":")" + headline +
         R"(","body":"The council met."})"
         "\n";
}

BOOST_AUTO_TEST_SUITE(record_source)

BOOST_AUTO_TEST_CASE(a_folder_is_read_recursively_with_entries_by_name) {
  const TemporaryDirectory folder;
  folder.write("b.txt", page("Second of all"));
  folder.write("a/z.txt", page("First of all"));
  folder.write("c/a.txt", page("Third of all"));
  folder.write("c/B.txt", page("Capitals come first"));
  const ReadInputs read = read_inputs({folder.path().string()});
  BOOST_TEST(read.ids() == (Strings{"a/z.txt", "b.txt", "c/B.txt", "c/a.txt"}),
             boost::test_tools::per_element());
  BOOST_TEST(read.rejections.empty());
}

BOOST_AUTO_TEST_CASE(hidden_files_sidecars_and_links_to_folders_are_no_inputs) {
  const TemporaryDirectory folder;
  folder.write("page.txt", page("The only page"));
  folder.write("page.txt.meta.json", R"({"source":"The Gazette"})");
  folder.write(".hidden.txt", page("Hidden"));
  folder.write(".git/config.txt", page("Hidden too"));
  std::filesystem::create_directory_symlink(folder.path(), folder / "loop");
  const ReadInputs read = read_inputs({folder.path().string()});
  BOOST_TEST(read.headlines() == Strings{"The only page"}, boost::test_tools::per_element());
  BOOST_TEST(read.articles.at(0).article.source == "The Gazette");
}

BOOST_AUTO_TEST_CASE(a_pattern_is_expanded_in_byte_order_below_its_fixed_part) {
  const TemporaryDirectory folder;
  folder.write("news/2/b.txt", page("Two b"));
  folder.write("news/1/a.txt", page("One a"));
  folder.write("news/1/a.html", "<html><p>Not asked for</p></html>");
  const ReadInputs read = read_inputs({(folder / "news/*/*.txt").string()});
  BOOST_TEST(read.ids() == (Strings{"1/a.txt", "2/b.txt"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(files_named_one_by_one_are_identified_below_the_folder_they_share) {
  const TemporaryDirectory folder;
  const std::string one = folder.write("x/1/a.txt", page("One"));
  const std::string two = folder.write("x/2/a.txt", page("Two"));
  BOOST_TEST(read_inputs({one, two}).ids() == (Strings{"1/a.txt", "2/a.txt"}),
             boost::test_tools::per_element());
  BOOST_TEST(read_inputs({one}).ids() == Strings{"a.txt"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(two_folders_with_the_same_names_keep_their_articles_apart) {
  const TemporaryDirectory folder;
  folder.write("mon/a.txt", page("Monday"));
  folder.write("tue/a.txt", page("Tuesday"));
  const Strings ids = read_inputs({(folder / "mon").string(), (folder / "tue").string()}).ids();
  BOOST_REQUIRE_EQUAL(ids.size(), 2u);
  BOOST_TEST(ids[0] != ids[1]);
}

BOOST_AUTO_TEST_CASE(a_file_that_several_inputs_hold_is_read_once) {
  const TemporaryDirectory folder;
  const std::string file = folder.write("days/mon.txt", page("Monday"));
  folder.write("days/tue.txt", page("Tuesday"));
  const std::string root = folder.path().string();
  const Strings ids = read_inputs({file, root + "/d*s/*.txt", root, root + "/./days"}).ids();
  BOOST_TEST(ids == (Strings{"mon.txt", "days/tue.txt"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_folder_to_skip_is_not_entered) {
  const TemporaryDirectory folder;
  folder.write("page.txt", page("The only page"));
  folder.write("index/CURRENT", page("No page at all"));
  ReaderOptions options;
  options.skip_folder = folder / "index";
  const ReadInputs read = read_inputs({folder.path().string()}, options);
  BOOST_TEST(read.headlines() == Strings{"The only page"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_input_that_does_not_exist_is_an_error) {
  const TemporaryDirectory folder;
  BOOST_CHECK_THROW(RecordSource({(folder / "absent.txt").string()}, {}), Error);
  BOOST_CHECK_THROW(RecordSource({(folder / "*.txt").string()}, {}), Error);
}

BOOST_DATA_TEST_CASE(compressed_lines_are_read_by_content_whatever_their_name,
                     bdata::make({"gzip", "zstd", "xz", "bzip2"}), filter) {
  const TemporaryDirectory folder;
  const std::string file = folder.write("data", compressed(line("One") + line("Two"), filter));
  const ReadInputs read = read_inputs({file});
  BOOST_TEST(read.headlines() == (Strings{"One", "Two"}), boost::test_tools::per_element());
  BOOST_TEST(read.ids() == (Strings{"data#1", "data#2"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(gzip_members_in_a_row_are_one_stream) {
  const TemporaryDirectory folder;
  const std::string file =
      folder.write("a.gz", compressed(line("One"), "gzip") + compressed(line("Two"), "gzip"));
  BOOST_TEST(read_inputs({file}).headlines() == (Strings{"One", "Two"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_truncated_gzip_file_gives_its_whole_lines_and_one_rejection) {
  const TemporaryDirectory folder;
  std::string lines;
  // Numbers that compress badly, so that the cut falls somewhere within many lines.
  std::uint32_t noise = 1;
  for (int i = 0; i < 20000; ++i) {
    noise = noise * 1664525u + 1013904223u;
    lines += line("Report " + std::to_string(noise));
  }
  std::string bytes = compressed(lines, "gzip");
  bytes.resize(bytes.size() / 2);
  const ReadInputs read = read_inputs({folder.write("cut.jsonl.gz", bytes)});
  BOOST_TEST(read.articles.size() > 5000u);
  BOOST_TEST(read.articles.size() < 15000u);
  BOOST_TEST(read.reasons() == Strings{"truncated gzip stream"}, boost::test_tools::per_element());
  // Where the unfinished line begins, in the decompressed file.
  BOOST_TEST(lines.substr(read.rejections.at(0).offset_bytes).starts_with("{\"headline\":"));
}

BOOST_AUTO_TEST_CASE(a_truncated_page_is_a_rejection_and_no_half_article) {
  const TemporaryDirectory folder;
  std::string bytes = compressed(page("Cut"), "gzip");
  bytes.resize(bytes.size() - 12);
  const ReadInputs read = read_inputs({folder.write("cut.txt.gz", bytes)});
  BOOST_TEST(read.articles.empty());
  BOOST_TEST(read.reasons() == Strings{"truncated gzip stream"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_damaged_stream_is_named_so) {
  const TemporaryDirectory folder;
  std::string bytes = compressed(page("Damaged") + std::string(100000, 'x'), "zstd");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  const ReadInputs read = read_inputs({folder.write("bad.zst", bytes)});
  BOOST_TEST(read.articles.empty());
  BOOST_REQUIRE_EQUAL(read.rejections.size(), 1u);
  BOOST_TEST(read.rejections[0].reason.find("zstd stream") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(bad_files_are_counted_and_the_rest_is_read) {
  const TemporaryDirectory folder;
  folder.write("1-empty.txt", "");
  folder.write("2-blank.txt", " \n\t\n");
  folder.write("3-binary.dat", std::string("\x7F"
                                           "ELF\x02\x01\0\0\0\x10",
                                           10));
  folder.write("4-noise.bin", std::string("\x01\x02\x03\0\x05 text \x06\x07\0", 14));
  folder.write("5-image.txt", "\x89PNG\r\n\x1A\n....");
  folder.write("6-sitemap.xml", "<?xml version=\"1.0\"?><urlset><url></url></urlset>");
  folder.write("7-good.txt", page("Still read"));
  const ReadInputs read = read_inputs({folder.path().string()});
  BOOST_TEST(read.reasons() == (Strings{"empty file", "empty file", "binary file", "binary file",
                                        "binary file", "unsupported format"}),
             boost::test_tools::per_element());
  BOOST_TEST(read.headlines() == Strings{"Still read"}, boost::test_tools::per_element());
  BOOST_TEST(read.rejections[0].source == (folder / "1-empty.txt").string());
}

BOOST_AUTO_TEST_CASE(unreadable_files_and_folders_are_rejections) {
  if (::geteuid() == 0) {
    BOOST_TEST_MESSAGE("skipped: root may read everything");
    return;
  }
  const TemporaryDirectory folder;
  folder.write("locked/a.txt", page("Behind a lock"));
  folder.write("b.txt", page("Locked itself"));
  namespace fs = std::filesystem;
  fs::permissions(folder / "b.txt", fs::perms::none);
  fs::permissions(folder / "locked", fs::perms::none);
  const ReadInputs read = read_inputs({folder.path().string()});
  fs::permissions(folder / "locked", fs::perms::owner_all);
  BOOST_TEST(read.reasons() == (Strings{"unreadable file", "unreadable folder"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_dangling_link_is_an_unreadable_file) {
  const TemporaryDirectory folder;
  std::filesystem::create_symlink("nowhere", folder / "link.txt");
  BOOST_TEST(read_inputs({folder.path().string()}).reasons() == Strings{"unreadable file"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_line_beyond_the_limit_is_passed_over_and_the_next_is_read) {
  const TemporaryDirectory folder;
  ReaderOptions options;
  options.limits.record_bytes = 1000;
  const std::string file =
      folder.write("a.jsonl", line("Before") + line(std::string(5'000'000, 'x')) + line("After"));
  const ReadInputs read = read_inputs({file}, options);
  BOOST_TEST(read.headlines() == (Strings{"Before", "After"}), boost::test_tools::per_element());
  BOOST_TEST(read.reasons() == Strings{"record too large"}, boost::test_tools::per_element());
  BOOST_TEST(read.rejections.at(0).offset_bytes == line("Before").size());
  BOOST_TEST(read.ids().back() == "a.jsonl#3");  // the third record, though the second is refused
}

BOOST_AUTO_TEST_CASE(a_page_beyond_the_limit_is_a_rejection) {
  const TemporaryDirectory folder;
  ReaderOptions options;
  options.limits.record_bytes = 1000;
  const std::string file = folder.write("a.txt", page("Long") + std::string(5'000'000, 'x'));
  BOOST_TEST(read_inputs({file}, options).reasons() == Strings{"record too large"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_expands_without_end_is_stopped) {
  const TemporaryDirectory folder;
  // 200 MB of blanks in some 200 KB.
  const std::string file =
      folder.write("bomb.gz", compressed(std::string(200'000'000, ' '), "gzip"));
  ReaderOptions options;
  options.limits.expansion_ratio = 100;
  BOOST_TEST(read_inputs({file}, options).reasons() == Strings{"expands too much"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_input_beyond_its_limit_is_stopped) {
  const TemporaryDirectory folder;
  std::string lines;
  for (int i = 0; i < 100'000; ++i) lines += line("Report " + std::to_string(i));
  ReaderOptions options;
  options.limits.input_bytes = 3 << 20;
  const ReadInputs read = read_inputs({folder.write("a.jsonl", lines)}, options);
  BOOST_TEST(read.reasons() == Strings{"input too large"}, boost::test_tools::per_element());
  BOOST_TEST(!read.articles.empty());
}

struct JsonFile {
  const char* why;
  std::string bytes;
  Strings headlines;
  Strings reasons;
  friend std::ostream& operator<<(std::ostream& out, const JsonFile& c) { return out << c.why; }
};

const JsonFile kJsonFiles[] = {
    {"lines", line("One") + "\n \n" + line("Two"), {"One", "Two"}, {}},
    {"lines that end in CR LF",
     "{\"headline\":\"One\"}\r\n{\"headline\":\"Two\"}\r\n",
     {"One", "Two"},
     {}},
    {"no newline at the end", R"({"headline":"One"})", {"One"}, {}},
    {"a byte order mark", "\xEF\xBB\xBF" + line("One"), {"One"}, {}},
    {"an array over several lines",
     "[\n  {\n \"headline\": \"One [1}\"\n },\n {\"headline\":\"Two \\\"\"}\n]\n",
     {"One [1}", "Two \""},
     {}},
    {"an array on one line", R"([{"headline":"One"},{"headline":"Two"}])", {"One", "Two"}, {}},
    {"one object over several lines", "{\n  \"headline\": \"One\"\n}\n", {"One"}, {}},
    {"objects one after another",
     "{\n\"headline\":\"One\"}\n{\n\"headline\":\"Two\"\n}",
     {"One", "Two"},
     {}},
    {"an empty array", "[]", {}, {}},
    {"the last line ends in the middle",
     line("One") + R"({"headline":"Tw)",
     {"One"},
     {"JSON ends in the middle"}},
    {"an array that ends in the middle",
     "[\n{\"headline\":\"One\"},\n{\"headline\":",
     {"One"},
     {"JSON ends in the middle"}},
    {"a broken line among good ones",
     line("One") + "{\"headline\" \"Two\"}\n" + line("Three"),
     {"One", "Three"},
     {"invalid JSON"}},
    {"a line of another kind",
     line("One") + "[1, 2]\n\"text\"\n" + line("Two"),
     {"One", "Two"},
     {"not a JSON object", "not a JSON object"}},
    {"an array with something else in it",
     "[{\"headline\":\"One\"}, 5]",
     {"One"},
     {"invalid JSON"}},
};

BOOST_DATA_TEST_CASE(json_is_cut_into_records, bdata::make(kJsonFiles), c) {
  const TemporaryDirectory folder;
  const ReadInputs read = read_inputs({folder.write("a", c.bytes)});
  BOOST_TEST(read.headlines() == c.headlines, boost::test_tools::per_element());
  BOOST_TEST(read.reasons() == c.reasons, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(lines_in_utf_16_are_read) {
  const TemporaryDirectory folder;
  std::string wide = "\xFF\xFE";
  for (char c : line("One") + line("Two")) wide += {c, '\0'};
  BOOST_TEST(read_inputs({folder.write("a.jsonl", wide)}).headlines() == (Strings{"One", "Two"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(lines_across_the_borders_of_reading_are_whole) {
  const TemporaryDirectory folder;
  std::string lines;
  Strings expected;
  for (int i = 0; i < 3000; ++i) {
    expected.push_back(std::to_string(i) + std::string(static_cast<std::size_t>(i), 'x'));
    lines += line(expected.back());
  }
  BOOST_TEST((read_inputs({folder.write("a.jsonl", lines)}).headlines() == expected));
}

BOOST_AUTO_TEST_CASE(a_named_format_is_not_second_guessed_but_binary_data_is_refused) {
  const TemporaryDirectory folder;
  ReaderOptions options;
  options.format = InputFormat::Text;
  const std::string json = folder.write("a", "{\"headline\": \"stays as it is\"}\n");
  BOOST_TEST(read_inputs({json}, options).articles.at(0).format == "text");
  const std::string image = folder.write("b", "\x89PNG\r\n\x1A\n....");
  BOOST_TEST(read_inputs({image}, options).reasons() == Strings{"binary file"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(records_know_where_they_come_from) {
  const TemporaryDirectory folder;
  folder.write("a.jsonl", line("One") + line("Two"));
  folder.write("b.txt", page("A page"));
  RecordSource source({folder.path().string()}, {});
  std::vector<Provenance> all;
  while (auto next = source.next()) all.push_back(std::get<RawRecord>(*next).where);
  BOOST_REQUIRE_EQUAL(all.size(), 3u);
  BOOST_TEST(all[1].source == (folder / "a.jsonl").string());
  BOOST_TEST(all[1].relative_path == "a.jsonl");
  BOOST_TEST(all[1].ordinal == 0u);
  BOOST_TEST(all[1].number == 2u);
  BOOST_TEST(all[1].offset_bytes == line("One").size());
  BOOST_TEST(!all[1].file_time.has_value());
  BOOST_TEST(all[2].ordinal == 1u);
  BOOST_TEST(all[2].number == 0u);
}

BOOST_AUTO_TEST_CASE(progress_counts_bytes_on_disk_and_reaches_the_total) {
  const TemporaryDirectory folder;
  const std::string small = compressed(line("One") + line("Two"), "gzip");
  folder.write("a.gz", small);
  folder.write("b.txt", page("A page"));
  RecordSource source({folder.path().string()}, {});
  BOOST_TEST(source.progress().files_total == 2u);
  BOOST_TEST(source.progress().bytes_total == small.size() + page("A page").size());
  while (source.next()) {
  }
  BOOST_TEST(source.progress().bytes_done == source.progress().bytes_total);
  BOOST_TEST(source.progress().files_done == 2u);
}

BOOST_AUTO_TEST_CASE(the_reuters_corpus_has_no_rejection_but_for_what_says_nothing) {
  const char* corpora = std::getenv("PULLQUOTE_CORPORA");
  if (corpora == nullptr) {
    BOOST_TEST_MESSAGE("skipped: PULLQUOTE_CORPORA is not set");
    return;
  }
  const ReadInputs read = read_inputs({std::string(corpora) + "/reuters"});
  BOOST_TEST(read.articles.size() + read.rejections.size() == 21578u);
  for (const std::string& reason : read.reasons()) BOOST_TEST(reason == "no headline and no body");
  BOOST_TEST(read.rejections.size() <= 1u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pullquote::testing
