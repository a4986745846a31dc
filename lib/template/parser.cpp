#include "template/parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "template/tag_parser.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_open_blocks = 100;

// The first word: `if` of `if x`, `"a b"` of `"a b" c`.
std::string_view block_name(std::string_view inside) {
  inside = trim(inside);
  char quote = ' ';
  for (std::size_t at = 0; at < inside.size(); ++at) {
    const char c = inside[at];
    if (quote != ' ') {
      quote = c == quote ? ' ' : quote;
    } else if (trim(inside.substr(at, 1)).empty()) {
      return inside.substr(0, at);
    } else if (c == '"' || c == '\'' || c == '[') {
      quote = c == '[' ? ']' : c;
    }
  }
  return inside;
}

}  // namespace

TemplateParser::TemplateParser(std::string_view text, std::size_t begin, TemplateFaults& faults)
    : text_(text), faults_(faults), scanner_(text, begin, faults) {}

TemplateBody TemplateParser::parse() {
  while (auto piece = scanner_.next()) {
    if (auto* text = std::get_if<std::string>(&*piece)) {
      add(TextStatement{*text, *text});
    } else {
      add_tag(std::get<TemplateTag>(*piece));
    }
  }
  for (const OpenBlock& block : open_) {
    if (!block.chained) {
      report_unclosed(block);
    }
  }
  return std::move(root_);
}

void TemplateParser::add(TemplateStatement statement) {
  TemplateBody& body = open_.empty() ? root_ : open_.back().has_else ? open_.back().second : open_.back().first;
  body.push_back(std::move(statement));
}

void TemplateParser::add_tag(const TemplateTag& tag) {
  switch (tag.kind) {
    case TagKind::print:
      return print(tag);
    case TagKind::block:
    case TagKind::inverse_block:
    case TagKind::refused_block:
      return open(tag);
    case TagKind::inverse:
      return else_only(tag);
    case TagKind::else_block:
      return else_block(tag);
    case TagKind::close:
      return close(tag);
    case TagKind::partial:
      return partial(tag);
    case TagKind::comment:
      return add(CommentStatement{tag.strip});
    case TagKind::refused:
      return;
  }
}

void TemplateParser::print(const TemplateTag& tag) {
  if (auto statement = TagParser(text_, tag, block_names_, faults_).print()) {
    statement->strip = tag.strip;
    statement->raw = tag.raw;
    add(std::move(*statement));
  }
}

void TemplateParser::partial(const TemplateTag& tag) {
  if (auto statement = TagParser(text_, tag, block_names_, faults_).partial()) {
    statement->strip = tag.strip;
    add(std::move(*statement));
  }
}

void TemplateParser::open(const TemplateTag& tag) {
  if (open_.size() >= most_open_blocks) {
    faults_.error("too-deep", tag.at, fmt::format("more than {} blocks, one in the other", most_open_blocks));
    faults_.give_up();
    return;
  }
  OpenBlock opened;
  opened.name = block_name(inside(tag));
  opened.at = tag.at;
  opened.inverted = tag.kind == TagKind::inverse_block;
  opened.chained = tag.kind == TagKind::else_block;
  opened.outer_names = block_names_.size();
  const bool readable = tag.kind != TagKind::refused_block;
  auto read = readable ? TagParser(text_, tag, block_names_, faults_).block() : std::nullopt;
  opened.block = read ? std::make_unique<BlockStatement>(std::move(*read)) : std::make_unique<BlockStatement>();
  opened.block->open_strip = tag.strip;
  block_names_.insert(block_names_.end(), opened.block->parameters.begin(), opened.block->parameters.end());
  open_.push_back(std::move(opened));
}

void TemplateParser::else_only(const TemplateTag& tag) {
  begin_else(tag);
}

void TemplateParser::else_block(const TemplateTag& tag) {
  if (!begin_else(tag)) {
    return;
  }
  if (open_.back().inverted) {
    faults_.error("template-syntax", tag.at, "the `else` of a `{{^` block takes no condition");
    return;
  }
  open_.back().block->chained = true;
  open(tag);
}

bool TemplateParser::begin_else(const TemplateTag& tag) {
  if (open_.empty()) {
    faults_.error("template-syntax", tag.at, "this `else` belongs to no block");
    return false;
  }
  OpenBlock& block = open_.back();
  if (block.has_else) {
    faults_.error("template-syntax", tag.at, fmt::format("`{{{{#{}}}}}` has an `else` already", block.name));
    return false;
  }
  block.has_else = true;
  block.block->inverse_strip = tag.strip;
  block_names_.resize(block.outer_names);
  return true;
}

void TemplateParser::close(const TemplateTag& tag) {
  const std::string_view name = block_name(inside(tag));
  const auto closes = [name](const OpenBlock& block) { return !block.chained && block.name == name; };
  const auto found = std::find_if(open_.rbegin(), open_.rend(), closes);
  if (found == open_.rend()) {
    const auto nearest = std::find_if(open_.rbegin(), open_.rend(), [](const OpenBlock& b) { return !b.chained; });
    faults_.error("template-syntax", tag.at, fmt::format("`{{{{/{}}}}}` closes nothing", name),
                  nearest == open_.rend() ? "" : fmt::format("the block that is open here is `{}`", nearest->name));
    return;
  }
  const auto kept = static_cast<std::size_t>(open_.rend() - found);
  for (std::size_t above = open_.size(); above > kept; --above) {
    if (!open_[above - 1].chained) {
      report_unclosed(open_[above - 1]);
      open_.resize(above);
      close_top({});
    }
  }
  close_top(tag.strip);
}

// With the `{{else if …}}` blocks that hang on it. The strips of those are what Handlebars makes them.
void TemplateParser::close_top(StripFlags strip) {
  std::size_t base = open_.size() - 1;
  while (open_[base].chained) {
    --base;
  }
  while (open_.size() > base) {
    BlockStatement& block = *open_.back().block;
    block.close_strip = open_.size() <= base + 2 ? strip : block.open_strip;
    finish_top();
  }
}

void TemplateParser::finish_top() {
  OpenBlock done = std::move(open_.back());
  open_.pop_back();
  block_names_.resize(done.outer_names);
  BlockStatement& block = *done.block;
  block.has_main = !done.inverted || done.has_else;
  block.has_inverse = done.inverted || done.has_else;
  if (done.inverted) {
    std::swap(done.first, done.second);
  }
  block.main = std::move(done.first);
  block.inverse = std::move(done.second);
  add(std::move(done.block));
}

void TemplateParser::report_unclosed(const OpenBlock& block) {
  faults_.error("template-syntax", block.at,
                fmt::format("`{{{{{}{}}}}}` is never closed", block.inverted ? '^' : '#', block.name),
                fmt::format("close it with {{{{/{}}}}}", block.name));
}

std::string_view TemplateParser::inside(const TemplateTag& tag) const {
  return text_.substr(tag.begin, tag.end - tag.begin);
}

}  // namespace promptctl
