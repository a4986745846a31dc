#include <fmt/format.h>

#include <utility>

#include "template/expander.hpp"
#include "template/helpers/all.hpp"

namespace promptctl {
namespace {

constexpr double most_spaces = 10;  // as JSON.stringify has it

// JSON over several lines, as ECMAScript's JSON.stringify lays it out.
class IndentedJson {
 public:
  explicit IndentedJson(std::size_t spaces) : spaces_(spaces) {}

  std::string write(const Value& value) {
    add(value);
    return std::move(text_);
  }

 private:
  void add(const Value& value) {
    if (value.items.empty() && value.fields.empty()) {
      append_json(text_, value, JsonNumbers::as_written);
      return;
    }
    text_ += value.is_list() ? '[' : '{';
    ++depth_;
    const char* before = "";
    for (const Value& item : value.items) {
      begin_line(std::exchange(before, ","));
      add(item);
    }
    for (const Field& field : value.fields) {
      begin_line(std::exchange(before, ","));
      append_json_text(text_, field.name);
      text_ += ": ";
      add(field.value);
    }
    --depth_;
    begin_line("");
    text_ += value.is_list() ? ']' : '}';
  }

  void begin_line(std::string_view before) {
    text_ += before;
    text_ += '\n';
    text_.append(depth_ * spaces_, ' ');
  }

  std::size_t spaces_;
  std::size_t depth_ = 0;
  std::string text_;
};

std::optional<Operand> evaluate_json(HelperRun& run) {
  static const Value nothing;
  const Value* given = run.arguments.front().value;
  const Value& value = given == nullptr ? nothing : *given;
  const Value* indent = run.find("indent");
  const double spaces = indent == nullptr ? 0 : indent->number();
  if (indent != nullptr && (!indent->is_integer() || spaces < 0 || spaces > most_spaces)) {
    run.expander.fault("wrong-arguments", run.at,
                       fmt::format("`indent=` must be a whole number from 0 to {}", most_spaces));
    return std::nullopt;
  }
  return Operand::own(text_value(spaces == 0 ? compact_json(value, JsonNumbers::as_written)
                                             : IndentedJson(static_cast<std::size_t>(spaces)).write(value)));
}

}  // namespace

const Helper json_helper{.name = "json",
                         .usage = "{{json value indent=2}}",
                         .form = HelperForm::value,
                         .arguments = 1,
                         .named = {"indent"},
                         .evaluate = evaluate_json};

}  // namespace promptctl
