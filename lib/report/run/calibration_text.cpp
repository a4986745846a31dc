#include "report/run/calibration_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "document/figure_value.hpp"

namespace promptctl {
namespace {

std::string percent(double share) {
  return fmt::format("{:.1f}%", share * 100);
}

std::string row(std::string_view label, const std::string& text, std::size_t width) {
  constexpr std::size_t label_width = 15;
  return fmt::format("  {:<{}}", label, label_width) +
         wrapped(text, width - label_width - 2, std::string(label_width + 2, ' ')) + "\n";
}

std::string share_text(const Interval& share) {
  return fmt::format("{}, 95% interval {} to {}", percent(share.value), percent(share.low), percent(share.high));
}

std::string figure_or_none(const std::optional<Interval>& figure) {
  return figure ? fmt::format("{:.3f}, 95% interval {:.3f} to {:.3f}", figure->value, figure->low, figure->high)
                : "none: one word alone was used, or none, and chance would agree as well";
}

// The labels of people by the judge's words.
std::string table_text(const Calibration& calibration) {
  std::vector<std::string> names = calibration.words;
  names.emplace_back("(none)");
  std::size_t width = 6;
  for (const std::string& name : names) {
    width = std::max(width, name.size());
  }
  std::string text = fmt::format("  {:<{}}  the judge says\n  {:<{}}", "people say", width + 2, "", width + 2);
  for (const std::string& name : names) {
    text += fmt::format("  {:>{}}", printable(name), width);
  }
  text += "\n";
  for (std::size_t label = 0; label < names.size(); ++label) {
    const auto& counts = calibration.table[label];
    const bool is_empty = std::all_of(counts.begin(), counts.end(), [](std::size_t count) { return count == 0; });
    if (label + 1 == names.size() && is_empty) {
      continue;  // Every label is a word of the judge's.
    }
    text += fmt::format("  {:<{}}", printable(names[label]), width + 2);
    for (const std::size_t count : counts) {
      text += fmt::format("  {:>{}}", count, width);
    }
    text += "\n";
  }
  return text;
}

std::string cases_text(const CalibrationReport& report) {
  const Calibration& calibration = report.calibration;
  std::string text = counted(calibration.cases, "case");
  if (calibration.cases > calibration.decided) {
    JudgeTally undecided;
    undecided.doubts = calibration.doubts;
    text += fmt::format(", {} without a word of the judge ({})", grouped(calibration.cases - calibration.decided),
                        doubts_text(undecided));
  }
  if (report.left_out > 0) {
    text += fmt::format("; {} more, on which it was tuned, left out", grouped(report.left_out));
  }
  return text;
}

std::string verdict_text(const CalibrationReport& report) {
  const bool is_scale = report.form == JudgeForm::scale;
  const auto& kappa = is_scale ? report.calibration.quadratic_kappa : report.calibration.kappa;
  const std::string_view name = is_scale ? "quadratic kappa" : "kappa";
  if (!kappa) {
    return fmt::format("NOT CALIBRATED: there is no {} to hold against {}", name, number_text(*report.least_kappa));
  }
  return fmt::format("{}: the lower bound of {}, {:.3f}, is {} {}",
                     is_calibrated(report) ? "CALIBRATED" : "NOT CALIBRATED", name, kappa->low,
                     is_calibrated(report) ? "at least" : "below", number_text(*report.least_kappa));
}

Value kappa_value(const std::optional<Interval>& figure) {
  return interval_value(figure, "value");
}

}  // namespace

bool is_calibrated(const CalibrationReport& report) {
  const Calibration& calibration = report.calibration;
  const auto& kappa = report.form == JudgeForm::scale ? calibration.quadratic_kappa : calibration.kappa;
  return !report.least_kappa || (kappa && kappa->low >= *report.least_kappa);
}

std::string calibration_text(const CalibrationReport& report, std::size_t width) {
  const Calibration& calibration = report.calibration;
  std::string text = fmt::format("{} on {}, asked of {}\n\n", printable(report.header.prompt_address),
                                 printable(report.header.suite_id), join(report.header.targets, ", "));
  text += table_text(calibration) + "\n";
  text += row("cases", cases_text(report), width);
  if (calibration.agreement) {
    text += row("agreement",
                fmt::format("{}; a judge that always says {} has {}", share_text(*calibration.agreement),
                            calibration.base_word, percent(calibration.base_rate)),
                width);
  }
  if (calibration.sensitivity) {
    text += row("sensitivity", share_text(*calibration.sensitivity) + " (of what people say yes to)", width);
  }
  if (calibration.specificity) {
    text += row("specificity", share_text(*calibration.specificity) + " (of what people say no to)", width);
  }
  text += row("kappa", figure_or_none(calibration.kappa), width);
  if (report.form == JudgeForm::scale) {
    text += row("linear", figure_or_none(calibration.linear_kappa), width);
    text += row("quadratic", figure_or_none(calibration.quadratic_kappa), width);
  }
  text += row(report.form == JudgeForm::scale ? "alpha (ordinal)" : "alpha", figure_or_none(calibration.alpha), width);
  text += row("run", report.header.id, width);
  if (report.least_kappa) {
    text += "\n" + wrapped(verdict_text(report), width, "  ") + "\n";
  }
  return text;
}

Value calibration_value(const CalibrationReport& report) {
  const Calibration& calibration = report.calibration;
  Value table = list_value({});
  std::vector<std::string> names = calibration.words;
  for (std::size_t label = 0; label < calibration.table.size(); ++label) {
    for (std::size_t word = 0; word < calibration.table[label].size(); ++word) {
      const auto name = [&names](std::size_t at) { return at < names.size() ? text_value(names[at]) : Value(); };
      if (calibration.table[label][word] > 0) {
        table.items.push_back(map_value()
                                  .set("label", name(label))
                                  .set("judge", name(word))
                                  .set("cases", count_value(calibration.table[label][word])));
      }
    }
  }
  return map_value()
      .set("judge", text_value(report.header.prompt_id))
      .set("digest", text_value(report.header.prompt_digest))
      .set("suite", text_value(report.header.suite_id))
      .set("target", text_value(join(report.header.targets, ", ")))
      .set("run", text_value(report.header.id))
      .set("form", text_value(judge_form_name(report.form)))
      .set("words", texts_value(calibration.words))
      .set("table", std::move(table))
      .set("cases", count_value(calibration.cases))
      .set("decided", count_value(calibration.decided))
      .set("left_out", count_value(report.left_out))
      .set("base_rate", figure_value(calibration.base_rate))
      .set("agreement", kappa_value(calibration.agreement))
      .set("sensitivity", kappa_value(calibration.sensitivity))
      .set("specificity", kappa_value(calibration.specificity))
      .set("kappa", kappa_value(calibration.kappa))
      .set("linear_kappa", kappa_value(calibration.linear_kappa))
      .set("quadratic_kappa", kappa_value(calibration.quadratic_kappa))
      .set("alpha", kappa_value(calibration.alpha))
      .set("least_kappa", report.least_kappa ? figure_value(*report.least_kappa) : Value())
      .set("calibrated", report.least_kappa ? boolean_value(is_calibrated(report)) : Value());
}

}  // namespace promptctl
