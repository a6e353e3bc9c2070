// SPDX-License-Identifier: GPL-3.0-or-later
/// The entry point: gathers the facts of the world into a Context, runs the command, and ends by
/// status or signal.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "cli/commands/dispatch.h"
#include "cli/terminal/interrupt.h"
#include "cli/terminal/output.h"
#include "pullquote/error.h"

namespace {

/// For Context::environment.
const char* environment(const char* name) {
  return std::getenv(name);
}

/// The clock's time in unix seconds.
std::int64_t unix_now() {
  using std::chrono::duration_cast, std::chrono::seconds, std::chrono::system_clock;
  return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

/// Opens the standard descriptors that are closed, before any file can get their numbers: input for
/// writing and output for reading, so that using them fails as it should.
void open_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest number that is free, which is this one.
    const int opened = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (opened != descriptor) std::_Exit(static_cast<int>(pullquote::cli::ExitStatus::Failure));
  }
}

}  // namespace

int main(int argc, char** argv) {
  using namespace pullquote;
  using namespace pullquote::cli;
  open_standard_descriptors();
  std::signal(SIGPIPE, SIG_IGN);
  // A file that reaches the size limit then fails to be written, as on a full disk.
  std::signal(SIGXFSZ, SIG_IGN);
  DescriptorBuffer buffer(STDOUT_FILENO);
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);
  Context context{out, std::cerr, detect_terminal(environment), unix_now(), environment};
  try {
    return static_cast<int>(run_program({argv + 1, argv + argc}, context));
  } catch (const ClosedPipe&) {
    return static_cast<int>(ExitStatus::Success);
  } catch (const Interrupted&) {
    std::cerr << "pullquote: interrupted; the published generation is untouched\n";
    die_of_last_signal();
  }
}
