#include "release/judging_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "document/json.hpp"
#include "eval/prepared_suite.hpp"

namespace promptctl {
namespace {

using CaseTexts = std::map<std::string, std::string>;  // as written, by case

// How one suite judges.
struct Judging {
  std::string digests;  // of the suite and its cases
  int repeat = 1;
  std::string targets;  // named by the suite; empty: none
  std::set<std::string> cases, critical, quarantined;
  std::set<std::string> assertions;  // of all cases, as JSON
  CaseTexts expected, own_assertions, thresholds;
};

void read_judged_cases(const Registry& registry, const Suite& suite, Judging& judging) {
  Diagnostics ignored;
  const auto cases = open_cases(registry, suite, ignored);
  for (Case golden; cases->next(golden);) {
    judging.cases.insert(golden.id);
    judging.expected[golden.id] = golden.expected ? canonical_json(*golden.expected) : "";
    judging.own_assertions[golden.id] = canonical_json(list_value(golden.assertions));
    judging.thresholds[golden.id] = golden.threshold ? number_text(*golden.threshold) : "";
    if (golden.critical) {
      judging.critical.insert(golden.id);
    }
  }
  judging.digests = suite.digest + cases->digest();
}

std::vector<std::string> names_of(const std::vector<Target>& targets) {
  std::vector<std::string> names;
  std::transform(targets.begin(), targets.end(), std::back_inserter(names), target_name);
  return names;
}

Judging judging_of(const Registry& registry, const Suite& suite) {
  Judging judging;
  judging.repeat = suite.repeat;
  judging.digests = suite.digest;
  judging.targets = join(names_of(suite.targets), ", ");
  for (const Value& assertion : suite.assertions) {
    judging.assertions.insert(canonical_json(assertion));
  }
  for (const Quarantine& quarantine : suite.quarantine) {
    judging.quarantined.insert(quarantine.case_id);
  }
  try {
    read_judged_cases(registry, suite, judging);
  } catch (const Failure&) {
    judging.digests = suite.digest;  // A dataset that can't be read is reported where the suite is run.
  }
  return judging;
}

std::map<std::string, Judging> judgings_of(const Registry& registry, const std::string& prompt) {
  std::map<std::string, Judging> judgings;
  Diagnostics ignored;
  for (const std::string& id : registry.suite_ids()) {
    const auto suite = registry.read_suite(id, ignored);
    if (suite && suite->prompt == prompt) {
      judgings.emplace(id, judging_of(registry, *suite));
    }
  }
  return judgings;
}

// "cases that are gone from route: a, b and 3 more". Nothing when there are none.
void note_ids(std::string_view what, const std::string& suite, const std::set<std::string>& from,
              const std::set<std::string>& less, std::vector<std::string>& notes) {
  std::vector<std::string> ids;
  std::set_difference(from.begin(), from.end(), less.begin(), less.end(), std::back_inserter(ids));
  if (ids.empty()) {
    return;
  }
  notes.push_back(fmt::format("{} {}: {}", what, suite, named(ids)));
}

// Cases of both states of which a text is another one now.
void note_changed(std::string_view what, const std::string& suite, const CaseTexts& was, const CaseTexts& is,
                  std::vector<std::string>& notes) {
  std::vector<std::string> ids;
  for (const auto& [id, text] : was) {
    const auto found = is.find(id);
    if (found != is.end() && found->second != text) {
      ids.push_back(id);
    }
  }
  if (!ids.empty()) {
    notes.push_back(fmt::format("cases with {} in {}: {}", what, suite, named(ids)));
  }
}

// Each assertion of all cases that stands there no longer as it did.
void note_assertions(const std::string& suite, const Judging& was, const Judging& is, std::vector<std::string>& notes) {
  for (const std::string& text : was.assertions) {
    if (is.assertions.count(text) == 0) {
      notes.push_back(fmt::format("an assertion that is gone from {}, or changed: {}", suite, text));
    }
  }
}

std::set<std::string> still_there(const std::set<std::string>& ids, const std::set<std::string>& cases) {
  std::set<std::string> both;
  std::set_intersection(ids.begin(), ids.end(), cases.begin(), cases.end(), std::inserter(both, both.end()));
  return both;
}

void compare_judging(const std::string& suite, const Judging& was, const Judging& is, std::vector<std::string>& notes) {
  if (was.digests == is.digests) {
    return;
  }
  notes.push_back(fmt::format("{} was changed too: both contents are judged by its new state", suite));
  note_ids("cases that are gone from", suite, was.cases, is.cases, notes);
  note_ids("cases that are no longer critical in", suite, still_there(was.critical, is.cases), is.critical, notes);
  note_ids("cases that are now in quarantine in", suite, is.quarantined, was.quarantined, notes);
  note_assertions(suite, was, is, notes);
  note_changed("other assertions of their own", suite, was.own_assertions, is.own_assertions, notes);
  note_changed("another expected value", suite, was.expected, is.expected, notes);
  note_changed("another threshold", suite, was.thresholds, is.thresholds, notes);
  if (is.targets != was.targets) {
    const auto named_or_not = [](const std::string& targets) {
      return targets.empty() ? std::string("each content's own model") : targets;
    };
    notes.push_back(fmt::format("{} asks {} instead of {}, for both contents", suite, named_or_not(is.targets),
                                named_or_not(was.targets)));
  }
  if (is.repeat < was.repeat) {
    notes.push_back(fmt::format("{} asks each case {} instead of {} times", suite, is.repeat, was.repeat));
  }
}

}  // namespace

std::vector<std::string> judging_changes(const Registry& before, const Registry& after, const ChangedPrompt& prompt) {
  const auto was = judgings_of(before, prompt.was);
  const auto is = judgings_of(after, prompt.id);
  std::vector<std::string> notes;
  if (!prompt.was.empty() && prompt.was != prompt.id) {
    notes.push_back(fmt::format("{} was {}, and is compared with that", prompt.id, prompt.was));
  }
  for (const auto& [suite, judging] : was) {
    const auto found = is.find(suite);
    if (found == is.end()) {
      notes.push_back(fmt::format("the suite {} judges {} no longer", suite, prompt.id));
    } else {
      compare_judging(suite, judging, found->second, notes);
    }
  }
  return notes;
}

}  // namespace promptctl
