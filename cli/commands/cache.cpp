// `promptctl cache`: the replies kept from earlier runs.

#include <fmt/format.h>

#include <ostream>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/workspace/workspace.hpp"
#include "world/sqlite/sqlite_response_cache.hpp"

namespace promptctl::cli {
namespace {

std::string replies_text(long long count) {
  return counted(static_cast<std::size_t>(count), "reply", "replies");
}

ExitCode stat(Session& session) {
  SqliteResponseCache cache(state_path(find_root(session), "cache.db"), note_to(session));
  const auto size = cache.size();
  session.out << fmt::format("{}, {} bytes\n", replies_text(size.replies), grouped(size.bytes));
  return ExitCode::accepted;
}

ExitCode clear(Session& session) {
  SqliteResponseCache cache(state_path(find_root(session), "cache.db"), note_to(session));
  session.out << fmt::format("forgot {}\n", replies_text(cache.clear()));
  return ExitCode::accepted;
}

Action declare(Options& options) {
  options.command("stat", "How many replies are kept", [](Options&) { return Action(stat); });
  options.command("clear", "Forget every reply", [](Options&) { return Action(clear); });
  options.example("promptctl cache stat");
  return {};
}

}  // namespace

const Command cache_command{"cache", "Show or clear the replies kept from earlier runs", declare};

}  // namespace promptctl::cli
