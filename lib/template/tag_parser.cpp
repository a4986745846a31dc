#include "template/tag_parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "template/call_check.hpp"
#include "template/helper.hpp"

namespace promptctl {
namespace {

constexpr int most_nested_calls = 50;

bool is_word(const TagToken& token, std::string_view word) {
  return token.text == word && !token.bracketed;
}

bool is_constant(const TagToken& token) {
  return token.kind == TagTokenKind::text || token.kind == TagTokenKind::number || token.kind == TagTokenKind::word;
}

}  // namespace

TagParser::TagParser(std::string_view text, const TemplateTag& tag, const std::vector<std::string>& block_names,
                     TemplateFaults& faults)
    : text_(text), tag_at_(tag.at), block_names_(block_names), faults_(faults) {
  auto tokens = tag_tokens(text, tag.begin, tag.end, faults);
  readable_ = tokens.has_value();
  tokens_ = readable_ ? std::move(*tokens) : std::vector<TagToken>{{TagTokenKind::end, tag.end, tag.end, {}, false}};
}

std::optional<PrintStatement> TagParser::print() {
  auto read = head();
  if (!read || !expect_end()) {
    return std::nullopt;
  }
  const Helper* helper = helper_named_by(read->path);
  if (helper == nullptr) {
    if (read->arguments.empty() && read->named.empty()) {
      return PrintStatement{std::move(read->path), {}};
    }
    unknown_helper(*read);
    return std::nullopt;
  }
  auto made = call(std::move(*read), *helper);
  if (!made || !check_call(*made, CallPlace::tag, faults_)) {
    return std::nullopt;
  }
  return PrintStatement{std::make_unique<HelperCall>(std::move(*made)), {}};
}

std::optional<BlockStatement> TagParser::block() {
  auto read = head();
  auto parameters = read ? block_parameters() : std::nullopt;
  if (!parameters || !expect_end()) {
    return std::nullopt;
  }
  const Helper* helper = helper_named_by(read->path);
  if (helper == nullptr && read->arguments.empty() && read->named.empty()) {
    helper = &section_block_helper;
    read->arguments.emplace_back(read->path);
  }
  if (helper == nullptr) {
    unknown_helper(*read);
    return std::nullopt;
  }
  auto made = call(std::move(*read), *helper);
  if (!made || !check_call(*made, CallPlace::block, faults_) || !check_parameters(*made, *parameters, faults_)) {
    return std::nullopt;
  }
  BlockStatement block;
  block.call = std::move(*made);
  block.parameters = std::move(*parameters);
  return block;
}

std::optional<PartialStatement> TagParser::partial() {
  PartialStatement made;
  made.at = tag_at_;
  auto name = readable_ ? partial_name() : std::nullopt;
  if (!name) {
    return std::nullopt;
  }
  made.name = std::move(*name);
  const bool has_context = !is(TagTokenKind::end) && token(1).kind != TagTokenKind::equals;
  if (has_context) {
    made.context = argument();
    if (!made.context) {
      return std::nullopt;
    }
  }
  if (!read_named(made.named) || !expect_end()) {
    return std::nullopt;
  }
  return made;
}

std::optional<TagParser::Head> TagParser::head() {
  Head made;
  made.at = token().at;
  auto read = readable_ ? head_path() : std::nullopt;
  if (!read) {
    return std::nullopt;
  }
  made.path = std::move(*read);
  return read_arguments(made) ? std::optional(std::move(made)) : std::nullopt;
}

// A constant in the place of a name is the name of a variable: `{{"my variable"}}`.
std::optional<PathExpression> TagParser::head_path() {
  if (is_constant(token())) {
    const TagToken& name = take();
    PathExpression made;
    made.at = name.at;
    made.names.push_back(name.text);
    made.written = name.text;
    return made;
  }
  return path();
}

bool TagParser::read_arguments(Head& head) {
  while (!is(TagTokenKind::end) && !is(TagTokenKind::close) && !at_block_parameters()) {
    if (token(1).kind == TagTokenKind::equals) {
      return read_named(head.named);
    }
    auto next = argument();
    if (!next) {
      return false;
    }
    head.arguments.push_back(std::move(*next));
  }
  return true;
}

bool TagParser::read_named(std::vector<NamedArgument>& named) {
  while (token(1).kind == TagTokenKind::equals) {
    if (!is(TagTokenKind::name) && !is(TagTokenKind::word)) {
      unexpected("a name before `=`");
      return false;
    }
    NamedArgument made{token().text, token().at, {}};
    position_ += 2;
    auto value = argument();
    if (!value) {
      return false;
    }
    const bool twice = std::any_of(named.begin(), named.end(), [&made](const auto& n) { return n.name == made.name; });
    if (twice) {
      faults_.error("wrong-arguments", made.at, fmt::format("`{}=` stands here twice", made.name));
      return false;
    }
    made.value = std::move(*value);
    named.push_back(std::move(made));
  }
  return true;
}

std::optional<TemplateExpression> TagParser::argument() {
  if (is(TagTokenKind::open)) {
    return nested_call();
  }
  if (is_constant(token())) {
    return literal();
  }
  auto made = path();
  return made ? std::optional<TemplateExpression>(std::move(*made)) : std::nullopt;
}

std::optional<TemplateExpression> TagParser::nested_call() {
  if (++depth_ > most_nested_calls) {
    faults_.error("too-deep", token().at, fmt::format("more than {} calls, one in the other", most_nested_calls));
    return std::nullopt;
  }
  take();
  auto read = head();
  if (!read) {
    return std::nullopt;
  }
  if (!is(TagTokenKind::close)) {
    return unexpected("`)`");
  }
  take();
  --depth_;
  const Helper* helper = helper_named_by(read->path);
  if (helper == nullptr) {
    unknown_helper(*read);
    return std::nullopt;
  }
  auto made = call(std::move(*read), *helper);
  if (!made || !check_call(*made, CallPlace::expression, faults_)) {
    return std::nullopt;
  }
  return std::make_unique<HelperCall>(std::move(*made));
}

std::optional<TemplateExpression> TagParser::literal() {
  const TagToken& constant = take();
  if (constant.kind == TagTokenKind::text) {
    return LiteralExpression{text_value(constant.text)};
  }
  if (constant.kind == TagTokenKind::number) {
    return LiteralExpression{number_value(constant.text)};
  }
  if (constant.text == "undefined") {
    return LiteralExpression{};
  }
  return LiteralExpression{constant.text == "null" ? Value() : boolean_value(constant.text == "true")};
}

std::optional<PathExpression> TagParser::path() {
  PathExpression made;
  made.at = token().at;
  made.context = is(TagTokenKind::at_sign);
  position_ += made.context ? 1 : 0;
  if (!is(TagTokenKind::name)) {
    return unexpected("a name");
  }
  if (!read_segments(made)) {
    return std::nullopt;
  }
  const TagToken& last = tokens_[position_ - 1];
  made.written = text_.substr(made.at, last.after - made.at);
  return made;
}

bool TagParser::read_segments(PathExpression& path) {
  bool good = add_segment(path, take());
  while (good && is(TagTokenKind::separator)) {
    take();
    if (!is(TagTokenKind::name) && !is(TagTokenKind::number) && !is(TagTokenKind::word)) {
      unexpected("a name");
      return false;
    }
    good = add_segment(path, take());
  }
  return good;
}

// In a path, 1.5 is two names.
bool TagParser::add_segment(PathExpression& path, const TagToken& token) {
  const bool up = is_word(token, "..");
  if (up || is_word(token, ".") || is_word(token, "this")) {
    if (!path.names.empty()) {
      faults_.error("template-syntax", token.at, fmt::format("`{}` can only begin a path", token.text));
      return false;
    }
    path.up += up ? 1 : 0;
    path.explicit_scope = true;
    return true;
  }
  if (token.kind == TagTokenKind::number) {
    const auto names = split(token.text, '.');
    path.names.insert(path.names.end(), names.begin(), names.end());
  } else {
    path.names.push_back(token.text);
  }
  return true;
}

std::optional<std::string> TagParser::partial_name() {
  if (is(TagTokenKind::open) || is(TagTokenKind::at_sign)) {
    faults_.error("template-syntax", token().at, "a partial's name must be written out",
                  "a version holds all partials of its prompt, so they must be known before it runs");
    return std::nullopt;
  }
  auto name = head_path();
  if (!name) {
    return std::nullopt;
  }
  return name->names.size() == 1 && !name->explicit_scope ? name->names.front() : name->written;
}

}  // namespace promptctl
