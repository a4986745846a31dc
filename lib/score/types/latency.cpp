// `latency`: the call took at most so long.

#include <fmt/format.h>

#include <cmath>

#include "score/finding.hpp"
#include "score/settings.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

using std::chrono::microseconds;

// A duration, or a number of milliseconds.
std::optional<microseconds> read_threshold(FieldReader& settings) {
  const Value* threshold = settings.required_value("threshold");
  if (threshold == nullptr) {
    return std::nullopt;
  }
  if (!threshold->is_number()) {
    return settings.optional_duration("threshold");
  }
  constexpr double most_milliseconds = 1e12;
  const auto milliseconds = read_size(settings, "threshold");
  return milliseconds ? std::optional(microseconds(std::llround(std::min(*milliseconds, most_milliseconds) * 1000)))
                      : std::nullopt;
}

Check make(FieldReader& settings, const Judges&) {
  const auto threshold = read_threshold(settings);
  if (!threshold) {
    return {};
  }
  return at_once([most = *threshold](const Subject& subject) {
    if (!subject.latency) {
      return undecided("there is no latency: nothing was called, or nobody recorded how long it took");
    }
    return *subject.latency <= most
               ? passed()
               : failed(fmt::format("it took {}, more than {}", duration_text(*subject.latency), duration_text(most)));
  });
}

}  // namespace

const AssertionType latency_assertion{
    "latency", "the call took at most `threshold`: a duration such as 3s, or milliseconds", make};

}  // namespace promptctl
