#include "ledger/ledger_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "ledger/approval_record.hpp"
#include "ledger/event_record.hpp"
#include "ledger/ledger_record.hpp"
#include "prompt/bundle_manifest.hpp"

namespace promptctl {
namespace {

[[noreturn]] void fail_broken(const std::string& path, const std::string& message) {
  throw Failure("ledger-broken", whole_file(path), message, "promptctl verify finds the event that broke it");
}

// One of the ledger's own files, by `read`.
template <typename Read>
auto read_view(const std::string& path, const std::string& text, Read&& read) {
  Diagnostics faults;
  auto record = read(std::make_shared<const Source>(path, text), faults);
  if (!record) {
    fail_broken(path, fmt::format("the ledger can't be read: {}",
                                  faults.all().empty() ? "no record" : faults.all().front().message));
  }
  return *record;
}

// Those of the records in a folder, sorted.
std::vector<std::string> record_names(const LedgerTree& tree, const std::string& folder) {
  std::vector<std::string> names;
  for (const std::string& name : tree.names(folder)) {
    if (name.ends_with(record_extension)) {
      names.push_back(name.substr(0, name.size() - record_extension.size()));
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

// Those of one file of a history.
void add_entries(const std::string& path, const std::string& text, std::vector<HistoryEntry>& entries) {
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty()) {
      entries.push_back(read_view(path, std::string(line), read_history_line));
    }
  }
}

}  // namespace

std::optional<std::string> LedgerState::read(const std::string& path) const {
  return tree_ ? tree_->read(path) : std::nullopt;
}

std::optional<LedgerEvent> LedgerState::event() const {
  const std::string path(event_path);
  const auto text = read(path);
  return text ? std::optional(read_view(path, *text, read_event)) : std::nullopt;
}

std::string LedgerState::event_digest() const {
  const auto text = read(std::string(event_path));
  return text ? sha256(*text) : std::string();
}

std::vector<std::string> LedgerState::prompts() const {
  std::vector<std::string> ids;
  const std::string top(prompts_folder);
  for (const std::string& first : tree_ ? tree_->names(top) : ids) {
    for (const std::string& second : tree_->names(fmt::format("{}/{}", top, first))) {
      std::vector<std::string> names = tree_->names(fmt::format("{}/{}/{}", top, first, second));
      std::transform(names.begin(), names.end(), std::back_inserter(ids), prompt_of_folder);
    }
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<std::string> LedgerState::environments() const {
  std::set<std::string> all;
  for (const std::string& prompt : prompts()) {
    const std::vector<std::string> some = environments_with(prompt);
    all.insert(some.begin(), some.end());
  }
  return {all.begin(), all.end()};
}

std::vector<std::string> LedgerState::environments_with(const std::string& prompt) const {
  return tree_ ? record_names(*tree_, deployments_folder(prompt)) : std::vector<std::string>();
}

std::vector<std::string> LedgerState::live_prompts(const std::string& environment) const {
  std::vector<std::string> ids = prompts();
  std::erase_if(ids, [&](const std::string& prompt) { return !read(deployment_path(environment, prompt)); });
  return ids;
}

PromptRecord LedgerState::prompt(const std::string& prompt) const {
  const std::string path = prompt_record_path(prompt);
  const auto text = read(path);
  return text ? read_view(path, *text, read_prompt_record) : PromptRecord();
}

std::optional<VersionRecord> LedgerState::version(const VersionName& name) const {
  const std::string path = version_record_path(name);
  if (const auto known = versions_.find(path); known != versions_.end()) {
    return known->second;
  }
  const auto text = read(path);
  auto record = text ? std::optional(read_view(path, *text, read_version_record)) : std::nullopt;
  return versions_.emplace(path, std::move(record)).first->second;
}

std::optional<VersionRecord> LedgerState::find_digest(const std::string& prompt,
                                                      const std::string& digest_start) const {
  std::vector<std::string> digests;
  if (tree_) {
    digests = record_names(*tree_, version_numbers_folder(prompt, digest_start));
    std::erase_if(digests, [&](const std::string& digest) { return !digest.starts_with(digest_start); });
  }
  if (digests.empty()) {
    return std::nullopt;
  }
  if (digests.size() > 1) {
    throw Failure("ambiguous-digest",
                  fmt::format("several versions of `{}` have a digest that starts with {}", prompt, digest_start),
                  "write more of it");
  }
  const std::string path = version_number_path(prompt, digests.front());
  return version({prompt, read_view(path, read(path).value_or(""), read_version_number)});
}

std::optional<Deployment> LedgerState::deployment(const std::string& environment, const std::string& prompt) const {
  const std::string path = deployment_path(environment, prompt);
  const auto text = read(path);
  return text ? std::optional(read_view(path, *text, read_deployment)) : std::nullopt;
}

std::optional<ApprovalRequest> LedgerState::request(const std::string& environment, const std::string& prompt) const {
  const std::string path = request_path(environment, prompt);
  const auto text = read(path);
  return text ? std::optional(read_view(path, *text, read_approval_request)) : std::nullopt;
}

std::vector<ApprovalRequest> LedgerState::requests(const std::vector<std::string>& prompts) const {
  if (!tree_) {
    return {};
  }
  std::map<long long, ApprovalRequest> by_number;
  const auto add = [&by_number](std::optional<ApprovalRequest> one) {
    if (one) {
      by_number.try_emplace(one->stamp.seq, std::move(*one));
    }
  };
  for (const std::string& prompt : prompts.empty() ? this->prompts() : prompts) {
    for (const std::string& environment : record_names(*tree_, requests_folder(prompt))) {
      add(request(environment, prompt));
    }
  }
  std::vector<ApprovalRequest> all;
  std::transform(by_number.begin(), by_number.end(), std::back_inserter(all),
                 [](auto& numbered) { return std::move(numbered.second); });
  return all;
}

std::vector<HistoryEntry> LedgerState::history(const std::string& prompt) const {
  std::vector<HistoryEntry> entries;
  const long long count = this->prompt(prompt).entries;
  for (long long file = 0; file * entries_a_file < count; ++file) {
    const std::string path = history_path(prompt, file);
    add_entries(path, read(path).value_or(""), entries);
  }
  return entries;
}

BundleText LedgerState::bundle(const RegisteredVersion& version) const {
  const auto content = [&](const std::string& path) {
    auto text = read(path);
    if (!text) {
      fail_broken(path, path + " is missing");
    }
    return std::move(*text);
  };
  BundleText text{content(bundle_path(version.name)), {}};
  for (const auto& [name, digest] : version.manifest.partials) {
    text.partials.emplace(name, content(bundle_partial_path(version.name, name)));
  }
  const BundleManifest manifest = manifest_of(text);
  if (manifest != version.manifest || bundle_digest(manifest) != version.digest) {
    fail_broken(bundle_path(version.name),
                fmt::format("the content of {} is not what was registered", version_text(version.name)));
  }
  return text;
}

std::optional<EvidenceStatement> LedgerState::statement(const std::string& digest) const {
  const std::string path = evidence_path(digest);
  const auto text = read(path);
  if (text && sha256(*text) != digest) {
    fail_broken(path, "the statement is not what was recorded");
  }
  return text ? std::optional(read_view(path, *text, read_evidence)) : std::nullopt;
}

LedgerState state_at(const Ledger& ledger, const std::optional<std::string>& commit) {
  return commit ? LedgerState(ledger.tree(*commit), *commit) : LedgerState();
}

}  // namespace promptctl
