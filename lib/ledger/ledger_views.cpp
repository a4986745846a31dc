#include "ledger/ledger_views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "ledger/approval_record.hpp"
#include "ledger/event_record.hpp"
#include "ledger/ledger_record.hpp"
#include "ledger/live_history.hpp"

namespace promptctl {
namespace {

using Effect = HistoryEntry::Effect;

// The version records that an event changes, by path.
class ChangedRecords {
 public:
  ChangedRecords(const LedgerEvent& event, const LedgerState& before) : before_(before) {
    for (const RegisteredVersion& version : event.registered) {
      records_[version_record_path(version.name)] = VersionRecord{version, stamp_of(event), {}, {}, {}};
    }
    for (const Move& move : event.moves) {
      add_move(move, event);
    }
    for (const VersionName& name : event.yanked) {
      record(name).yanked = stamp_of(event);
    }
    for (const VersionName& name : event.restored) {
      record(name).yanked.reset();
    }
    for (const EvidenceLink& link : event.evidence) {
      std::vector<std::string>& known = record(link.subject).evidence;
      if (std::find(known.begin(), known.end(), link.digest) == known.end()) {
        known.push_back(link.digest);
      }
    }
  }

  const std::map<std::string, VersionRecord>& all() const { return records_; }

 private:
  void add_move(const Move& move, const LedgerEvent& event) {
    if (move.from) {
      Stay& ended = stay({move.to.prompt, *move.from}, event.environment);
      ended.longest = longest_stay(ended, event.at);
      ended.since.reset();
    }
    Stay& begun = stay(move.to, event.environment);
    begun.objections = event.objections;
    begun.since = event.at;
  }

  Stay& stay(const VersionName& name, const std::string& environment) {
    std::vector<Stay>& stays = record(name).stays;
    const auto place =
        std::find_if(stays.begin(), stays.end(), [&](const Stay& one) { return one.environment >= environment; });
    const bool is_known = place != stays.end() && place->environment == environment;
    return is_known ? *place : *stays.insert(place, Stay{environment, {}, {}, {}});
  }

  VersionRecord& record(const VersionName& name) {
    const auto [place, is_new] = records_.try_emplace(version_record_path(name));
    if (is_new) {
      place->second = before_.version(name).value_or(VersionRecord());
    }
    return place->second;
  }

  const LedgerState& before_;
  std::map<std::string, VersionRecord> records_;
};

// Each prompt's entries are put behind those it has, in the last file of its history or the next.
void add_histories(const LedgerEvent& event, const LedgerState& before, std::vector<LedgerFile>& files) {
  std::map<std::string, PromptRecord> records;
  std::map<std::string, std::string> texts;
  for (const PromptEvent& one : prompt_events(event)) {
    PromptRecord& record = records.try_emplace(one.prompt, before.prompt(one.prompt)).first->second;
    record.versions += one.entry.effect == Effect::registered ? 1 : 0;
    const std::string path = history_path(one.prompt, record.entries / entries_a_file);
    const auto [place, is_new] = texts.try_emplace(path);
    place->second +=
        (is_new && record.entries % entries_a_file > 0 ? before.read(path).value_or("") : "") + history_line(one.entry);
    ++record.entries;
  }
  for (const auto& [prompt, record] : records) {
    files.push_back({prompt_record_path(prompt), prompt_record_text(record)});
  }
  for (auto& [path, text] : texts) {
    files.push_back({path, std::move(text)});
  }
}

std::vector<std::string> evidence_of(const std::string& prompt, const LedgerEvent& event) {
  std::vector<std::string> digests;
  for (const EvidenceLink& link : event.evidence) {
    if (link.subject.prompt == prompt) {
      digests.push_back(link.digest);
    }
  }
  return digests;
}

// What an attestation is of, each version once; every other event tells its own story.
std::vector<VersionName> attested_versions(const LedgerEvent& event) {
  std::vector<VersionName> names;
  for (const EvidenceLink& link : event.evidence) {
    const bool is_new = std::find(names.begin(), names.end(), link.subject) == names.end();
    if (event.type == EventType::attestation && is_new) {
      names.push_back(link.subject);
    }
  }
  return names;
}

Effect effect_on_request(EventType type) {
  return type == EventType::request    ? Effect::requested
         : type == EventType::approval ? Effect::approved
                                       : Effect::rejected;
}

// What a request becomes by an event: a new one, or one more answer.
std::optional<ApprovalRequest> request_after(const LedgerEvent& event, const LedgerState& before) {
  if (event.type == EventType::request) {
    return ApprovalRequest{
        stamp_of(event), event.environment, event.proposed, event.policy, event.evidence, event.objections, {}};
  }
  const std::vector<Move>& moves = event.moves.empty() ? event.proposed : event.moves;
  auto request = event.request && !moves.empty() ? before.request(event.environment, moves.front().to.prompt)
                                                 : std::optional<ApprovalRequest>();
  if (request) {
    request->answers.push_back(stamp_of(event));
  }
  return request;
}

void add_request(const ApprovalRequest& request, std::vector<LedgerFile>& files) {
  for (const Move& move : request.moves) {
    files.push_back({request_path(request.environment, move.to.prompt), approval_request_text(request)});
  }
}

}  // namespace

std::vector<LedgerFile> views_after(const LedgerEvent& event, const LedgerState& before) {
  std::vector<LedgerFile> files{{std::string(event_path), event_text(event)}};
  if (event.seq == 1) {
    files.push_back({std::string(format_path), fmt::format("{}\n", ledger_format)});
  }
  const auto request = request_after(event, before);
  if (request) {
    add_request(*request, files);
  }
  for (const Move& move : event.moves) {
    const Deployment deployment{
        event.environment, move,          stamp_of(event),  event.policy, evidence_of(move.to.prompt, event),
        event.objections,  event.request, event.approved_by};
    files.push_back({deployment_path(event.environment, move.to.prompt), deployment_text(deployment)});
  }
  const ChangedRecords changed(event, before);
  for (const auto& [path, record] : changed.all()) {
    files.push_back({path, version_record_text(record)});
  }
  std::map<std::string, long long> numbers;
  for (const RegisteredVersion& version : event.registered) {
    numbers[version_number_path(version.name.prompt, version.digest)] = version.name.version;
  }
  for (const auto& [path, number] : numbers) {
    files.push_back({path, version_number_text(number)});
  }
  add_histories(event, before, files);
  return files;
}

std::vector<PromptEvent> prompt_events(const LedgerEvent& event) {
  const EventStamp stamp = stamp_of(event);
  std::vector<PromptEvent> events;
  events.reserve(event.registered.size() + event.moves.size() + event.yanked.size() + event.restored.size());
  for (const RegisteredVersion& version : event.registered) {
    events.push_back({version.name.prompt, {stamp, Effect::registered, version.name.version, {}, {}}});
  }
  for (const Move& move : event.moves) {
    events.push_back(
        {move.to.prompt, {stamp, Effect::moved, move.to.version, event.environment, move.from, event.objections}});
  }
  for (const Move& move : event.proposed) {
    events.push_back(
        {move.to.prompt,
         {stamp, effect_on_request(event.type), move.to.version, event.environment, move.from, event.objections}});
  }
  for (const VersionName& name : event.yanked) {
    events.push_back({name.prompt, {stamp, Effect::yanked, name.version, {}, {}}});
  }
  for (const VersionName& name : event.restored) {
    events.push_back({name.prompt, {stamp, Effect::restored, name.version, {}, {}}});
  }
  for (const VersionName& name : attested_versions(event)) {
    events.push_back({name.prompt, {stamp, Effect::attested, name.version, {}, {}}});
  }
  return events;
}

std::vector<LedgerFile> bundle_files(const VersionName& name, const BundleText& text) {
  std::vector<LedgerFile> files{{bundle_path(name), text.prompt}};
  for (const auto& [partial, content] : text.partials) {
    files.push_back({bundle_partial_path(name, partial), content});
  }
  return files;
}

std::vector<std::string> bundle_paths(const RegisteredVersion& version) {
  std::vector<std::string> paths{bundle_path(version.name)};
  for (const auto& [partial, digest] : version.manifest.partials) {
    paths.push_back(bundle_partial_path(version.name, partial));
  }
  return paths;
}

}  // namespace promptctl
