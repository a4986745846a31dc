#include "report/run/worst_cases.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "exchange/model_family.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {
namespace {

// Worst first: critical cases, then failures before errors, then the lowest score; the dataset's order breaks ties.
bool worse(const CaseResult& a, const CaseResult& b) {
  const auto rank = [](const CaseResult& result) {
    return std::make_tuple(!result.critical, !result.passed().has_value(), result.score.value, result.position,
                           result.repeat);
  };
  return rank(a) < rank(b);
}

// One error is shown once, however many ended in it.
bool is_alike(const CaseResult& a, const CaseResult& b) {
  return a.error && b.error && a.error->kind == b.error->kind && a.error->message == b.error->message &&
         a.target == b.target && a.critical == b.critical && a.quarantined == b.quarantined;
}

void add_to(std::vector<WorstCase>& shown, const CaseResult& result) {
  const auto alike = std::find_if(shown.begin(), shown.end(),
                                  [&result](const WorstCase& one) { return is_alike(one.result, result); });
  if (alike != shown.end()) {
    ++alike->alike;
    return;
  }
  const auto place = std::upper_bound(shown.begin(), shown.end(), result,
                                      [](const CaseResult& a, const WorstCase& b) { return worse(a, b.result); });
  shown.insert(place, {result, 0});
}

}  // namespace

WorstCases find_worst(const RunReport& run, std::size_t most) {
  WorstCases worst;
  const auto& settings = run.header.provenance.settings;
  const auto type = settings.find("type");
  const ProviderType* known = type == settings.end() ? nullptr : find_provider_type(type->second);
  const bool names_models = known != nullptr && known->names_models;
  run.each_result([&worst, most, names_models](const CaseResult& result) {
    const std::string_view ending = result.response ? std::string_view(result.response->finish_reason) : "";
    if (!result.quarantined && (ending == "length" || ending == "content_filter")) {
      ++worst.notes.cut[std::string(ending)];
    }
    const bool was_asked = result.response && !result.request_digest.empty();
    if (was_asked && names_models && is_other_model(result.target, result.response->model)) {
      ++worst.notes.served[result.response->model];
    }
    if (result.passed() == true) {
      return;
    }
    ++worst.all;
    add_to(worst.shown, result);
    if (worst.shown.size() > most) {
      worst.shown.pop_back();
    }
  });
  return worst;
}

}  // namespace promptctl
