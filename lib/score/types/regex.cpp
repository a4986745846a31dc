// `regex`: a pattern is found in the reply.

#include <fmt/format.h>

#include "score/finding.hpp"
#include "score/settings.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Finding find_pattern(const Regex& regex, std::string_view pattern, const Subject& subject) {
  const Match match = regex.search(subject.text);
  if (match.outcome == Match::Outcome::limit) {
    return undecided(fmt::format("the pattern {} takes too much work on this reply: {}", in_quotes(pattern),
                                 in_quotes(subject.text)));
  }
  return match.matched()
             ? passed()
             : failed(fmt::format("the reply does not match {}: {}", in_quotes(pattern), in_quotes(subject.text)));
}

Check make(FieldReader& settings) {
  const auto pattern = read_wanted_text(settings);
  if (!pattern) {
    return {};
  }
  const auto regex = read_pattern(*settings.map().find("value"), settings.diagnostics());
  if (!regex) {
    return {};
  }
  return [regex = *regex, pattern = *pattern](const Subject& subject) { return find_pattern(regex, pattern, subject); };
}

}  // namespace

const AssertionType regex_assertion{"regex", "the pattern `value` is found in the reply", make};

}  // namespace promptctl
