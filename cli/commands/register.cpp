// `promptctl register`: gives committed prompts their version numbers.

#include <fmt/format.h>

#include <memory>
#include <ostream>
#include <set>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/ledger/evidence_files.hpp"
#include "cli/ledger/ledger_session.hpp"
#include "cli/ledger/prompt_source.hpp"
#include "cli/output/result_output.hpp"
#include "cli/workspace/people.hpp"
#include "ledger/event_record.hpp"
#include "prompt/bundle_manifest.hpp"
#include "registry/registry_names.hpp"
#include "release/evidence_admission.hpp"
#include "release/registration.hpp"
#include "world/git/git_history.hpp"

namespace promptctl::cli {
namespace {

struct RegisterOptions {
  std::vector<std::string> prompts;
  bool changed = false;
  bool moved = false;
  std::string label;
  std::string message;
  std::vector<std::string> evidence;
  ResultOptions result;
};

// Reports the files of a prompt that differ between the working tree and the commit that is to be registered.
void check_clean(const std::string& id, const BundleText& committed, const Files& files, Diagnostics& diagnostics) {
  const auto check = [&](const std::string& path, const std::string& text) {
    const auto here = files.read(path, diagnostics);
    if (here && here->text() != text) {
      diagnostics.error("dirty-prompt", whole_file(path), "the file is not as it was committed",
                        "commit it, or register a commit: NAME@git:REVISION");
    }
  };
  check(prompt_path(id), committed.prompt);
  for (const auto& [name, text] : committed.partials) {
    check(partial_path(name), text);
  }
}

void check_names(const std::string& id, const BundleText& text, Diagnostics& diagnostics) {
  check_prompt_name(id, prompt_path(id), diagnostics);
  for (const auto& [name, partial] : text.partials) {
    check_prompt_name(name, partial_path(name), diagnostics);
  }
}

// The addresses to register, as commits: what is named without a commit is HEAD's.
std::vector<Address> choose(const RegisterOptions& options, LedgerSession& session) {
  std::vector<Address> addresses;
  std::set<std::string> prompts;
  for (const std::string& text : options.prompts) {
    Address address = read_address(text);
    if (address.is_registered()) {
      throw Failure("usage", fmt::format("{} is registered already", text), "name a prompt, or NAME@git:REVISION");
    }
    if (!prompts.insert(address.prompt).second) {
      throw Failure("usage", fmt::format("`{}` is named twice", address.prompt));
    }
    addresses.push_back(std::move(address));
  }
  if (addresses.empty() && options.changed) {
    const auto all = commit_registry("HEAD", session.workspace);
    for (const std::string& id : all->prompt_ids()) {
      addresses.push_back({id});
    }
  }
  if (addresses.empty()) {
    throw Failure("usage", options.changed ? "HEAD has no prompt" : "name the prompts to register",
                  "or --changed for every prompt whose content has no version yet");
  }
  return addresses;
}

std::optional<Registrant> read_registrant(const Address& address, LedgerSession& session, Diagnostics& diagnostics) {
  const bool here = address.kind == Address::Kind::working_tree;
  const std::string revision = here ? "HEAD" : address.reference;
  const PromptSource source = find_prompt({address.prompt, Address::Kind::revision, revision}, session.workspace);
  const auto bundle = source.read(diagnostics);
  if (!bundle) {
    return std::nullopt;
  }
  check_names(address.prompt, bundle->text, diagnostics);
  if (here) {
    check_clean(address.prompt, bundle->text, session.workspace.files, diagnostics);
  }
  const auto& root = session.workspace.root;
  const std::string commit = resolve_commit(root, revision);
  return Registrant{address.prompt,
                    bundle->text,
                    interface_digest(bundle->prompt()),
                    commit,
                    repository_path(root, prompt_path(address.prompt)),
                    last_author(root, commit, prompt_path(address.prompt))};
}

std::vector<EvidenceStatement> statements_of(std::vector<GivenEvidence> given) {
  std::vector<EvidenceStatement> statements;
  statements.reserve(given.size());
  for (GivenEvidence& one : given) {
    statements.push_back(std::move(one.statement));
  }
  return statements;
}

std::string refusal_text(const RegistrationOutcome& outcome) {
  if (outcome.yanked) {
    return fmt::format("REJECTED  this content is {}, which is yanked: {} ({})\n", version_text(outcome.name),
                       shown_text(outcome.yanked->reason, ""), shown_text(outcome.yanked->actor, ""));
  }
  return fmt::format(
      "REJECTED  {} was registered from {} before: two registries of one repository can't share a name\n"
      "  --moved when it is the same prompt, and its file has moved\n",
      outcome.name.prompt, shown_text(outcome.path, ""));
}

std::string registered_text(const RegistrationOutcome& outcome) {
  const auto& changed = outcome.interface_changed_since;
  return fmt::format("registered {} (sha256:{})\n", version_text(outcome.name), outcome.digest.substr(0, 12)) +
         (changed
              ? fmt::format("  its interface is not that of {}: callers may have to change\n", version_text(*changed))
              : "");
}

std::string evidence_lines(const RegistrationOutcome& outcome) {
  std::string text;
  for (const std::string& digest : outcome.evidence) {
    text += fmt::format("  evidence {} is recorded for it\n", digest.substr(0, 12));
  }
  for (const std::string& digest : outcome.known_evidence) {
    text += fmt::format("  evidence {} was recorded before\n", digest.substr(0, 12));
  }
  return text;
}

std::string outcome_text(const RegistrationOutcome& outcome) {
  using Kind = RegistrationOutcome::Kind;
  switch (outcome.kind) {
    case Kind::registered:
      return registered_text(outcome) + evidence_lines(outcome);
    case Kind::known:
      return fmt::format("{} has this content already (sha256:{})\n", version_text(outcome.name),
                         outcome.digest.substr(0, 12)) +
             evidence_lines(outcome);
    case Kind::not_registered:
      return fmt::format("not registered: {}\n", outcome.name.prompt);
    case Kind::yanked:
    case Kind::elsewhere:
      break;
  }
  return refusal_text(outcome);
}

Value outcome_value(const RegistrationOutcome& outcome) {
  constexpr std::array<std::string_view, 5> kinds{"registered", "known", "yanked", "elsewhere", "not_registered"};
  Value map = map_value();
  map.set("prompt", text_value(outcome.name.prompt))
      .set("version", integer_value(outcome.name.version))
      .set("digest", text_value(outcome.digest))
      .set("outcome", text_value(kinds.at(static_cast<std::size_t>(outcome.kind))))
      .set("interface_changed", boolean_value(outcome.interface_changed_since.has_value()))
      .set("evidence", texts_value(outcome.evidence))
      .set("evidence_recorded_before", texts_value(outcome.known_evidence));
  return map;
}

std::string console_text(const std::vector<RegistrationOutcome>& outcomes) {
  std::string text;
  for (const RegistrationOutcome& outcome : outcomes) {
    text += outcome_text(outcome);
  }
  return outcomes.empty() ? "no prompt has changed since it was registered\n" : text;
}

Value json_value(const std::vector<RegistrationOutcome>& outcomes, const std::optional<RecordedEvent>& recorded) {
  Value list = list_value({});
  for (const RegistrationOutcome& outcome : outcomes) {
    list.items.push_back(outcome_value(outcome));
  }
  Value map = map_value();
  map.set("format", text_value("promptctl-registration 1"))
      .set("event", recorded ? event_value(recorded->event) : Value())
      .set("prompts", std::move(list));
  return map;
}

ExitCode execute(const RegisterOptions& options, Session& session) {
  check_result_options(options.result, session);
  LedgerSession ledger(session);
  Diagnostics diagnostics;
  std::vector<Registrant> registrants;
  for (const Address& address : choose(options, ledger)) {
    if (auto registrant = read_registrant(address, ledger, diagnostics)) {
      registrants.push_back(std::move(*registrant));
    }
  }
  std::vector<GivenEvidence> given = read_evidence_files(options.evidence, session, diagnostics);
  if (!diagnostics.has_errors()) {
    check_admission(given, registrants, diagnostics);
  }
  print(diagnostics, session.err);
  if (diagnostics.has_errors()) {
    return ExitCode::rejected;
  }
  Registration registration(std::move(registrants), {options.label, options.message, options.changed, options.moved},
                            statements_of(std::move(given)));
  const auto recorded =
      ledger.record([&registration](const LedgerState& now, const LedgerState&) { return registration.decide(now); });
  const auto& outcomes = registration.outcomes();
  const Result result{[&](const ReportStyle&) { return console_text(outcomes); },
                      [&] { return json_value(outcomes, recorded); }};
  write_result(result, options.result, session);
  // Yanked content that nobody named is what a rollback leaves in the working tree: said, and no failure.
  const bool refused = std::any_of(outcomes.begin(), outcomes.end(), [&options](const RegistrationOutcome& outcome) {
    return outcome.is_refused() && !(options.changed && outcome.yanked);
  });
  return refused ? ExitCode::rejected : ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<RegisterOptions>();
  options.arguments("prompts", target->prompts, "The prompts, as they are in HEAD; NAME@git:REV is another commit's");
  options.flag("--changed", target->changed, "Every prompt whose content has no version yet");
  options.flag("--moved", target->moved, "The prompt's file has moved since its last version");
  options.text("--label", "TEXT", target->label, "A name for people: \"friendlier\"");
  options.text("-m,--message", "TEXT", target->message, "Why there is a new version");
  options.texts("--evidence", "FILE", target->evidence, "Record what this .intoto.jsonl says of the content");
  declare_result_options(options, target->result);
  options.example("promptctl register support/triage -m \"asks for the order number\"");
  options.example("promptctl register --changed");
  options.example("promptctl register support/triage --evidence evidence.intoto.jsonl");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command register_command{"register", "Give a prompt's committed content its version number", declare};

}  // namespace promptctl::cli
