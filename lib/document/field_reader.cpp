#include "document/field_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace promptctl {

FieldReader::FieldReader(const Value& map, Diagnostics& diagnostics) : map_(map), diagnostics_(diagnostics) {
  if (!map.is_map()) {
    diagnostics.error("wrong-kind", map.where, fmt::format("expected a map, not {}", kind_name(map.kind)));
  }
}

const Value* FieldReader::optional_value(std::string_view name) {
  if (std::find(asked_.begin(), asked_.end(), name) == asked_.end()) {
    asked_.push_back(name);
  }
  return map_.find(name);
}

const Value* FieldReader::required_value(std::string_view name) {
  const Value* value = optional_value(name);
  if (value == nullptr && map_.is_map()) {
    diagnostics_.error("missing-key", map_.where, fmt::format("`{}` is missing", name));
  }
  return value;
}

void FieldReader::wrong_kind(std::string_view name, const Value& value, std::string_view wanted) {
  diagnostics_.error("wrong-kind", value.where,
                     fmt::format("`{}` must be {}, not {}", name, wanted, kind_name(value.kind)));
}

const Value* FieldReader::optional_of(std::string_view name, Value::Kind kind) {
  const Value* value = optional_value(name);
  if (value != nullptr && value->kind != kind) {
    wrong_kind(name, *value, kind_name(kind));
    return nullptr;
  }
  return value;
}

const Value* FieldReader::optional_map(std::string_view name) {
  return optional_of(name, Value::Kind::map);
}

const Value* FieldReader::optional_list(std::string_view name) {
  return optional_of(name, Value::Kind::list);
}

std::optional<std::string> FieldReader::optional_text(std::string_view name) {
  const Value* value = optional_of(name, Value::Kind::text);
  return value == nullptr ? std::nullopt : std::optional(value->text);
}

std::optional<std::string> FieldReader::optional_id(std::string_view name) {
  const Value* value = optional_value(name);
  return value != nullptr && value->is_integer() ? std::optional(written_text(*value)) : optional_text(name);
}

std::string FieldReader::required_text(std::string_view name) {
  return required_value(name) == nullptr ? std::string() : optional_text(name).value_or("");
}

std::optional<double> FieldReader::optional_number(std::string_view name) {
  const Value* value = optional_of(name, Value::Kind::number);
  if (value != nullptr && !std::isfinite(value->number())) {
    diagnostics_.error("out-of-range", value->where, fmt::format("`{}` must be a finite number", name));
    return std::nullopt;
  }
  return value == nullptr ? std::nullopt : std::optional(value->number());
}

std::optional<long long> FieldReader::optional_integer(std::string_view name, long long least, long long most) {
  const Value* value = optional_of(name, Value::Kind::number);
  if (value == nullptr) {
    return std::nullopt;
  }
  const auto number = parse_integer(value->text);
  if (!number || *number < least || *number > most) {
    diagnostics_.error("out-of-range", value->where,
                       fmt::format("`{}` must be a whole number from {} to {}", name, least, most));
    return std::nullopt;
  }
  return number;
}

std::optional<bool> FieldReader::optional_boolean(std::string_view name) {
  const Value* value = optional_of(name, Value::Kind::boolean);
  return value == nullptr ? std::nullopt : std::optional(value->is_true());
}

std::vector<std::string> FieldReader::optional_texts(std::string_view name) {
  const Value* value = optional_value(name);
  std::vector<std::string> texts;
  if (value != nullptr && value->is_text()) {
    texts.push_back(value->text);
  } else if (value != nullptr && value->is_list()) {
    for (const Value& item : value->items) {
      if (item.is_text()) {
        texts.push_back(item.text);
      } else {
        wrong_kind(name, item, "a list of texts");
      }
    }
  } else if (value != nullptr) {
    wrong_kind(name, *value, "text or a list of texts");
  }
  return texts;
}

std::optional<std::chrono::milliseconds> FieldReader::optional_duration(std::string_view name) {
  const Value* value = optional_value(name);
  if (value == nullptr) {
    return std::nullopt;
  }
  const auto duration = value->is_text() ? parse_duration(value->text) : std::nullopt;
  if (!duration) {
    diagnostics_.error("bad-duration", value->where, fmt::format("`{}` must be a duration", name),
                       "write a number and a unit: 500ms, 3s, 10m, 24h or 7d");
  }
  return duration;
}

std::optional<double> FieldReader::optional_share(std::string_view name) {
  const Value* value = optional_value(name);
  if (value == nullptr) {
    return std::nullopt;
  }
  const auto share = value->is_text() ? parse_share(value->text) : std::nullopt;
  if (!share) {
    diagnostics_.error("bad-share", value->where, fmt::format("`{}` must be a share from 0% to 100%", name),
                       "write a number and a percent sign: 2%");
  }
  return share;
}

std::optional<Usd> FieldReader::optional_money(std::string_view name) {
  const Value* value = optional_value(name);
  if (value == nullptr) {
    return std::nullopt;
  }
  const auto money = value->is_text() ? parse_money(value->text) : std::nullopt;
  if (!money) {
    diagnostics_.error("bad-money", value->where, fmt::format("`{}` must be an amount of money", name),
                       "write a decimal and the currency: 0.01 USD");
  }
  return money;
}

std::optional<std::string> FieldReader::optional_choice(std::string_view name,
                                                        const std::vector<std::string_view>& allowed) {
  const Value* value = optional_of(name, Value::Kind::text);
  if (value == nullptr) {
    return std::nullopt;
  }
  if (std::find(allowed.begin(), allowed.end(), value->text) == allowed.end()) {
    const std::string suggestion = did_you_mean(value->text, allowed);
    diagnostics_.error("unknown-choice", value->where, fmt::format("`{}` can't be `{}`", name, value->text),
                       suggestion.empty() ? fmt::format("one of: {}", fmt::join(allowed, ", ")) : suggestion);
    return std::nullopt;
  }
  return value->text;
}

std::vector<const Field*> FieldReader::remaining() {
  std::vector<const Field*> rest;
  for (const Field& field : map_.fields) {
    if (std::find(asked_.begin(), asked_.end(), field.name) == asked_.end()) {
      rest.push_back(&field);
    }
  }
  for (const Field* field : rest) {
    asked_.push_back(field->name);
  }
  return rest;
}

void FieldReader::finish() {
  const std::vector<std::string_view> known = asked_;
  for (const Field* field : remaining()) {
    const std::string suggestion = did_you_mean(field->name, known);
    diagnostics_.error(
        "unknown-key", field->where, fmt::format("unknown key `{}`", field->name),
        suggestion.empty() && !known.empty() ? fmt::format("known keys: {}", fmt::join(known, ", ")) : suggestion);
  }
}

}  // namespace promptctl
