#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "template/helper.hpp"
#include "template/tag_parser.hpp"

namespace promptctl {

bool TagParser::at_block_parameters() const {
  return is(TagTokenKind::name) && token().text == "as" && token(1).kind == TagTokenKind::bar;
}

std::optional<std::vector<std::string>> TagParser::block_parameters() {
  std::vector<std::string> names;
  if (!at_block_parameters()) {
    return names;
  }
  position_ += 2;
  while (is(TagTokenKind::name)) {
    names.push_back(take().text);
  }
  if (!is(TagTokenKind::bar) || names.empty()) {
    return unexpected(names.empty() ? "a name" : "`|`");
  }
  take();
  return names;
}

// Null for a variable.
const Helper* TagParser::helper_named_by(const PathExpression& path) const {
  const bool simple = path.names.size() == 1 && !path.context && !path.explicit_scope;
  if (!simple || std::find(block_names_.begin(), block_names_.end(), path.names.front()) != block_names_.end()) {
    return nullptr;
  }
  return find_helper(path.names.front());
}

void TagParser::unknown_helper(const Head& head) {
  std::vector<std::string_view> known;
  for (const Helper* helper : helpers()) {
    known.push_back(helper->name);
  }
  const std::string suggestion = did_you_mean(head.path.written, known);
  faults_.error("unknown-helper", head.at, fmt::format("there is no helper `{}`", head.path.written),
                suggestion.empty() ? fmt::format("helpers: {}", fmt::join(known, ", ")) : suggestion);
}

std::optional<HelperCall> TagParser::call(Head head, const Helper& helper) {
  HelperCall made;
  made.at = head.at;
  made.helper = &helper;
  made.arguments = std::move(head.arguments);
  made.named = std::move(head.named);
  return made;
}

const TagToken& TagParser::token(std::size_t ahead) const {
  return tokens_[std::min(position_ + ahead, tokens_.size() - 1)];
}

const TagToken& TagParser::take() {
  const TagToken& taken = token();
  position_ = std::min(position_ + 1, tokens_.size() - 1);
  return taken;
}

bool TagParser::expect_end() {
  if (is(TagTokenKind::end)) {
    return true;
  }
  unexpected("the end of the tag");
  return false;
}

std::nullopt_t TagParser::unexpected(std::string_view wanted) {
  const TagToken& found = token();
  const bool at_end = found.kind == TagTokenKind::end;
  faults_.error(
      "template-syntax", found.at,
      at_end ? fmt::format("the tag ends where {} must stand", wanted)
             : fmt::format("`{}` stands where {} must stand", text_.substr(found.at, found.after - found.at), wanted));
  return std::nullopt;
}

}  // namespace promptctl
