#include "score/containment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "score/finding.hpp"
#include "score/settings.hpp"

namespace promptctl {
namespace {

std::string comparable(std::string_view text, Letters letters) {
  return letters == Letters::folded ? case_folded(normalized(text)) : normalized(text);
}

std::vector<std::string> missing_from(std::string_view reply, const std::vector<std::string>& wanted, Letters letters) {
  const std::string text = comparable(reply, letters);
  std::vector<std::string> missing;
  std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(missing),
               [&](const std::string& one) { return !holds_text(text, comparable(one, letters)); });
  return missing;
}

}  // namespace

bool holds_text(std::string_view reply, std::string_view wanted) {
  return reply.find(wanted) != std::string_view::npos;
}

Check compare_with_value(FieldReader& settings, Letters letters, TextComparison holds, std::string_view complaint) {
  const auto wanted = read_wanted_text(settings);
  if (!wanted) {
    return {};
  }
  return at_once(
      [wanted = *wanted, compared = comparable(*wanted, letters), letters, holds, complaint](const Subject& subject) {
        return holds(comparable(subject.text, letters), compared)
                   ? passed()
                   : failed(fmt::format("the reply {} {}: {}", complaint, in_quotes(wanted), in_quotes(subject.text)));
      });
}

Check contains_any_of_value(FieldReader& settings, Letters letters) {
  const auto wanted = read_wanted_texts(settings);
  if (!wanted) {
    return {};
  }
  return at_once([wanted = *wanted, letters](const Subject& subject) {
    return missing_from(subject.text, wanted, letters).size() < wanted.size()
               ? passed()
               : failed(fmt::format("the reply holds none of {}: {}", in_quotes(join(wanted, ", ")),
                                    in_quotes(subject.text)));
  });
}

Check contains_all_of_value(FieldReader& settings, Letters letters) {
  const auto wanted = read_wanted_texts(settings);
  if (!wanted) {
    return {};
  }
  return at_once([wanted = *wanted, letters](const Subject& subject) {
    const auto missing = missing_from(subject.text, wanted, letters);
    return missing.empty() ? passed()
                           : failed(fmt::format("the reply does not hold {}: {}", in_quotes(join(missing, ", ")),
                                                in_quotes(subject.text)));
  });
}

}  // namespace promptctl
