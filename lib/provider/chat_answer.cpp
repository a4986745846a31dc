#include "provider/chat_answer.hpp"

#include <algorithm>
#include <array>

#include "document/json.hpp"
#include "provider/chat_content.hpp"
#include "provider/embedding.hpp"
#include "provider/error_body.hpp"
#include "provider/stream_asides.hpp"
#include "provider/text_field.hpp"

namespace promptctl {
namespace {

void read_finish_reason(const Value& choice, AnswerDraft& draft) {
  const Value* reason = choice.find("finish_reason");
  if (reason != nullptr && !reason->is_null()) {
    draft.end_with(reason->is_text() ? reason->text : compact_json(*reason));
  }
  if (const Value* native = choice.find("native_finish_reason"); native != nullptr && native->text == "error") {
    draft.end_with(native->text);  // OpenRouter's, beside a word of its own
  }
}

// Whether a message is none, or a map that does not have its text where none belongs.
bool is_readable(const Value* message) {
  if (message == nullptr || says_nothing(*message)) {
    return true;
  }
  const Value* content = message->find("content");
  const Value* text = message->find("text");
  const bool has_content = content != nullptr && !says_nothing(*content);
  return message->is_map() && (has_content || text == nullptr || says_nothing(*text));
}

// A choice without a message: Azure's filters report so, and some servers the end.
bool is_report(const Value& choice) {
  constexpr std::array<std::string_view, 14> names{"index",
                                                   "finish_reason",
                                                   "native_finish_reason",
                                                   "stop_reason",
                                                   "matched_stop",
                                                   "logprobs",
                                                   "usage",
                                                   "seed",
                                                   "token_ids",
                                                   "prompt_token_ids",
                                                   "hidden_states",
                                                   "content_filter_results",
                                                   "content_filter_result",
                                                   "content_filter_offsets"};
  return says_only(choice, names);
}

// False when it holds what can't be read.
bool read_choice(const Value& message, const Value& choice, AnswerDraft& draft) {
  const Value* delta = choice.find("delta");
  const Value* whole = choice.find("message");
  const bool has_delta = delta != nullptr && delta->is_map();
  const bool has_whole = whole != nullptr && whole->is_map();
  if (!is_readable(delta) || !is_readable(whole)) {
    return false;
  }
  if (has_delta) {
    draft.add_thoughts(thoughts_of(*delta));
    draft.add({.id = text_field(message, "id"),
               .role = text_field(*delta, "role"),
               .text = content_text(*delta, "content", draft),
               .refusal = content_text(*delta, "refusal", draft) + refusal_of_parts(*delta),
               .finish_reason = text_field(choice, "finish_reason")});
  }
  if (has_whole && is_of_model(text_field(*whole, "role"))) {
    draft.has_come();
    draft.set_thoughts(thoughts_of(*whole));
    draft.set_text(content_text(*whole, "content", draft));
    draft.set_refusal(content_text(*whole, "refusal", draft) + refusal_of_parts(*whole));
  }
  read_finish_reason(choice, draft);
  return has_delta || has_whole || is_report(choice);
}

void read_errors(const Value& choice, AnswerDraft& draft) {
  for (const Value* map : {&choice, choice.find("delta"), choice.find("message")}) {
    if (map != nullptr && calls_itself_error(*map)) {
      draft.fail(error_in_answer(*map));
    }
  }
}

// One answer is asked for: whatever has another number is none.
bool is_first(const Value& choice) {
  const Value* index = choice.find("index");
  return index == nullptr || index->is_null() || index->text == "0";
}

// What servers send beside the pieces: counts, what a filter found, where an answer was searched for, and whatever else
// a gateway has to say that can be no part of the answer and no error.
bool is_aside(const Value& message) {
  constexpr std::array<std::string_view, 12> with_texts_of_others{
      "citations", "search_results", "sources", "related_questions",     "hook_results",       "base_resp",
      "metadata",  "moderation",     "nvext",   "prompt_filter_results", "prompt_annotations", "x_groq"};
  if (!message.is_map()) {
    return says_nothing(message);
  }
  return std::none_of(message.fields.begin(), message.fields.end(), [&with_texts_of_others](const Field& field) {
    const bool is_known =
        std::find(with_texts_of_others.begin(), with_texts_of_others.end(), field.name) != with_texts_of_others.end();
    return !is_known && may_say(field);
  });
}

}  // namespace

bool ChatAnswer::read(const Value& message, AnswerDraft& draft) {
  const Value* choices = message.find("choices");
  draft.set_model(text_field(message, "model"));
  draft.set_fingerprint(text_field(message, "system_fingerprint"));
  if (choices == nullptr || choices->is_null()) {
    return is_aside(message);
  }
  const auto is_map = [](const Value& choice) { return choice.is_map(); };
  if (!choices->is_list() || !std::all_of(choices->items.begin(), choices->items.end(), is_map)) {
    return false;
  }
  for (const Value& choice : choices->items) {
    read_errors(choice, draft);
  }
  const auto first = std::find_if(choices->items.begin(), choices->items.end(), is_first);
  return first == choices->items.end() || read_choice(message, *first, draft);
}

bool ChatProvider::takes(std::string_view parameter, std::string_view /*model*/) const {
  if (parameter == "output_schema") {
    return dialect_.response_format == ResponseFormat::json_schema;
  }
  return has_parameter(dialect_.parameters, parameter) ||
         (parameter == "json_output" && dialect_.response_format != ResponseFormat::none);
}

ChatProvider::Asked ChatProvider::asked(const Request& request) const {
  return request.task == Task::embedding ? Asked{"/embeddings", embedding_body(request)}
                                         : Asked{"/chat/completions", chat_request_body(request, dialect_)};
}

std::unique_ptr<AnswerReader> ChatProvider::reader(const Request& request) const {
  if (request.task == Task::embedding) {
    return std::make_unique<EmbeddingAnswer>(request, "stop");
  }
  return std::make_unique<ChatAnswer>();
}

}  // namespace promptctl
