// Ollama's chat.

#include <utility>

#include "document/json.hpp"
#include "mock/answers.hpp"
#include "mock/mock_pieces.hpp"

namespace promptctl {
namespace {

Value message(const MockAsked& asked, std::string_view text) {
  Value said = map_value();
  said.set("role", text_value("assistant")).set("content", text_value(text));
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
  return path.ends_with("/api/chat");
}

std::optional<MockAsked> read(std::string_view /*path*/, const Value& body) {
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
  if (!asked.stream) {
    return whole_answer(ended(message(asked, said.text), said));
  }
  std::vector<std::string> lines;
  for (const std::string_view word : pieces_of_text(said.text)) {
    lines.push_back(compact_json(message(asked, word).set("done", boolean_value(false))) + "\n");
  }
  lines.push_back(compact_json(ended(message(asked, ""), said)) + "\n");
  return stream_answer(std::move(lines), "application/x-ndjson");
}

}  // namespace

const MockApi ollama_mock{"ollama", serves, read, answer};

}  // namespace promptctl
