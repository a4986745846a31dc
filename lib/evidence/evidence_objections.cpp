#include "evidence/evidence_objections.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "compare/compare.hpp"
#include "dataset/selection.hpp"
#include "evidence/roster.hpp"

namespace promptctl {
namespace {

constexpr std::size_t digest_start = 8;
constexpr std::chrono::minutes clock_skew{5};

// `*` stands for any text; everything else for itself.
bool matches(std::string_view text, std::string_view pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) {
    return text == pattern;
  }
  if (!text.starts_with(pattern.substr(0, star))) {
    return false;
  }
  const std::string_view rest = pattern.substr(star + 1);
  for (std::size_t from = star; from <= text.size(); ++from) {
    if (matches(text.substr(from), rest)) {
      return true;
    }
  }
  return false;
}

// A pattern with "://" is for the CI job's address, and every other one for git's author.
bool may_produce(const Provenance& provenance, const std::vector<std::string>& producers) {
  return producers.empty() || std::any_of(producers.begin(), producers.end(), [&](const std::string& pattern) {
           const bool is_address = pattern.find("://") != std::string::npos;
           const std::string& text = is_address ? provenance.ci_url : provenance.producer;
           return !text.empty() && matches(text, pattern);
         });
}

// What was replayed was asked of none.
bool may_answer(const std::string& endpoint, const std::vector<std::string>& endpoints) {
  return endpoints.empty() || endpoint.empty() ||
         std::any_of(endpoints.begin(), endpoints.end(),
                     [&endpoint](const std::string& pattern) { return matches(endpoint, pattern); });
}

// Of those who answered or judged, the first that the policy does not list; empty when it lists them all.
std::string unlisted_endpoint(const RunHeader& header, const GatePolicy& policy) {
  std::vector<std::string> asked = header.provenance.judge_endpoints;
  asked.insert(asked.begin(), header.provenance.endpoint);
  const auto found = std::find_if(asked.begin(), asked.end(),
                                  [&](const std::string& one) { return !may_answer(one, policy.endpoints); });
  return found == asked.end() ? "" : *found;
}

std::string other(std::string_view what, const std::string& has, const std::string& wanted) {
  return fmt::format("of another {} ({}, not {})", what, has.substr(0, digest_start), wanted.substr(0, digest_start));
}

std::string age_objection(const RunHeader& header, const EvidenceWish& wish) {
  const auto most = wish.policy->max_evidence_age;
  // By the second, as statements tell it: a run has the age of the statement of it.
  const auto age =
      std::chrono::floor<std::chrono::seconds>(wish.now) - std::chrono::floor<std::chrono::seconds>(header.started);
  if (!most || wish.comparable_with != nullptr || age <= *most) {
    return {};
  }
  return fmt::format("{} old, and the policy takes none older than {}", span_text(age),
                     span_text(std::chrono::floor<std::chrono::seconds>(*most)));
}

std::string maker_objection(const RunHeader& header, const SignatureCheck& vouched, const EvidenceWish& wish) {
  if (wish.for_the_record) {
    if (std::string objection = signature_objection(header, vouched, *wish.policy); !objection.empty()) {
      return objection;
    }
  }
  if (may_produce(header.provenance, wish.policy->producers)) {
    return {};
  }
  const std::string& producer = header.provenance.producer;
  return fmt::format("made by {}, who is none of the policy's producers", producer.empty() ? "nobody known" : producer);
}

}  // namespace

std::string objection_to(const RunHeader& header, const SignatureCheck& vouched, const EvidenceWish& wish) {
  const JudgedSuite& suite = wish.suite;
  if (header.dataset_digest != suite.dataset_digest) {
    return other("dataset", header.dataset_digest, suite.dataset_digest);
  }
  if (header.suite_digest != suite.suite_digest) {
    return other("state of the suite", header.suite_digest, suite.suite_digest);
  }
  if (!read_selection(header.selection).empty()) {
    return "of a part of the cases";
  }
  if (header.reducer != suite.reducer || header.tolerated_errors != suite.tolerated_errors) {
    return "judged by other settings than the suite has";
  }
  if (header.provenance.judges != suite.judges) {
    return "judged by other judges than the suite's are now: their prompts, models or votes differ";
  }
  if (header.started > wish.now + clock_skew) {
    return fmt::format("dated {}, which is yet to come", utc_text(header.started));
  }
  if (header.repeat < suite.repeat) {
    return fmt::format("of {} a case, and the suite wants {}",
                       counted(static_cast<std::size_t>(header.repeat), "repeat"), suite.repeat);
  }
  if (wish.for_the_record && header.is_dirty()) {
    return fmt::format("made with files that are not committed: {}", named(header.uncommitted));
  }
  if (wish.for_the_record && header.provenance.from_fork) {
    return "made for a fork's pull request";
  }
  if (std::string objection = maker_objection(header, vouched, wish); !objection.empty()) {
    return objection;
  }
  if (const std::string other = unlisted_endpoint(header, *wish.policy); !other.empty()) {
    return fmt::format("answered by {}, which is none of the policy's endpoints", other);
  }
  if (wish.comparable_with != nullptr && !are_comparable(header, wish.comparable_with->header)) {
    return "made under other conditions than what it is compared with";
  }
  return age_objection(header, wish);
}

bool may_calibrate(const RunHeader& header, const SignatureCheck& vouched, const EvidenceWish& wish) {
  const auto& known = wish.suite.calibrations;
  const bool is_known = std::any_of(known.begin(), known.end(), [&header](const CalibrationSource& one) {
    return one.suite_digest == header.suite_digest && one.dataset_digest == header.dataset_digest;
  });
  return is_known && read_selection(header.selection).empty() && header.started <= wish.now + clock_skew &&
         !(wish.for_the_record && (header.is_dirty() || header.provenance.from_fork)) &&
         unlisted_endpoint(header, *wish.policy).empty() && maker_objection(header, vouched, wish).empty();
}

bool is_whole_calibration(const RunSample& sample, const GatePolicy& policy) {
  const bool is_fresh = policy.allows_cassette || (!sample.header.offline && sample.replayed == 0);
  return is_fresh && !sample.ratings.empty() && counts_of(sample).missing == 0;
}

std::string objection_to(const RunSample& sample, const EvidenceWish& wish) {
  if (!wish.policy->allows_cassette && (sample.header.offline || sample.replayed > 0)) {
    return fmt::format("with {} of cassette or cache, and the policy wants fresh ones (--no-cache)",
                       counted(sample.replayed, "reply", "replies"));
  }
  if (!wish.policy->allows_cassette && sample.replayed_verdicts > 0) {
    return fmt::format("with {} of cassette or cache, and the policy wants fresh ones (--no-cache)",
                       counted(sample.replayed_verdicts, "verdict"));
  }
  Roster roster;
  roster.add(sample);
  if (roster.digest() != wish.suite.roster) {
    return "not of the dataset's cases, or of other marks of them";
  }
  const auto planned = static_cast<long long>(sample.cases.size()) * sample.header.repeat;
  return sample.header.planned == planned ? no_verdict(sample) : "not of as many results as it says were planned";
}

}  // namespace promptctl
