#include "schema/limits.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "schema/read_keyword.hpp"

namespace promptctl {
namespace {

Rule limit(const Site& site, const CountedSize& measure, std::string_view wanted,
           bool (*holds)(std::size_t, std::size_t)) {
  const auto bound = read_count(site);
  if (!bound) {
    return {};
  }
  return [bound = *bound, measure, wanted, holds](const Value& instance, Visit& visit) {
    if (instance.kind != measure.kind) {
      return true;
    }
    const std::size_t size = measure.size(instance);
    return holds(size, bound) ||
           visit.fail(fmt::format("must have {} {}, not {}", wanted, counted(bound, measure.singular, measure.plural),
                                  grouped(static_cast<long long>(size))));
  };
}

}  // namespace

Rule at_least(const Site& site, const CountedSize& measure) {
  return limit(site, measure, "at least", [](std::size_t size, std::size_t bound) { return size >= bound; });
}

Rule at_most(const Site& site, const CountedSize& measure) {
  return limit(site, measure, "at most", [](std::size_t size, std::size_t bound) { return size <= bound; });
}

bool regex_holds(const Regex& regex, std::string_view text, Visit& visit) {
  const Match match = regex.search(text);
  if (match.outcome == Match::Outcome::limit) {
    return visit.give_up("the pattern takes too much work on this text");
  }
  return match.matched();
}

}  // namespace promptctl
