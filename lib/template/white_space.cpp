#include "template/white_space.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace promptctl {
namespace {

constexpr std::string_view white_space = " \t\r\n\f\v";
constexpr std::string_view blanks = " \t";

// What a statement asks of the text around it.
struct StripRequest {
  StripFlags strip;
  bool open_standalone = false;
  bool close_standalone = false;
  bool inline_standalone = false;
};

const TextStatement* text_at(const TemplateBody& body, std::size_t index) {
  return index < body.size() ? std::get_if<TextStatement>(&body[index]) : nullptr;
}

TextStatement* text_at(TemplateBody& body, std::size_t index) {
  return index < body.size() ? std::get_if<TextStatement>(&body[index]) : nullptr;
}

// Whether the line is empty before body[index]. `root` is the template's own body, whose start begins a line.
bool blank_before(const TemplateBody& body, std::size_t index, bool root) {
  if (index == 0) {
    return root;
  }
  const TextStatement* before = text_at(body, index - 1);
  if (before == nullptr) {
    return false;
  }
  const std::string_view text = before->original;
  const std::size_t last = text.find_last_not_of(white_space);
  const bool all_blank = last == std::string_view::npos;
  return (all_blank && index == 1 && root) || text.find('\n', all_blank ? 0 : last + 1) != std::string_view::npos;
}

// Whether the line is empty behind body[index - 1].
bool blank_behind(const TemplateBody& body, std::size_t index, bool root) {
  if (index >= body.size()) {
    return root;
  }
  const TextStatement* behind = text_at(body, index);
  if (behind == nullptr) {
    return false;
  }
  const std::string_view text = behind->original;
  const std::size_t first = text.find_first_not_of(white_space);
  const bool all_blank = first == std::string_view::npos;
  return (all_blank && index + 1 == body.size() && root) ||
         text.substr(0, all_blank ? text.size() : first).find('\n') != std::string_view::npos;
}

// Off the start of body[index]: all white space, or the rest of a blank line.
void strip_start(TemplateBody& body, std::size_t index, bool all) {
  TextStatement* text = text_at(body, index);
  if (text == nullptr || (!all && text->right_stripped)) {
    return;
  }
  std::string_view rest = text->text;
  rest.remove_prefix(std::min(rest.find_first_not_of(all ? white_space : blanks), rest.size()));
  if (!all) {
    rest.remove_prefix(rest.starts_with("\r\n") ? 2 : rest.starts_with('\n') || rest.starts_with('\r') ? 1 : 0);
  }
  text->right_stripped = rest.size() != text->text.size();
  text->text = std::string(rest);
}

// Off the end of body[index - 1]: all white space, or blanks. Whether there were any.
bool strip_end(TemplateBody& body, std::size_t index, bool all) {
  TextStatement* text = index == 0 ? nullptr : text_at(body, index - 1);
  if (text == nullptr || (!all && text->left_stripped)) {
    return false;
  }
  const std::size_t size = text->text.size();
  text->text.resize(text->text.find_last_not_of(all ? white_space : blanks) + 1);
  text->left_stripped = text->text.size() != size;
  return text->left_stripped;
}

void control_body(TemplateBody& body, bool root);

// The body behind the block's first `else`; of `{{else if …}}`, that of the `if`.
TemplateBody* body_behind_else(BlockStatement& block) {
  if (!block.has_main || !block.has_inverse) {
    return nullptr;
  }
  return block.chained ? &std::get<std::unique_ptr<BlockStatement>>(block.inverse.front())->main : &block.inverse;
}

void strip_inside(const BlockStatement& block, TemplateBody& first, TemplateBody* behind_else) {
  if (block.open_strip.right) {
    strip_start(first, 0, true);
  }
  TemplateBody& last = behind_else == nullptr ? first : *behind_else;
  if (behind_else != nullptr && block.inverse_strip.left) {
    strip_end(first, first.size(), true);
  }
  if (behind_else != nullptr && block.inverse_strip.right) {
    strip_start(last, 0, true);
  }
  if (block.close_strip.left) {
    strip_end(last, last.size(), true);
  }
  if (behind_else != nullptr && blank_before(first, first.size(), false) && blank_behind(last, 0, false)) {
    strip_end(first, first.size(), false);
    strip_start(last, 0, false);
  }
}

StripRequest request_of(BlockStatement& block) {
  control_body(block.main, false);
  control_body(block.inverse, false);
  TemplateBody& first = block.has_main ? block.main : block.inverse;
  TemplateBody* behind_else = body_behind_else(block);
  const TemplateBody& last = behind_else == nullptr ? first : *behind_else;
  const StripRequest request{{block.open_strip.left, block.close_strip.right},
                             blank_behind(first, 0, false),
                             blank_before(last, last.size(), false),
                             false};
  strip_inside(block, first, behind_else);
  return request;
}

std::optional<StripRequest> request_of(TemplateStatement& statement) {
  if (auto* block = std::get_if<std::unique_ptr<BlockStatement>>(&statement)) {
    return request_of(**block);
  }
  if (const auto* print = std::get_if<PrintStatement>(&statement)) {
    return StripRequest{print->strip, false, false, false};
  }
  if (const auto* partial = std::get_if<PartialStatement>(&statement)) {
    return StripRequest{partial->strip, false, false, true};
  }
  if (const auto* comment = std::get_if<CommentStatement>(&statement)) {
    return StripRequest{comment->strip, false, false, true};
  }
  return std::nullopt;
}

void strip_line_of(TemplateBody& body, std::size_t index) {
  strip_start(body, index + 1, false);
  auto* partial = std::get_if<PartialStatement>(&body[index]);
  if (strip_end(body, index, false) && partial != nullptr) {
    const std::string& line = text_at(body, index - 1)->original;
    partial->indent = line.substr(line.find_last_not_of(blanks) + 1);
  }
}

void strip_around(TemplateBody& body, std::size_t index, const StripRequest& request, bool root) {
  const bool before = blank_before(body, index, root);
  const bool behind = blank_behind(body, index + 1, root);
  if (request.strip.right) {
    strip_start(body, index + 1, true);
  }
  if (request.strip.left) {
    strip_end(body, index, true);
  }
  if (request.inline_standalone && before && behind) {
    strip_line_of(body, index);
  }
  auto* block = std::get_if<std::unique_ptr<BlockStatement>>(&body[index]);
  if (request.open_standalone && before) {
    strip_start((*block)->has_main ? (*block)->main : (*block)->inverse, 0, false);
    strip_end(body, index, false);
  }
  if (request.close_standalone && behind) {
    strip_start(body, index + 1, false);
    TemplateBody& last = (*block)->has_inverse ? (*block)->inverse : (*block)->main;
    strip_end(last, last.size(), false);
  }
}

void control_body(TemplateBody& body, bool root) {
  for (std::size_t index = 0; index < body.size(); ++index) {
    if (const auto request = request_of(body[index])) {
      strip_around(body, index, *request, root);
    }
  }
}

// What expansion has no use for.
void tidy(TemplateBody& body) {
  std::erase_if(body, [](const TemplateStatement& statement) {
    const auto* text = std::get_if<TextStatement>(&statement);
    return std::holds_alternative<CommentStatement>(statement) || (text != nullptr && text->text.empty());
  });
  for (TemplateStatement& statement : body) {
    if (auto* text = std::get_if<TextStatement>(&statement)) {
      text->original = std::string();
    } else if (auto* block = std::get_if<std::unique_ptr<BlockStatement>>(&statement)) {
      tidy((*block)->main);
      tidy((*block)->inverse);
    }
  }
}

}  // namespace

void control_white_space(TemplateBody& body) {
  control_body(body, true);
  tidy(body);
}

}  // namespace promptctl
