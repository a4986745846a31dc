// OpenAI's chat completions (platform.openai.com/docs/api-reference/chat), which most other servers speak as well.

#include <algorithm>

#include "model/finish_reason.hpp"
#include "wire/chat_request.hpp"
#include "wire/error_body.hpp"
#include "wire/providers.hpp"

namespace promptctl {
namespace {

HttpRequest make_request(const Request& request, const ProviderSettings& settings) {
  HttpRequest http;
  http.url = settings.base_url;
  http.path = "/chat/completions";
  http.headers = {{"Content-Type", "application/json"}};
  if (!settings.api_key.empty()) {
    http.headers.emplace_back("Authorization", "Bearer " + settings.api_key);
  }
  http.headers.insert(http.headers.end(), settings.headers.begin(), settings.headers.end());
  http.body = compact_json(chat_request_body(request, settings));
  return http;
}

ProviderError wrong_content(const Value& content) {
  ProviderError error;
  error.kind = ProviderError::Kind::bad_response;
  error.message = "the content of the answer is " + std::string(kind_name(content.kind)) + ", neither text nor parts";
  return error;
}

// Some servers send a model's thoughts among the parts of its answer.
bool is_thought(const Value& part) {
  const Value* type = part.find("type");
  return type != nullptr && (type->text.find("think") != std::string::npos || type->text.find("reason") == 0);
}

// The text of all parts that have one.
std::string text_of_parts(const Value& content) {
  std::string text;
  for (const Value& part : content.items) {
    const Value* piece = part.is_text() ? &part : part.find("text");
    text += piece != nullptr && piece->is_text() && !is_thought(part) ? piece->text : std::string();
  }
  return text;
}

// What the parts of a refusal say, which some servers send in place of the field.
std::string refusal_of_parts(const Value& map) {
  std::string text;
  const Value* content = map.find("content");
  if (content == nullptr) {
    return text;
  }
  for (const Value& part : content->items) {
    const Value* piece = part.find("refusal");
    text += piece != nullptr && piece->is_text() ? piece->text : std::string();
  }
  return text;
}

std::string text_at(const Value& map, std::string_view name, AnswerDraft& draft) {
  const Value* content = map.find(name);
  if (content == nullptr || content->is_null()) {
    return {};
  }
  if (content->is_map()) {
    return text_of_parts(list_value({*content}));
  }
  if (!content->is_text() && !content->is_list()) {
    draft.fail(wrong_content(*content));
  }
  return content->is_text() ? content->text : text_of_parts(*content);
}

void read_finish_reason(const Value& choice, AnswerDraft& draft) {
  const Value* reason = choice.find("finish_reason");
  if (reason != nullptr && !reason->is_null()) {
    draft.end_with(reason->is_text() ? reason->text : compact_json(*reason));
  }
  if (const Value* native = choice.find("native_finish_reason"); native != nullptr && native->text == "error") {
    draft.end_with(native->text);  // OpenRouter's, beside a word of its own
  }
}

std::string_view text_field(const Value& map, std::string_view name) {
  const Value* field = map.find(name);
  return field != nullptr && field->is_text() ? std::string_view(field->text) : std::string_view();
}

void read_choice(const Value& message, const Value& choice, AnswerDraft& draft) {
  if (const Value* delta = choice.find("delta"); delta != nullptr && delta->is_map()) {
    draft.has_come();
    draft.add({.id = text_field(message, "id"),
               .has_role = !text_field(*delta, "role").empty(),
               .text = text_at(*delta, "content", draft),
               .refusal = text_at(*delta, "refusal", draft) + refusal_of_parts(*delta),
               .finish_reason = text_field(choice, "finish_reason")});
  }
  if (const Value* whole = choice.find("message"); whole != nullptr && whole->is_map()) {
    draft.has_come();
    draft.set_text(text_at(*whole, "content", draft));
    draft.set_refusal(text_at(*whole, "refusal", draft) + refusal_of_parts(*whole));
  }
  read_finish_reason(choice, draft);
}

void read_errors(const Value& choice, AnswerDraft& draft) {
  for (const Value* map : {&choice, choice.find("delta"), choice.find("message")}) {
    if (map != nullptr && says_error(map->find("error"))) {
      draft.fail(error_in_answer(*map));
    }
  }
}

// One answer is asked for: whatever has another number is none.
bool is_first(const Value& choice) {
  const Value* index = choice.find("index");
  return index == nullptr || index->is_null() || index->text == "0";
}

bool read(const Value& message, AnswerDraft& draft) {
  const Value* choices = message.find("choices");
  draft.set_model(text_field(message, "model"));
  if (choices == nullptr || !choices->is_list()) {
    return false;
  }
  for (const Value& choice : choices->items) {
    read_errors(choice, draft);
  }
  const auto first = std::find_if(choices->items.begin(), choices->items.end(), is_first);
  if (first != choices->items.end()) {
    read_choice(message, *first, draft);
  }
  return true;
}

}  // namespace

const ProviderType openai_provider{"openai",       "OpenAI's chat completions, and every server that speaks them",
                                   finish_reasons, "[DONE]",
                                   make_request,   read};

}  // namespace promptctl
