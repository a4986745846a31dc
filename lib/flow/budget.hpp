#pragma once

#include <optional>

#include "base/units.hpp"
#include "model/project.hpp"
#include "model/request.hpp"

namespace promptctl {

// What a run may cost at most, and what it has cost so far. A call is let through only when it can't pass the limit
// even if it and all those in flight cost the most they can.
class Budget {
 public:
  enum class Answer {
    yes,
    wait,  // perhaps when a call in flight has ended
    no
  };

  // `spent` is what earlier parts of the same run have cost. Without a limit every call is let through.
  Budget(std::optional<Usd> limit, Usd spent) : limit_(limit), spent_(spent) {}

  // What a request can cost at most: no token is shorter than a byte. Without a limit on output only the input counts.
  static Usd worst_cost(const Request& request, const Price& price);

  // `yes` reserves `worst` until `settle`.
  Answer ask(Usd worst);

  // A call has ended. One whose cost is not known counts as the worst.
  void settle(Usd worst, std::optional<Usd> cost);

  bool is_limited() const { return limit_.has_value(); }
  Usd spent() const { return spent_; }

 private:
  std::optional<Usd> limit_;
  Usd spent_;
  Usd reserved_;
};

}  // namespace promptctl
