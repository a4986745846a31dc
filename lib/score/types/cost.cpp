// `cost`: the call cost at most so much.

#include <fmt/format.h>

#include "score/finding.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

// An amount of money, or a number of US dollars.
std::optional<Usd> read_threshold(FieldReader& settings) {
  const Value* threshold = settings.required_value("threshold");
  if (threshold == nullptr) {
    return std::nullopt;
  }
  if (!threshold->is_number()) {
    return settings.optional_money("threshold");
  }
  const auto plain = Usd::parse(threshold->text);
  const auto dollars = plain ? plain : Usd::parse(fmt::format("{:.12f}", threshold->number()));
  if (!dollars) {
    settings.diagnostics().error("bad-money", threshold->where, "`threshold` must be an amount of money",
                                 "write a decimal and the currency: 0.01 USD");
  }
  return dollars;
}

Check make(FieldReader& settings, const Judges&) {
  const auto threshold = read_threshold(settings);
  if (!threshold) {
    return {};
  }
  return at_once([most = *threshold](const Subject& subject) {
    if (!subject.cost) {
      return undecided(
          "the cost is not known: the model's price or the tokens used are missing, or an attempt without an answer "
          "may be charged");
    }
    return *subject.cost <= most ? passed()
                                 : failed(fmt::format("it cost {} USD, more than {} USD", decimal_text(*subject.cost),
                                                      decimal_text(most)));
  });
}

}  // namespace

const AssertionType cost_assertion{"cost", "the call cost at most `threshold`: 0.001 USD, or a number of US dollars",
                                   make};

}  // namespace promptctl
