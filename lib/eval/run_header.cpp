#include "eval/run_header.hpp"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "base/digest.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "document/json.hpp"
#include "score/score_record.hpp"

namespace promptctl {
namespace {

std::string content_id(const RunHeader& header, const std::string& cassette_digest) {
  Value value = map_value();
  value.set("tool", text_value(header.tool))
      .set("prompt", text_value(header.prompt_digest))
      .set("id", text_value(header.prompt_id))
      .set("suite", text_value(header.suite_digest))
      .set("suite_id", text_value(header.suite_id))
      .set("dataset", text_value(header.dataset_digest))
      .set("targets", texts_value(header.targets))
      .set("repeat", integer_value(header.repeat))
      .set("selection", text_value(header.selection))
      .set("cassette", text_value(cassette_digest));
  if (!header.provenance.judges.empty()) {
    value.set("judges", judge_uses_value(header.provenance.judges));
  }
  if (header.is_dirty()) {  // Else a replay would take the place of the evidence of a clean run.
    value.set("uncommitted", texts_value(header.uncommitted));
  }
  return "offline-" + sha256(canonical_json(value)).substr(0, 12);
}

// "20261121-221405-a3f90b1c", in UTC.
std::string time_id(std::chrono::system_clock::time_point now, std::uint64_t seed) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
  const auto day = std::chrono::floor<std::chrono::days>(seconds);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(seconds - day);
  return fmt::format("{:04}{:02}{:02}-{:02}{:02}{:02}-{:08x}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), Random(seed).next() & 0xFFFFFFFFU);
}

std::vector<std::string> names_of(const std::vector<Target>& targets) {
  std::vector<std::string> names;
  for (const Target& target : targets) {
    names.push_back(target_name(target));
  }
  return names;
}

}  // namespace

JudgeUses judges_used(const PreparedSuite& prepared) {
  JudgeUses uses;
  for (const auto& judge : prepared.judges->used()) {
    const JudgePanel& panel = judge->panel();
    const bool has_several = panel.votes > 1 || panel.targets.size() > 1;
    uses.emplace(judge->name(), JudgeUse{panel.prompt.digest, names_of(panel.targets), panel.votes,
                                         has_several ? std::string(vote_reducer_name(panel.reducer)) : ""});
  }
  for (const Target& target : prepared.judges->embedders()) {
    uses.emplace("embeddings of " + target_name(target), JudgeUse{"", {target_name(target)}, 1, ""});
  }
  return uses;
}

RunHeader make_header(const PreparedSuite& prepared, const SelectionOptions& selection, const RunOrigin& origin) {
  RunHeader header;
  header.tool = origin.tool;
  header.prompt_id = prepared.prompt.prompt().id;
  header.prompt_address = prepared.address;
  header.prompt_digest = prepared.prompt.digest;
  header.suite_id = prepared.suite.id;
  header.suite_digest = prepared.suite.digest;
  header.dataset_digest = prepared.dataset_digest;
  header.dataset_cases = prepared.dataset_cases;
  header.planned = prepared.planned();
  header.targets = names_of(prepared.targets);
  header.repeat = prepared.repeat;
  header.reducer = prepared.suite.reducer;
  header.provenance = origin.provenance;
  header.provenance.budget = prepared.suite.max_cost;
  header.provenance.own_model = prepared.own_model;
  header.provenance.judges = judges_used(prepared);
  header.tolerated_errors = prepared.suite.tolerated_errors;
  header.selection = selection_text(selection);
  if (origin.source && !origin.source->commit.empty()) {
    header.commit = origin.source->commit;
    header.uncommitted = origin.source->changed;
  }
  header.offline = origin.offline;
  header.started = origin.now;
  header.id = origin.offline ? content_id(header, origin.cassette_digest) : time_id(origin.now, origin.seed);
  return header;
}

}  // namespace promptctl
