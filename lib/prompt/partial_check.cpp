#include "prompt/partial_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace promptctl {
namespace {

// Walks along what partials certainly use, each partial once.
class CycleFinder {
 public:
  CycleFinder(const Partials& partials, Diagnostics& diagnostics) : partials_(partials), diagnostics_(diagnostics) {}

  void find() {
    for (const auto& [name, partial] : partials_) {
      follow(name, partial);
    }
  }

 private:
  void follow(const std::string& name, const Template& partial) {
    if (!seen_.insert(name).second) {
      return;
    }
    way_.push_back(name);
    for (const std::string& next : partial.certain_partials()) {
      if (const auto back = std::find(way_.begin(), way_.end(), next); back != way_.end()) {
        report({back, way_.end()}, partial);
      } else if (const auto found = partials_.find(next); found != partials_.end()) {
        follow(next, found->second);
      }
    }
    way_.pop_back();
  }

  // `last` uses the first of the cycle.
  void report(std::vector<std::string> cycle, const Template& last) {
    cycle.push_back(cycle.front());
    const std::vector<PartialUse> uses = last.partials();
    const auto use =
        std::find_if(uses.begin(), uses.end(), [&](const PartialUse& one) { return one.name == cycle.front(); });
    diagnostics_.error(
        "partial-cycle", use->where,
        fmt::format("the partial `{}` uses itself without an end: {}", cycle.front(), join(cycle, " → ")),
        "take it out here, or put it into a block that ends, like `{{#if more}}`");
  }

  const Partials& partials_;
  Diagnostics& diagnostics_;
  std::set<std::string> seen_;
  std::vector<std::string> way_;
};

}  // namespace

void check_partials_of(const Template& body, const Partials& partials, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const auto& [name, partial] : partials) {
    known.push_back(name);
  }
  for (const PartialUse& use : body.partials()) {
    if (partials.find(use.name) == partials.end()) {
      diagnostics.error("unknown-partial", use.where, fmt::format("there is no partial `{}`", use.name),
                        did_you_mean(use.name, known));
    }
  }
}

void check_partials(const Partials& partials, Diagnostics& diagnostics) {
  for (const auto& [name, partial] : partials) {
    check_partials_of(partial, partials, diagnostics);
  }
  CycleFinder(partials, diagnostics).find();
}

}  // namespace promptctl
