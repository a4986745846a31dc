#pragma once

#include <memory>

#include "eval/prepared_suite.hpp"
#include "run/run_record.hpp"

namespace promptctl {

// One case on one target, once.
struct EvalUnit {
  std::shared_ptr<const Case> golden;
  long long position = 0;  // of the case in the dataset
  const Target* target = nullptr;
  int repeat = 1;
};

// What is known of its result before there is any.
CaseResult blank_result(const PreparedSuite& prepared, const EvalUnit& unit);

// Goes through case × target × repeat of the chosen cases, in this order, reading cases as it comes to them.
class EvalUnits {
 public:
  // Both must outlive the units.
  EvalUnits(const Registry& registry, const PreparedSuite& prepared);

  // False at the end.
  bool next(EvalUnit& unit);

  // Whether the dataset, once it was read to its end, was another than the one that was checked. Ask once.
  bool has_changed() const;

 private:
  bool next_case();
  void advance();

  const PreparedSuite& prepared_;
  Diagnostics faults_;  // None: the cases were checked when the suite was prepared.
  std::unique_ptr<CaseReader> cases_;
  long long position_ = 0;
  EvalUnit current_;
  std::size_t target_ = 0;
  int repeat_ = 1;
  bool is_at_end_ = false;
};

}  // namespace promptctl
