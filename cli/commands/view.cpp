// `promptctl view`: recorded runs in a browser.

#include <fmt/format.h>

#include <memory>
#include <ostream>
#include <thread>

#include "cli/commands.hpp"
#include "cli/evaluate/view_pages.hpp"

namespace promptctl::cli {
namespace {

struct ViewOptions {
  std::optional<long long> port;
};

ExitCode execute(const ViewOptions& options, Session& session) {
  ViewPages pages(session);
  ViewServer server([&pages](const ViewRequest& request) { return pages.answer(request); });
  const int port = server.start(static_cast<int>(options.port.value_or(0)));
  session.out << fmt::format("http://127.0.0.1:{}/ (Ctrl-C ends it)\n", port) << std::flush;
  while (session.interruption.requests() == 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<ViewOptions>();
  options.number("-p,--port", target->port, {0, 65535}, "Listen on this port of 127.0.0.1 (any free one)");
  options.example("promptctl view --port 8080");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command view_command{"view", "Serve the recorded runs to a browser on this machine", declare};

}  // namespace promptctl::cli
