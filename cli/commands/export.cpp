// `promptctl export`: everything that is live in an environment, in one file.

#include <fmt/format.h>

#include <memory>
#include <ostream>
#include <set>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/ledger/ledger_session.hpp"
#include "cli/output/bundle_value.hpp"
#include "cli/output/result_output.hpp"
#include "document/json.hpp"
#include "document/record_fields.hpp"
#include "release/held_promotions.hpp"

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

std::string text_at(const Value& map, std::string_view name) {
  const Value* field = map.find(name);
  return field == nullptr ? std::string() : display_text(*field);
}

// "support/triage@3 sha256:…" of each prompt of a lock.
std::set<std::string> locked_lines(const Value& lock) {
  std::set<std::string> lines;
  const Value* prompts = lock.find("prompts");
  for (const Value& item : prompts == nullptr ? std::vector<Value>() : prompts->items) {
    lines.insert(fmt::format("{}@{} sha256:{}", text_at(item, "prompt"), text_at(item, "version"),
                             text_at(item, "digest").substr(0, 12)));
  }
  return lines;
}

Value read_lock(const std::string& path, const std::string& environment, const Session& session) {
  const auto source = read_source(session.directory, path);
  if (!source) {
    throw Failure("missing-file", whole_file(path), "there is no lock file", "export without --locked writes it");
  }
  Diagnostics faults;
  const auto lock = read_json(source, faults);
  if (!lock) {
    throw Failure(faults.all().front());
  }
  if (text_at(*lock, "format") != lock_format) {
    throw Failure("unknown-format", whole_file(path), fmt::format("this is no lock file of `{}`", lock_format));
  }
  if (text_at(*lock, "environment") != environment) {
    throw Failure("usage", fmt::format("{} locks {}, not {}", path, text_at(*lock, "environment"), environment));
  }
  return *lock;
}

// Whether the lock file says what is live; tells the difference when not.
bool check_lock(const Value& live, const std::string& path, const Value& lock, std::ostream& err) {
  const std::set<std::string> before = locked_lines(lock);
  const std::set<std::string> now = locked_lines(live);
  if (before == now) {
    return true;
  }
  err << fmt::format("REJECTED  {} is stale\n\n", path);
  for (const std::string& line : before) {
    err << (now.count(line) == 0 ? "  - " + printable(line) + "\n" : "");
  }
  for (const std::string& line : now) {
    err << (before.count(line) == 0 ? "  + " + line + "\n" : "");
  }
  err << "  export without --locked writes it anew\n";
  return false;
}

// What is live in the environment, by prompt. Throws `Failure` (`not-live`) when nothing is.
std::vector<Deployment> live_in(LedgerSession& ledger, const LedgerState& state, const std::string& environment) {
  const Project& project = ledger.policy(LedgerSession::Freshness::known);
  require_known(environment, environment_names(project, state), "environment");
  std::vector<Deployment> live;
  for (const std::string& prompt : state.live_prompts(environment)) {
    if (auto deployment = state.deployment(environment, prompt)) {
      live.push_back(std::move(*deployment));
    }
  }
  if (live.empty()) {
    throw Failure("not-live", fmt::format("nothing is live in {} yet", environment), "promptctl promote");
  }
  return live;
}

// The version that is live; notes when it was yanked since, and when its promotion is known not to have kept to main's
// conditions.
VersionRecord version_of(const Deployment& deployment, const LedgerState& state,
                         const std::vector<EventFinding>& findings, Session& session) {
  const VersionName& name = deployment.move.to;
  const auto record = state.version(name);
  if (!record) {
    throw Failure("ledger-broken", fmt::format("{} is live and not registered", version_text(name)),
                  "promptctl verify finds the event that broke it");
  }
  if (record->yanked && !session.quiet) {
    session.err << fmt::format("note: {} is yanked: {}\n", version_text(name), printable(record->yanked->reason));
  }
  for (const EventFinding& fault : faults_of(deployment, state, findings)) {
    session.err << (session.quiet ? ""
                                  : fmt::format("note: {} went live past main's conditions (event {}, {}): {}\n",
                                                version_text(name), fault.seq, fault.check, printable(fault.message)));
  }
  return *record;
}

Value export_value(const std::string& environment, const std::vector<Deployment>& live, const LedgerState& state,
                   const std::vector<EventFinding>& findings, Session& session) {
  Value prompts = list_value({});
  for (const Deployment& deployment : live) {
    const RegisteredVersion version = version_of(deployment, state, findings, session).version;
    const auto registry = registry_of(version.name.prompt, state);
    Value bundle = bundle_value(version, state.bundle(version));
    bundle.set("registry", registry ? text_value(*registry) : Value());
    set_list(bundle, "approved_by", texts_value(deployment.approved_by));
    prompts.items.push_back(std::move(bundle));
  }
  Value map = map_value();
  map.set("format", text_value("promptctl-export 1"))
      .set("environment", text_value(environment))
      .set("prompts", std::move(prompts));
  return map;
}

void check_usage(const ExportOptions& options, const std::string& lock) {
  if (options.locked && lock.empty()) {
    throw Failure("usage", "--locked needs a lock file", "-o FILE or --lock FILE");
  }
  if (!lock.empty() && lock == options.file) {
    throw Failure("usage", fmt::format("-o and --lock both name {}", lock));
  }
}

ExitCode execute(const ExportOptions& options, Session& session) {
  const std::string lock = lock_path(options);
  check_usage(options, lock);
  LedgerSession ledger(session);
  const LedgerState state = ledger.state();
  const std::vector<Deployment> live = live_in(ledger, state, options.environment);
  const Value live_lock = lock_value(options.environment, live);
  if (options.locked && !check_lock(live_lock, lock, read_lock(lock, options.environment, session), session.err)) {
    return ExitCode::rejected;
  }
  write_json(export_value(options.environment, live, state, ledger.ledger.findings(), session), options.file, session);
  if (!options.locked && !lock.empty()) {
    write_file_atomically(place_to_write(session, lock), indented_json(live_lock), lock);
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
