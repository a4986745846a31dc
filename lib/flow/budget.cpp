#include "flow/budget.hpp"

#include "price/cost.hpp"

namespace promptctl {

Usd Budget::worst_cost(const Request& request, const Price* price) {
  if (price == nullptr) {
    return {};
  }
  std::size_t bytes = request.output_schema.is_null() ? 0 : compact_json(request.output_schema).size();
  for (const Message& message : request.messages) {
    constexpr std::size_t framing = 16;
    bytes += text_of(message).size() + framing;
  }
  return most_cost(static_cast<long long>(bytes), request.parameters.max_output_tokens.value_or(0), *price)
      .value_or(Usd());
}

Budget::Answer Budget::ask(Usd worst) {
  if (!limit_) {
    return Answer::yes;
  }
  if (spent_ + worst > *limit_) {
    return Answer::no;
  }
  if (spent_ + reserved_ + worst > *limit_) {
    return Answer::wait;
  }
  reserved_ += worst;
  return Answer::yes;
}

void Budget::release(Usd worst) {
  reserved_ += limit_ ? worst.times(-1) : Usd();
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
}

}  // namespace promptctl
