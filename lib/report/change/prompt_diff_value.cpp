#include "report/change/prompt_diff_value.hpp"

#include <array>
#include <string_view>
#include <vector>

#include "document/figure_value.hpp"
#include "document/value_list.hpp"

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 3> change_names{"added", "removed", "changed"};
constexpr std::array<std::string_view, 3> impact_names{"compatible", "callers-may-have-to-change",
                                                       "callers-must-change"};
constexpr std::array<std::string_view, 3> line_names{"same", "removed", "added"};

template <typename Table, typename Kind>
Value name_value(const Table& names, Kind kind) {
  return text_value(names[static_cast<std::size_t>(kind)]);
}

Value optional_text(const std::optional<std::string>& text) {
  return text ? text_value(*text) : Value();
}

Value content_value(const PromptComparison::Content& content) {
  return map_value().set("address", text_value(content.address)).set("digest", text_value(content.digest));
}

Value interface_change_value(const InterfaceChange& change) {
  return map_value()
      .set("change", name_value(change_names, change.change))
      .set("field", change.field.empty() ? Value() : text_value(change.field))
      .set("aspect", text_value(change.aspect))
      .set("before", optional_text(change.before))
      .set("after", optional_text(change.after))
      .set("impact", name_value(impact_names, change.impact));
}

Value interface_value(const InterfaceDiff& interface) {
  return map_value()
      .set("changed", boolean_value(interface.changed))
      .set("impact", name_value(impact_names, interface.impact()))
      .set("input", list_of(interface.input, interface_change_value))
      .set("output", list_of(interface.output, interface_change_value));
}

Value config_change_value(const ConfigChange& change) {
  return map_value().set("key", text_value(change.key)).set("before", change.before).set("after", change.after);
}

Value partial_change_value(const PartialChange& change) {
  return map_value().set("name", text_value(change.name)).set("change", name_value(change_names, change.change));
}

Value words_value(const DiffWords& words) {
  return map_value().set("text", text_value(words.text)).set("changed", boolean_value(words.changed));
}

Value line_value(const DiffLine& line) {
  Value value = map_value();
  value.set("kind", name_value(line_names, line.kind))
      .set("old_line", line.old_number == 0 ? Value() : count_value(line.old_number))
      .set("new_line", line.new_number == 0 ? Value() : count_value(line.new_number))
      .set("text", text_value(line.text))
      .set("newline", boolean_value(line.has_newline));
  return line.words.empty() ? value : value.set("words", list_of(line.words, words_value));
}

Value hunk_value(const DiffHunk& hunk) {
  return map_value()
      .set("old_start", count_value(hunk.old_start))
      .set("old_lines", count_value(hunk.old_count))
      .set("new_start", count_value(hunk.new_start))
      .set("new_lines", count_value(hunk.new_count))
      .set("lines", list_of(hunk.lines, line_value));
}

Value file_value(const FileDiff& file) {
  return map_value().set("file", text_value(file.file)).set("hunks", list_of(file.text.hunks, hunk_value));
}

}  // namespace

Value prompt_diff_value(const PromptComparison& comparison) {
  const PromptDiff& prompts = comparison.prompts;
  return map_value()
      .set("before", content_value(comparison.before))
      .set("after", content_value(comparison.after))
      .set("identical", boolean_value(prompts.identical))
      .set("interface", interface_value(prompts.interface))
      .set("config", list_of(prompts.config, config_change_value))
      .set("partials", list_of(prompts.partials, partial_change_value))
      .set("text", list_of(comparison.files, file_value));
}

}  // namespace promptctl
