// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/progress_reporter.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

using namespace pullquote;
using namespace pullquote::cli;

namespace {

Progress half_way() {
  return {.stage = "reading",
          .done = 50,
          .total = 100,
          .unit = "bytes",
          .articles = 12345,
          .seconds = 10};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(progress_reporter)

BOOST_AUTO_TEST_CASE(a_line_has_bar_count_rate_and_remaining_time) {
  BOOST_TEST(progress_line(half_way(), 120) ==
             "reading  [==========>         ] 50 %  12,345 articles  1,234/s  0:10 left");
}

BOOST_AUTO_TEST_CASE(an_unknown_total_has_no_bar_and_no_remaining_time) {
  Progress progress = half_way();
  progress.total = 0;
  BOOST_TEST(progress_line(progress, 120) == "reading  12,345 articles  1,234/s");
}

BOOST_AUTO_TEST_CASE(a_narrow_terminal_gets_what_fits) {
  for (std::size_t columns = 20; columns < 90; ++columns) {
    BOOST_TEST(progress_line(half_way(), columns).size() <= columns);
  }
}

BOOST_AUTO_TEST_CASE(a_terminal_has_one_line_that_messages_interrupt) {
  std::ostringstream err;
  {
    ProgressReporter reporter(err, {.err_is_terminal = true, .columns = 60});
    reporter.progress(half_way());
    reporter.message(Severity::Warning, "odd \x1b date");
  }
  const std::string text = err.str();
  BOOST_TEST(text.starts_with("\rreading"));
  BOOST_TEST(text.ends_with("\r\x1b[Kwarning: odd \\x1b date\n"));
}

BOOST_AUTO_TEST_CASE(a_log_gets_one_line_a_minute_and_no_control_characters) {
  std::ostringstream err;
  ProgressReporter reporter(err, {});
  Progress progress = half_way();
  for (progress.seconds = 0; progress.seconds < 150; progress.seconds += 0.5) {
    reporter.progress(progress);
  }
  const std::string text = err.str();
  BOOST_TEST(std::count(text.begin(), text.end(), '\n') == 2);
  BOOST_TEST(text.find('\r') == std::string::npos);
  BOOST_TEST(text.find('\x1b') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(debug_messages_are_not_shown) {
  std::ostringstream err;
  ProgressReporter reporter(err, {});
  reporter.message(Severity::Debug, "detail");
  BOOST_TEST(err.str() == "");
}

BOOST_AUTO_TEST_SUITE_END()
