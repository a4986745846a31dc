// `levenshtein`: the reply is at most so many edits away from a given text.

#include <fmt/format.h>

#include "base/characters.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "score/edit_distance.hpp"
#include "score/finding.hpp"
#include "score/settings.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

constexpr long long usual_threshold = 5;
constexpr long long most_edits = 1'000'000'000;

Check make(FieldReader& settings, const Judges&) {
  const auto wanted = read_value_text(settings);
  const auto threshold = settings.optional_integer("threshold", 0, most_edits).value_or(usual_threshold);
  if (!wanted) {
    return {};
  }
  if (!wanted->empty() && code_points(normalized(*wanted)).size() <= static_cast<std::size_t>(threshold)) {
    settings.diagnostics().warning(
        "says-nothing", settings.map().find("value")->where,
        fmt::format("a reply that shares no character with `value` passes: {} may be changed, as many as it has",
                    counted(static_cast<std::size_t>(threshold), "character")),
        "write a lower `threshold`, or `equals`");
  }
  return at_once([wanted = *wanted, most = static_cast<std::size_t>(threshold)](const Subject& subject) {
    const std::size_t edits = edit_distance(code_points(normalized(subject.text)), code_points(normalized(wanted)));
    return edits <= most ? passed_also_blank(is_blank(wanted))
                         : failed(fmt::format("{} away from {}, where {} may be: {}", counted(edits, "edit"),
                                              in_quotes(wanted), most, in_quotes(subject.text)));
  });
}

}  // namespace

const AssertionType levenshtein_assertion{
    "levenshtein", "the reply is at most `threshold` (5) inserted, deleted or changed characters away from `value`",
    make};

}  // namespace promptctl
