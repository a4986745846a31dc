#include "flow/budget.hpp"

#include "price/cost.hpp"

namespace promptctl {

Usd Budget::worst_cost(const Request& request, const Price& price) {
  std::size_t bytes = request.output_schema.is_null() ? 0 : compact_json(request.output_schema).size();
  for (const Message& message : request.messages) {
    constexpr std::size_t framing = 16;
    bytes += text_of(message).size() + framing;
  }
  return most_cost(static_cast<long long>(bytes), request.parameters.max_output_tokens.value_or(0), price)
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

void Budget::settle(Usd worst, std::optional<Usd> cost) {
  if (limit_) {
    reserved_ += worst.times(-1);
    spent_ += cost.value_or(worst);
  } else {
    spent_ += cost.value_or(Usd());
  }
}

}  // namespace promptctl
