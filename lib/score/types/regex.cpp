// `regex`: a pattern is found in the reply.

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "score/finding.hpp"
#include "score/settings.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Finding find_pattern(const Regex& regex, std::string_view pattern, const Subject& subject) {
  const std::string text = normalized(subject.text);
  const Match match = regex.search(text);
  if (match.outcome == Match::Outcome::limit) {
    return undecided(fmt::format("the pattern {} takes too much work on this reply: {}", in_quotes(pattern),
                                 in_quotes(subject.text)));
  }
  return match.matched()
             ? passed()
             : failed(fmt::format("the reply does not match {}: {}", in_quotes(pattern), in_quotes(subject.text)));
}

// Whether it is found in what no pattern is written for, except to say what must not be there.
bool finds_anything(const Regex& regex, std::string_view pattern) {
  const bool excludes = pattern.find("(?!") != std::string_view::npos || pattern.find("(?<!") != std::string_view::npos;
  return !excludes && regex.search("").matched() && regex.search("\x01\n\x01").matched();
}

Check make(FieldReader& settings, const Judges&) {
  const auto pattern = read_wanted_text(settings);
  if (!pattern) {
    return {};
  }
  const Value& written = *settings.map().find("value");
  const auto regex = read_pattern(written, settings.diagnostics());
  if (!regex) {
    return {};
  }
  if (finds_anything(*regex, *pattern)) {
    settings.diagnostics().warning("says-nothing", written.where,
                                   fmt::format("the pattern `{}` is found in every reply", *pattern),
                                   "it also matches an empty text: look for a `|`, `*` or `?` too many");
  }
  return at_once(
      [regex = *regex, pattern = *pattern](const Subject& subject) { return find_pattern(regex, pattern, subject); });
}

}  // namespace

const AssertionType regex_assertion{"regex", "the pattern `value` is found in the reply", make, Notation::pattern};

}  // namespace promptctl
