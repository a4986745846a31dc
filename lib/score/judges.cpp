#include "score/judges.hpp"

#include <algorithm>
#include <array>

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 4> form_names{"criterion", "choice", "scale", "pairwise"};

class NoJudges : public Judges {
 public:
  std::shared_ptr<const Judge> find(const std::string&, const Location& where,
                                    Diagnostics& diagnostics) const override {
    refuse(where, diagnostics);
    return nullptr;
  }

  std::shared_ptr<const Judge> own(const Location& where, Diagnostics& diagnostics) const override {
    refuse(where, diagnostics);
    return nullptr;
  }

  std::shared_ptr<const Raters> raters(const Location& where, Diagnostics& diagnostics) const override {
    refuse(where, diagnostics);
    return nullptr;
  }

  std::optional<Request> embedding(const std::string&, const Location& where, Diagnostics& diagnostics) const override {
    refuse(where, diagnostics);
    return std::nullopt;
  }

 private:
  static void refuse(const Location& where, Diagnostics& diagnostics) {
    diagnostics.error("no-judge", where, "no model can be asked here");
  }
};

}  // namespace

std::string_view judge_form_name(JudgeForm form) {
  return form_names[static_cast<std::size_t>(form)];
}

std::optional<JudgeForm> find_judge_form(std::string_view name) {
  const auto found = std::find(form_names.begin(), form_names.end(), name);
  return found == form_names.end() ? std::nullopt : std::optional(static_cast<JudgeForm>(found - form_names.begin()));
}

const Judges& no_judges() {
  static const NoJudges none;
  return none;
}

}  // namespace promptctl
