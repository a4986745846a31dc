#pragma once

#include <optional>
#include <set>

#include "base/units.hpp"
#include "exchange/request.hpp"
#include "exchange/response.hpp"
#include "registry/project.hpp"

namespace promptctl {

// What a run may cost at most, and what it has cost so far. A call is let through only when it can't pass the limit
// even if it and all those in flight cost the most they can. Where a call has cost more than that, as its server does
// not keep to the limit on output or there is none, each counts with the most that one has cost; the first call of a
// run goes alone, to show it.
class Budget {
 public:
  enum class Answer {
    yes,
    wait,  // perhaps when a call in flight has ended
    no
  };

  // `spent` is what earlier parts of the same run have cost. Without a limit every call is let through.
  Budget(std::optional<Usd> limit, Usd spent) : limit_(limit), spent_(spent) {}

  // What a request can cost at most: no token of text is shorter than a byte, and an image has a largest size. Without
  // a limit on output only the input counts; without a price (null) nothing does.
  // `further` bytes of input are yet to come.
  static Usd worst_cost(const Request& request, const Price* price, std::size_t further = 0);

  // `yes` reserves `worst` until `release`, and `later` until a `release` of its own: what may follow from the call.
  Answer ask(Usd worst, Usd later = {});

  void release(Usd worst);
  void spend(Usd cost) { spent_ += cost; }

  // A call that could cost `worst` has ended and cost this; none: it does not say.
  void learn(Usd worst, std::optional<Usd> cost);

  // What a call has cost at most, where that is more than it could.
  std::optional<Usd> excess() const { return excess_; }

  std::optional<Usd> limit() const { return limit_; }
  bool is_limited() const { return limit_.has_value(); }
  Usd spent() const { return spent_; }

 private:
  std::optional<Usd> limit_;
  Usd spent_;
  std::multiset<Usd> reserved_;
  std::optional<Usd> excess_;
  bool has_learned_ = false;
};

// One call that its run's budget let through. Each attempt at it that may be charged for counts: with what it cost, or
// with the worst where that is not known and the budget has a limit.
class CallBudget {
 public:
  // `worst` is reserved: the budget, which must outlive this, said yes to it.
  CallBudget(Budget& budget, const Price* price, Usd worst) : budget_(budget), price_(price), worst_(worst) {}

  // An attempt gave no answer. Whether the budget lets another through.
  bool may_repeat(const LostAttempts& lost);

  // The call has ended: with an answer of this cost, or without one; `lost` are all its attempts that gave none.
  void settle(bool is_answered, std::optional<Usd> cost, const LostCost& lost);

 private:
  Usd counted(const LostCost& lost) const;

  Budget& budget_;
  const Price* price_;  // null: not known
  Usd worst_;
  Usd spent_;
  bool is_reserved_ = true;
};

}  // namespace promptctl
