// `promptctl doctor`: whether everything that releases need is in order.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/evaluate/provider_examination.hpp"
#include "cli/ledger/known_ledger.hpp"
#include "cli/ledger/signer_examination.hpp"
#include "cli/output/result_output.hpp"
#include "report/text/layout.hpp"
#include "world/git/git_examination.hpp"
#include "world/git/git_history.hpp"
#include "world/git/git_signature.hpp"

namespace promptctl::cli {
namespace {

using Level = SetupCheck::Level;

SetupCheck examine_registry(const Workspace& workspace) {
  const std::size_t prompts = workspace.registry.prompt_ids().size();
  const auto project = workspace.registry.sound_project();
  if (!project) {
    return {Level::fault, "registry", "promptctl.yaml has faults", "promptctl lint"};
  }
  const std::string what =
      fmt::format("{}, {}", counted(prompts, "prompt"), counted(project->environments.size(), "environment"));
  return project->environments.empty() ? SetupCheck{Level::warning, "registry", what,
                                                    "declare `environments` in promptctl.yaml to promote to them"}
                                       : SetupCheck{Level::good, "registry", what, ""};
}

// A clock that is behind the newest event would date the next one before it.
SetupCheck examine_clock(const LedgerState& state, TimePoint now) {
  const auto event = state.event();
  if (event && now < event->at) {
    return {Level::fault, "clock",
            fmt::format("it is {} here, before the newest event ({})", utc_text(now), utc_text(event->at)),
            "set the clock: soak times are counted from it"};
  }
  return {Level::good, "clock", utc_text(now), ""};
}

// What is refused is not read for anything else.
std::vector<SetupCheck> examine_ledger(KnownLedger& known, TimePoint now) {
  try {
    const LedgerState state = known.state();
    const auto event = state.event();
    return {{Level::good, "ledger",
             event ? fmt::format("event {}, {}", event->seq, utc_text(event->at))
                   : std::string("nothing is registered yet"),
             event ? "" : "promptctl register --changed, or promptctl sync"},
            examine_clock(state, now)};
  } catch (const Failure& failure) {
    return {{Level::fault, "ledger", failure.what(), failure.diagnostic().hint}};
  }
}

// Who may do what, and whether what is signed here would count.
std::vector<SetupCheck> examine_people(KnownLedger& known, const GitExecutable& git, TimePoint now) {
  try {
    const auto signing = known.signing();
    std::vector<SetupCheck> findings = examine_signers(known.project(), signing);
    if (const auto tip = known.ledger().tip(); tip && signing) {
      const GitIdentity identity = read_identity(git);
      const std::string actor = fmt::format("{} <{}>", identity.name, identity.email);
      findings.push_back(examine_key(known.ledger(), *tip, *signing, actor, now));
    }
    return findings;
  } catch (const Failure& failure) {
    return {{Level::fault, "who may", failure.what(), failure.diagnostic().hint}};
  }
}

SetupCheck examine_policy(const std::filesystem::path& root, const std::string& remote) {
  const auto revision = known_policy_revision(root, remote);
  if (!revision && !remote.empty()) {
    return {Level::warning, "policy", fmt::format("the main branch of {} is not known here", remote),
            fmt::format("git fetch {0}; git remote set-head {0} --auto", remote)};
  }
  return {Level::good, "policy",
          revision ? fmt::format("environments are those of {}", *revision)
                   : std::string("environments are those of the working tree, until something is committed"),
          ""};
}

void append(std::vector<SetupCheck>& all, std::vector<SetupCheck> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<SetupCheck> examine(Session& session) {
  const Workspace workspace(session);
  const GitExecutable git(workspace.root, session.environment);
  std::vector<SetupCheck> findings{examine_registry(workspace)};
  if (session.safe_git) {
    findings.push_back({Level::good, "safe", "git runs no program that its configuration names", ""});
  }
  append(findings, examine_repository(workspace.root, git));
  if (std::any_of(findings.begin(), findings.end(), [](const SetupCheck& finding) {
        return finding.subject == "repository" && finding.level == Level::fault;
      })) {
    return findings;
  }
  KnownLedger known(workspace);
  const GitLedger& ledger = known.ledger();
  findings.push_back(examine_policy(workspace.root, ledger.remote()));
  append(findings, examine_ledger(known, session.clock.now()));
  append(findings, examine_people(known, git, session.clock.now()));
  if (ledger.remote().empty()) {
    findings.push_back({Level::warning, "remote", "there is none: nobody else sees this ledger", "git remote add"});
  } else {
    append(findings, examine_remote(git, ledger.remote(), ledger.tip().value_or("")));
  }
  return findings;
}

constexpr std::array<std::string_view, 3> level_names{"ok", "note", "FAULT"};

std::string_view level_name(const SetupCheck& finding) {
  return level_names.at(static_cast<std::size_t>(finding.level));
}

std::string console_text(const std::vector<SetupCheck>& findings, std::size_t width) {
  const std::string indent(19, ' ');
  const std::size_t columns = width > indent.size() + 20 ? width - indent.size() : 20;
  std::string text;
  for (const SetupCheck& finding : findings) {
    text += fmt::format("{:<6} {:<11} {}\n", level_name(finding), finding.subject,
                        wrapped(printable(finding.message), columns, indent));
    if (!finding.remedy.empty()) {
      text += fmt::format("{}{}\n", indent, wrapped(finding.remedy, columns, indent));
    }
  }
  return text;
}

Value json_value(const std::vector<SetupCheck>& findings) {
  Value list = list_value({});
  for (const SetupCheck& finding : findings) {
    list.items.push_back(map_value()
                             .set("level", text_value(level_name(finding)))
                             .set("subject", text_value(finding.subject))
                             .set("message", text_value(finding.message))
                             .set("remedy", text_value(finding.remedy)));
  }
  Value map = map_value();
  map.set("format", text_value("promptctl-doctor 1")).set("findings", std::move(list));
  return map;
}

struct DoctorOptions {
  ResultOptions result;
  bool providers = false;
  TrustOptions trust;
};

ExitCode execute(const DoctorOptions& doctor, Session& session) {
  const ResultOptions& options = doctor.result;
  check_result_options(options, session);
  const std::vector<SetupCheck> findings =
      doctor.providers ? examine_providers(session, Workspace(session), doctor.trust) : examine(session);
  const Result result{[&](const ReportStyle& style) { return console_text(findings, style.width); },
                      [&] { return json_value(findings); }};
  write_result(result, options, session);
  const bool sound = std::none_of(findings.begin(), findings.end(),
                                  [](const SetupCheck& finding) { return finding.level == Level::fault; });
  return sound ? ExitCode::accepted : ExitCode::rejected;
}

Action declare(Options& options) {
  const auto target = std::make_shared<DoctorOptions>();
  options.flag("--providers", target->providers,
               "Ask each model that prompts and suites name for a few tokens instead, and say what is wrong and what "
               "it cost");
  declare_trust_options(options, target->trust);
  declare_result_options(options, target->result);
  options.example("promptctl doctor");
  options.example("promptctl doctor --providers");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command doctor_command{
    "doctor", "Check what releases need: git, the remote, rights, protection, clock; or whether models answer",
    declare};

}  // namespace promptctl::cli
