// `promptctl export`: everything that is live in an environment, in one file.

#include <fmt/format.h>

#include <memory>
#include <ostream>
#include <set>

#include "cli/bundle_value.hpp"
#include "cli/commands.hpp"
#include "cli/ledger_session.hpp"
#include "cli/prompt_source.hpp"
#include "cli/result_output.hpp"
#include "codec/json.hpp"

namespace promptctl::cli {
namespace {

constexpr std::string_view lock_format = "promptctl-lock 1";

struct ExportOptions {
  std::string environment;
  std::string lock;
  bool locked = false;
  std::string file;
};

// "prompts.json" has its lock in "prompts.lock.json".
std::string lock_path(const ExportOptions& options) {
  constexpr std::string_view extension = ".json";
  if (!options.lock.empty() || options.file.empty()) {
    return options.lock;
  }
  const std::string& file = options.file;
  return (file.ends_with(extension) ? file.substr(0, file.size() - extension.size()) : file) + ".lock.json";
}

Value lock_value(const std::string& environment, const std::vector<Deployment>& live) {
  Value prompts = list_value({});
  for (const Deployment& deployment : live) {
    prompts.items.push_back(map_value()
                                .set("prompt", text_value(deployment.move.to.prompt))
                                .set("version", integer_value(deployment.move.to.version))
                                .set("digest", text_value(deployment.move.digest)));
  }
  Value map = map_value();
  map.set("format", text_value(lock_format))
      .set("environment", text_value(environment))
      .set("prompts", std::move(prompts));
  return map;
}

// "support/triage@3 sha256:…" of each prompt of a lock.
std::set<std::string> locked_lines(const Value& lock) {
  std::set<std::string> lines;
  const Value* prompts = lock.find("prompts");
  for (const Value& item : prompts == nullptr ? std::vector<Value>() : prompts->items) {
    const auto text = [&item](std::string_view name) {
      const Value* field = item.find(name);
      return field == nullptr ? std::string() : display_text(*field);
    };
    lines.insert(fmt::format("{}@{} sha256:{}", text("prompt"), text("version"), text("digest").substr(0, 12)));
  }
  return lines;
}

// Whether the lock file says what is live; tells the difference when not.
bool check_lock(const Value& live, const std::string& path, Session& session) {
  const auto text = DiskFiles(session.directory).read(path);
  if (!text) {
    throw Failure("missing-file", whole_file(path), "there is no lock file", "export without --locked writes it");
  }
  Diagnostics faults;
  const auto lock = read_json(std::make_shared<const Source>(path, *text), faults);
  if (!lock) {
    throw Failure(faults.all().front());
  }
  if (same(*lock, live)) {
    return true;
  }
  session.out << fmt::format("REJECTED  {} is stale\n\n", path);
  const std::set<std::string> before = locked_lines(*lock);
  const std::set<std::string> now = locked_lines(live);
  for (const std::string& line : before) {
    session.out << (now.count(line) == 0 ? "  - " + line + "\n" : "");
  }
  for (const std::string& line : now) {
    session.out << (before.count(line) == 0 ? "  + " + line + "\n" : "");
  }
  session.out << "  export without --locked writes it anew\n";
  return false;
}

std::vector<Deployment> live_in(const LedgerState& state, const std::string& environment) {
  require_known(environment, state.environments(), "environment");
  std::vector<Deployment> live;
  for (const std::string& prompt : state.live_prompts(environment)) {
    live.push_back(state.deployment(environment, prompt).value());
  }
  return live;
}

Value export_value(const std::string& environment, const std::vector<Deployment>& live, Workspace& workspace) {
  Value prompts = list_value({});
  for (const Deployment& deployment : live) {
    const VersionName& name = deployment.move.to;
    Diagnostics faults;
    const PromptSource source =
        find_prompt({name.prompt, Address::Kind::version, std::to_string(name.version)}, workspace);
    const auto bundle = source.read(faults);
    if (!bundle) {
      throw Failure(faults.all().front());
    }
    prompts.items.push_back(bundle_value(*bundle, name.version));
  }
  Value map = map_value();
  map.set("format", text_value("promptctl-export 1"))
      .set("environment", text_value(environment))
      .set("prompts", std::move(prompts));
  return map;
}

ExitCode execute(const ExportOptions& options, Session& session) {
  const std::string lock = lock_path(options);
  if (options.locked && lock.empty()) {
    throw Failure("usage", "--locked needs a lock file", "-o FILE or --lock FILE");
  }
  LedgerSession ledger(session);
  const std::vector<Deployment> live = live_in(newest_state(ledger.ledger), options.environment);
  const Value live_lock = lock_value(options.environment, live);
  if (options.locked && !check_lock(live_lock, lock, session)) {
    return ExitCode::rejected;
  }
  write_output(indented_json(export_value(options.environment, live, ledger.workspace)), options.file, session);
  if (!options.locked && !lock.empty()) {
    write_file_atomically(in_session(session, lock), indented_json(live_lock), lock);
  }
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<ExportOptions>();
  options.argument("environment", target->environment, "The environment");
  options.text("-o,--output", "FILE", target->file, "Write to a file, and its lock beside it: FILE.lock.json");
  options.text("--lock", "FILE", target->lock, "The lock file");
  options.flag("--locked", target->locked, "Write nothing unless what is live is what the lock file says");
  options.example("promptctl export production -o prompts.json");
  options.example("promptctl export production -o prompts.json --locked");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command export_command{"export", "Write everything that is live in an environment as one JSON file", declare};

}  // namespace promptctl::cli
