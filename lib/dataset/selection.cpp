#include "dataset/selection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "document/json.hpp"
#include "document/record_fields.hpp"

namespace promptctl {
namespace {

// A number that only the id and the seed decide, so that a sample does not depend on what else is in the dataset's
// order.
std::uint64_t draw(const std::string& id, std::uint64_t seed) {
  std::uint64_t hash = seed ^ 0xCBF29CE484222325ULL;
  for (const char byte : id) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;  // FNV-1a
  }
  return Random(hash).next();
}

}  // namespace

std::string selection_text(const SelectionOptions& options) {
  Value value = map_value();
  if (!options.filter.empty()) {
    value.set("filter", text_value(options.filter));
  }
  if (!options.tags.empty()) {
    value.set("tags", texts_value(options.tags));
  }
  if (options.first) {
    value.set("first", integer_value(*options.first));
  }
  if (options.sample) {
    value.set("sample", integer_value(*options.sample)).set("seed", text_value(std::to_string(options.seed)));
  }
  return canonical_json(value);
}

SelectionOptions read_selection(const std::string& json) {
  SelectionOptions options;
  const Value value = parse_json(json).value_or(map_value());
  if (const Value* filter = value.find("filter")) {
    options.filter = filter->text;
  }
  if (const Value* tags = value.find("tags")) {
    options.tags = read_texts_value(*tags);
  }
  if (const Value* first = value.find("first")) {
    options.first = parse_integer(first->text);
  }
  if (const Value* sample = value.find("sample")) {
    options.sample = parse_integer(sample->text);
    options.seed = static_cast<std::uint64_t>(parse_integer(value.find("seed")->text).value_or(0));
  }
  return options;
}

Selection::Selection(SelectionOptions options) : options_(std::move(options)) {
  if (options_.filter.empty()) {
    return;
  }
  auto compiled = Regex::compile(options_.filter);
  if (const auto* error = std::get_if<RegexError>(&compiled)) {
    throw Failure("bad-regex", fmt::format("`--filter {}`: {}", options_.filter, error->message),
                  "it is a regular expression, searched in the ids of cases");
  }
  filter_ = std::get<Regex>(compiled);
}

bool Selection::fits(const Case& golden) const {
  if (filter_ && !filter_->search(golden.id).matched()) {
    return false;
  }
  return options_.tags.empty() || std::any_of(golden.tags.begin(), golden.tags.end(), [this](const std::string& tag) {
           return std::find(options_.tags.begin(), options_.tags.end(), tag) != options_.tags.end();
         });
}

void Selection::consider(const Case& golden, long long position) {
  const bool room = !options_.first || positions_ < static_cast<std::size_t>(*options_.first);
  const bool taken = room && fits(golden);
  fitting_.resize(static_cast<std::size_t>(position) + 1);
  fitting_.back() = taken;
  positions_ += taken ? 1 : 0;
  if (taken && options_.sample) {
    sampled_.emplace(draw(golden.id, options_.seed), position);
    if (sampled_.size() > static_cast<std::size_t>(*options_.sample)) {
      const auto dropped = std::prev(sampled_.end());
      fitting_[static_cast<std::size_t>(dropped->second)] = false;
      sampled_.erase(dropped);
    }
  }
}

bool Selection::chosen(long long position) const {
  return static_cast<std::size_t>(position) < fitting_.size() && fitting_[static_cast<std::size_t>(position)];
}

}  // namespace promptctl
