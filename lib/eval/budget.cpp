#include "eval/budget.hpp"

#include <algorithm>

#include "price/cost.hpp"

namespace promptctl {
namespace {

// A token of text is no shorter than a byte. An image is at most what gpt-4o-mini counts for one, 2,833 tokens and
// 5,667 for each of eight tiles; other media may be as long as their bytes.
std::size_t most_tokens(const Part& part) {
  constexpr std::size_t most_for_image = 2833 + 8 * 5667;
  const auto* media = std::get_if<MediaPart>(&part);
  return media == nullptr ? std::get<TextPart>(part).text.size() : std::max(most_for_image, media->url.size());
}

}  // namespace

Usd Budget::worst_cost(const Request& request, const Price* price, std::size_t further) {
  if (price == nullptr) {
    return {};
  }
  std::size_t tokens = further;
  tokens += request.output_schema.is_null() ? 0 : compact_json(request.output_schema).size();
  tokens += request.options.is_null() ? 0 : compact_json(request.options).size();  // Tools among them are read as text.
  for (const Message& message : request.messages) {
    constexpr std::size_t framing = 16;
    tokens += framing;
    for (const Part& part : message.parts) {
      tokens += most_tokens(part);
    }
  }
  return most_cost(static_cast<long long>(tokens), request.parameters.max_output_tokens.value_or(0), *price)
      .value_or(Usd());
}

Budget::Answer Budget::ask(Usd worst, Usd later) {
  if (!limit_) {
    return Answer::yes;
  }
  const auto most = [this](Usd bound) { return std::max(bound, excess_.value_or(Usd())); };
  const Usd wanted = most(worst) + (later == Usd() ? later : most(later));
  if (spent_ > *limit_ || spent_ + wanted > *limit_) {
    return Answer::no;
  }
  Usd in_flight;
  for (const Usd bound : reserved_) {
    in_flight += most(bound);
  }
  if (spent_ + in_flight + wanted > *limit_ || (!has_learned_ && !reserved_.empty())) {
    return Answer::wait;
  }
  reserved_.insert(worst);
  if (later != Usd()) {
    reserved_.insert(later);
  }
  return Answer::yes;
}

void Budget::release(Usd worst) {
  if (const auto one = reserved_.find(worst); one != reserved_.end()) {
    reserved_.erase(one);
  }
}

void Budget::learn(Usd worst, std::optional<Usd> cost) {
  has_learned_ = true;
  if (cost && *cost > std::max(worst, excess_.value_or(Usd()))) {
    excess_ = cost;
  }
}

Usd CallBudget::counted(const LostCost& lost) const {
  return lost.known + (budget_.is_limited() ? worst_.times(lost.unknown) : Usd());
}

bool CallBudget::may_repeat(const LostAttempts& lost) {
  const Usd cost = counted(lost_cost(lost, price_));
  spent_ += cost;
  budget_.spend(cost);
  budget_.release(worst_);
  is_reserved_ = budget_.ask(worst_) == Budget::Answer::yes;
  return is_reserved_;
}

void CallBudget::settle(bool is_answered, std::optional<Usd> cost, const LostCost& lost) {
  const Usd of_answer = is_answered ? counted(cost ? LostCost{*cost, 0} : LostCost{{}, 1}) : Usd();
  budget_.spend(of_answer + counted(lost) + spent_.times(-1));
  if (is_reserved_) {
    budget_.release(worst_);
  }
  budget_.learn(worst_, is_answered ? cost : lost.known);
}

}  // namespace promptctl
