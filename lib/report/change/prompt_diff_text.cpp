#include "report/change/prompt_diff_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "report/change/text_diff_text.hpp"
#include "report/text/layout.hpp"

namespace promptctl {
namespace {

constexpr std::size_t label_width = 11;
constexpr std::size_t digest_start = 12;  // hex digits that name a content to a reader

constexpr std::array<std::string_view, 3> signs{"+", "-", "~"};
constexpr std::array<std::string_view, 3> change_words{"added", "removed", "changed"};
constexpr std::array<std::string_view, 3> impact_words{"compatible", "callers may have to change",
                                                       "callers must change"};
constexpr std::array<std::string_view, 3> impact_notes{"", " (may be breaking)", " (breaking)"};
constexpr std::array<Ink, 3> impact_inks{Ink::green, Ink::yellow, Ink::red};

template <typename Table, typename Kind>
auto entry(const Table& table, Kind kind) {
  return table[static_cast<std::size_t>(kind)];
}

// One row; `lead` stands before the text and is as wide as `lead_width`, below which further lines of it begin.
std::string row(std::string_view label, const std::string& text, const ReportStyle& style, std::string_view lead = {},
                std::size_t lead_width = 0) {
  const std::size_t indent = 2 + label_width + lead_width;
  const std::size_t room = std::max(style.width, indent + 20) - indent;
  return fmt::format("  {}{}{}\n", paint(fmt::format("{:<{}}", label, label_width), Ink::dim, style.color), lead,
                     wrapped(text, room, std::string(indent, ' ')));
}

std::string value_text(const std::optional<std::string>& value) {
  return value ? printable(*value) : "none";
}

// A type and whether a field is required are told apart by their words alone.
std::string subject(const InterfaceChange& change) {
  const bool speaks_for_itself = change.aspect == "type" || change.aspect == "required";
  if (change.field.empty()) {
    return change.aspect;
  }
  return speaks_for_itself ? printable(change.field) : fmt::format("{} {}", printable(change.field), change.aspect);
}

std::string interface_change_text(const InterfaceChange& change) {
  const std::string_view note = entry(impact_notes, change.impact);
  if (change.change == Change::changed) {
    return fmt::format("{}: {} → {}{}", subject(change), value_text(change.before), value_text(change.after), note);
  }
  return fmt::format("{}: {}{}", printable(change.field), value_text(change.before ? change.before : change.after),
                     note);
}

std::string interface_rows(std::string_view side, const std::vector<InterfaceChange>& changes,
                           const ReportStyle& style) {
  constexpr std::size_t lead_width = 9;
  std::string rows;
  for (const InterfaceChange& change : changes) {
    const std::string sign = paint(entry(signs, change.change), entry(impact_inks, change.impact), style.color);
    rows += row("", interface_change_text(change), style, fmt::format("{:<7}{} ", side, sign), lead_width);
  }
  return rows;
}

std::string interface_text(const InterfaceDiff& interface, const ReportStyle& style) {
  if (!interface.changed) {
    return row("interface", "unchanged", style);
  }
  const bool listed = !interface.input.empty() || !interface.output.empty();
  const auto impact = interface.impact();
  const std::string verdict =
      fmt::format("changed: {}", paint(entry(impact_words, impact), entry(impact_inks, impact), style.color));
  return row("interface", listed ? "" : "changed: compatible, only in its order or form", style,
             listed ? verdict : std::string()) +
         interface_rows("input", interface.input, style) + interface_rows("output", interface.output, style);
}

std::string setting_text(const Value& value) {
  return value.is_null() ? "not set" : printable(display_text(value));
}

std::string config_text(const std::vector<ConfigChange>& changes, const ReportStyle& style) {
  if (changes.empty()) {
    return row("config", "unchanged", style);
  }
  std::string rows;
  std::string_view label = "config";
  for (const ConfigChange& change : changes) {
    rows += row(label, fmt::format("{} {} → {}", change.key, setting_text(change.before), setting_text(change.after)),
                style);
    label = "";
  }
  return rows;
}

std::string partials_text(const std::vector<PartialChange>& changes, const ReportStyle& style) {
  std::string rows;
  std::string_view label = "partials";
  for (const PartialChange& change : changes) {
    rows += row(label, fmt::format("{} {}", printable(change.name), entry(change_words, change.change)), style);
    label = "";
  }
  return rows;
}

std::string files_text(const std::vector<FileDiff>& files, const ReportStyle& style) {
  std::string text;
  for (const FileDiff& file : files) {
    text += row("text", printable(file.file), style) + text_diff_text(file.text, style);
  }
  return text;
}

}  // namespace

std::string prompt_change_text(const PromptDiff& prompts, const ReportStyle& style) {
  return interface_text(prompts.interface, style) + config_text(prompts.config, style) +
         partials_text(prompts.partials, style);
}

std::string content_change_text(const PromptComparison& comparison, const ReportStyle& style) {
  return prompt_change_text(comparison.prompts, style) + files_text(comparison.files, style);
}

std::string prompt_diff_text(const PromptComparison& comparison, const ReportStyle& style) {
  const std::string before = paint(printable(comparison.before.address), Ink::bold, style.color);
  const std::string after = paint(printable(comparison.after.address), Ink::bold, style.color);
  if (comparison.prompts.identical) {
    return fmt::format("{} and {} are identical: sha256:{}\n", before, after,
                       comparison.after.digest.substr(0, digest_start));
  }
  return fmt::format("{} → {}\n", before, after) + content_change_text(comparison, style);
}

}  // namespace promptctl
