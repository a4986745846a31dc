#include "provider/chat_content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "base/text.hpp"
#include "base/utf16.hpp"
#include "base/utf8.hpp"
#include "provider/stream_asides.hpp"

namespace promptctl {
namespace {

bool is_of_type(const Value& part, std::span<const std::string_view> types) {
  const Value* type = part.find("type");
  return type != nullptr && type->is_text() && std::any_of(types.begin(), types.end(), [type](std::string_view one) {
           return type->text.find(one) != std::string::npos;
         });
}

// Some servers send a model's thoughts among the parts of its answer.
bool is_thought(const Value& part) {
  constexpr std::array<std::string_view, 2> types{"think", "reason"};
  return is_of_type(part, types);
}

// All that a part has under the usual names of a text, as deep as it stands.
void add_texts(const Value& part, std::string& text) {
  for (const std::string_view name : {"text", "thinking", "reasoning", "summary"}) {
    const Value* field = part.find(name);
    text += field != nullptr && field->is_text() ? field->text : std::string();
    for (const Value& item : field == nullptr ? std::vector<Value>() : field->items) {
      add_texts(item, text);
    }
  }
}

bool may_lack_text(const Value& part) {
  constexpr std::array<std::string_view, 12> types{"refusal", "image",    "audio",     "video",    "file",   "document",
                                                   "tool",    "function", "reference", "citation", "search", "source"};
  return is_of_type(part, types);
}

void add_part(const Value& part, std::string& text, AnswerDraft& draft) {
  constexpr std::array<std::string_view, 8> beside{"type",      "index",  "id",   "annotations",
                                                   "citations", "status", "role", "logprobs"};
  constexpr std::size_t longest_excerpt = 100;
  const Value* piece = part.is_text() ? &part : part.find("text");
  if (is_thought(part)) {
    return;
  }
  if (piece != nullptr && piece->is_text() && !piece->text.empty()) {
    text += piece->text;
  } else if (!says_nothing(part) && !may_lack_text(part) && !(part.is_map() && says_only(part, beside))) {
    draft.fail(fmt::format("a part of the answer holds no text that can be read: {}",
                           shorten(joined_surrogates(compact_json(part)), longest_excerpt)));
  }
}

}  // namespace

std::string content_text(const Value& message, std::string_view field, AnswerDraft& draft) {
  const Value* content = message.find(field);
  std::string text;
  if (content == nullptr || content->is_null()) {
    return text;
  }
  if (content->is_map()) {
    add_part(*content, text, draft);
  } else if (!content->is_text() && !content->is_list()) {
    draft.fail(fmt::format("the content of the answer is {}, neither text nor parts", kind_name(content->kind)));
  }
  for (const Value& part : content->items) {
    add_part(part, text, draft);
  }
  return content->is_text() ? content->text : text;
}

std::string thoughts_of(const Value& message) {
  std::string thoughts;
  for (const std::string_view name : {"reasoning_content", "reasoning"}) {
    const Value* field = message.find(name);
    if (thoughts.empty() && field != nullptr && field->is_text()) {
      thoughts = field->text;
    }
  }
  const Value* content = message.find("content");
  for (const Value& part : content == nullptr ? std::vector<Value>() : content->items) {
    if (is_thought(part)) {
      add_texts(part, thoughts);
    }
  }
  return thoughts;
}

std::string refusal_of_parts(const Value& message) {
  std::string text;
  const Value* content = message.find("content");
  if (content == nullptr) {
    return text;
  }
  for (const Value& part : content->items) {
    const Value* piece = part.find("refusal");
    text += piece != nullptr && piece->is_text() ? piece->text : std::string();
  }
  return text;
}

}  // namespace promptctl
