// Ollama's chat.

#include <utility>

#include "base/text.hpp"
#include "document/json.hpp"
#include "mock/answers.hpp"
#include "mock/mock_pieces.hpp"

namespace promptctl {
namespace {

Value message(const MockAsked& asked, std::string_view text, std::string_view thoughts = {}) {
  Value said = map_value();
  said.set("role", text_value("assistant")).set("content", text_value(text));
  if (!thoughts.empty()) {
    said.set("thinking", text_value(thoughts));
  }
  return map_value()
      .set("model", text_value(asked.model))
      .set("created_at", text_value("2026-01-01T00:00:00Z"))
      .set("message", std::move(said));
}

Value ended(Value message, const MockSaid& said) {
  return message.set("done", boolean_value(true))
      .set("done_reason", text_value(said.finish_reason))
      .set("prompt_eval_count", integer_value(said.usage.input.value_or(0)))
      .set("eval_count", integer_value(said.usage.output.value_or(0)));
}

bool serves(std::string_view path) {
  return path.ends_with("/api/chat") || path.ends_with("/api/embed");
}

std::optional<MockAsked> read_embeddings(const Value& body) {
  const Value* model = body.find("model");
  const Value* dimensions = body.find("dimensions");
  MockAsked asked;
  asked.model = model == nullptr ? std::string() : model->text;
  asked.dimensions = dimensions == nullptr ? std::nullopt : parse_integer(dimensions->text);
  return add_texts(asked, body.find("input")) ? std::optional(asked) : std::nullopt;
}

MockAnswer embedded(const MockAsked& asked) {
  Value list = list_value({});
  for (const std::string& text : asked.texts) {
    list.items.push_back(numbers_value(mock_vector(text, asked.dimensions)));
  }
  Value body = map_value().set("model", text_value(asked.model)).set("embeddings", std::move(list));
  return whole_answer(body.set("prompt_eval_count", integer_value(about_tokens(asked.text))));
}

std::optional<MockAsked> read(std::string_view path, const Value& body) {
  if (path.ends_with("/embed")) {
    return read_embeddings(body);
  }
  const Value* messages = body.find("messages");
  const Value* model = body.find("model");
  if (messages == nullptr || !messages->is_list() || model == nullptr) {
    return std::nullopt;
  }
  MockAsked asked;
  asked.model = model->text;
  for (const Value& one : messages->items) {
    add_asked(asked, text_of_content(one.find("content")));
  }
  const Value* stream = body.find("stream");
  asked.stream = stream == nullptr || stream->is_true();
  return asked;
}

MockAnswer answer(const MockAsked& asked, const MockSaid& said) {
  if (!asked.texts.empty()) {
    return embedded(asked);
  }
  if (!asked.stream) {
    return whole_answer(ended(message(asked, said.text, said.thoughts), said));
  }
  std::vector<std::string> lines;
  if (!said.thoughts.empty()) {
    lines.push_back(compact_json(message(asked, "", said.thoughts).set("done", boolean_value(false))) + "\n");
  }
  for (const std::string_view word : pieces_of_text(said.text)) {
    lines.push_back(compact_json(message(asked, word).set("done", boolean_value(false))) + "\n");
  }
  lines.push_back(compact_json(ended(message(asked, ""), said)) + "\n");
  return stream_answer(std::move(lines), "application/x-ndjson");
}

}  // namespace

const MockApi ollama_mock{"ollama", serves, read, answer};

}  // namespace promptctl
