#include "eval/eval_units.hpp"

#include <utility>

namespace promptctl {

CaseResult blank_result(const PreparedSuite& prepared, const EvalUnit& unit) {
  CaseResult result;
  result.position = unit.position;
  result.case_id = unit.golden->id;
  result.target = target_name(*unit.target);
  result.repeat = unit.repeat;
  result.tags = unit.golden->tags;
  result.group = unit.golden->group;
  result.critical = unit.golden->critical;
  result.quarantined = prepared.quarantined.count(unit.golden->id) > 0;
  return result;
}

EvalUnits::EvalUnits(const Registry& registry, const PreparedSuite& prepared)
    : prepared_(prepared), cases_(open_cases(registry, prepared.suite, faults_)) {}

bool EvalUnits::next(EvalUnit& unit) {
  if (!current_.golden && !next_case()) {
    return false;
  }
  unit = current_;
  unit.target = &prepared_.targets[target_];
  unit.repeat = repeat_;
  advance();
  return true;
}

bool EvalUnits::next_case() {
  for (Case golden; cases_->next(golden);) {
    const long long position = position_++;
    if (prepared_.selection.chosen(position)) {
      prepared_.prompt.renderer.add_defaults(golden);
      current_.golden = std::make_shared<const Case>(std::move(golden));
      current_.position = position;
      target_ = 0;
      repeat_ = 1;
      return true;
    }
  }
  is_at_end_ = true;
  return false;
}

bool EvalUnits::has_changed() const {
  return is_at_end_ && cases_->digest() != prepared_.dataset_digest;
}

void EvalUnits::advance() {
  if (++repeat_ <= prepared_.repeat) {
    return;
  }
  repeat_ = 1;
  if (++target_ == prepared_.targets.size()) {
    current_.golden.reset();
  }
}

}  // namespace promptctl
