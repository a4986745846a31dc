// OpenAI's responses.

#include <utility>

#include "mock/answers.hpp"
#include "mock/mock_pieces.hpp"

namespace promptctl {
namespace {

Value usage_value(const Usage& usage) {
  const long long input = usage.input.value_or(0);
  const long long output = usage.output.value_or(0);
  Value value = map_value();
  value.set("input_tokens", integer_value(input))
      .set("input_tokens_details", map_value().set("cached_tokens", integer_value(usage.cached.value_or(0))))
      .set("output_tokens", integer_value(output))
      .set("output_tokens_details", map_value().set("reasoning_tokens", integer_value(usage.reasoning.value_or(0))))
      .set("total_tokens", integer_value(input + output));
  return value;
}

Value text_part(std::string_view text) {
  return map_value()
      .set("type", text_value("output_text"))
      .set("text", text_value(text))
      .set("annotations", list_value({}));
}

Value item(std::string_view status, Value content) {
  return map_value()
      .set("id", text_value("msg_mock"))
      .set("type", text_value("message"))
      .set("status", text_value(status))
      .set("role", text_value("assistant"))
      .set("content", std::move(content));
}

Value response(const MockAsked& asked, std::string_view status, Value output) {
  return map_value()
      .set("id", text_value("resp_mock"))
      .set("object", text_value("response"))
      .set("created_at", integer_value(0))
      .set("status", text_value(status))
      .set("error", Value())
      .set("incomplete_details", Value())
      .set("model", text_value(asked.model))
      .set("output", std::move(output));
}

// What is no completed answer is incomplete for a reason.
Value ended(const MockAsked& asked, const MockSaid& said) {
  const bool is_complete = said.finish_reason == "completed";
  Value output = list_value({});
  if (!said.thoughts.empty()) {
    Value summary = map_value().set("type", text_value("summary_text")).set("text", text_value(said.thoughts));
    Value reasoning = map_value().set("id", text_value("rs_mock")).set("type", text_value("reasoning"));
    output.items.push_back(reasoning.set("summary", list_value({std::move(summary)})));
  }
  output.items.push_back(item("completed", list_value({text_part(said.text)})));
  Value whole = response(asked, is_complete ? "completed" : "incomplete", std::move(output));
  for (Field& field : whole.fields) {
    if (field.name == "incomplete_details" && !is_complete) {
      field.value = map_value().set("reason", text_value(said.finish_reason));
    }
  }
  return whole.set("usage", usage_value(said.usage));
}

class Events {
 public:
  std::string next(std::string_view type, const Value& rest) {
    Value data = map_value();
    data.set("type", text_value(type)).set("sequence_number", integer_value(number_++));
    for (const Field& field : rest.fields) {
      data.set(field.name, field.value);
    }
    return mock_event(data, type);
  }

  std::string of_text(std::string_view type, std::string_view name, Value value) {
    return next(type, map_value()
                          .set("item_id", text_value("msg_mock"))
                          .set("output_index", integer_value(0))
                          .set("content_index", integer_value(0))
                          .set(std::string(name), std::move(value)));
  }

  std::string of_item(std::string_view type, Value value) {
    return next(type, map_value().set("output_index", integer_value(0)).set("item", std::move(value)));
  }

 private:
  long long number_ = 0;
};

MockAnswer streamed(const MockAsked& asked, const MockSaid& said) {
  Events events;
  std::string before =
      events.next("response.created", map_value().set("response", response(asked, "in_progress", list_value({}))));
  before += events.of_item("response.output_item.added", item("in_progress", list_value({})));
  before += events.of_text("response.content_part.added", "part", text_part(""));
  std::vector<std::string> pieces;
  for (const std::string_view word : pieces_of_text(said.text)) {
    pieces.push_back(std::exchange(before, {}) +
                     events.of_text("response.output_text.delta", "delta", text_value(word)));
  }
  std::string end = before + events.of_text("response.output_text.done", "text", text_value(said.text));
  end += events.of_text("response.content_part.done", "part", text_part(said.text));
  end += events.of_item("response.output_item.done", item("completed", list_value({text_part(said.text)})));
  const std::string_view last = said.finish_reason == "completed" ? "response.completed" : "response.incomplete";
  pieces.push_back(end + events.next(last, map_value().set("response", ended(asked, said))));
  return stream_answer(std::move(pieces));
}

bool serves(std::string_view path) {
  return path.ends_with("/responses");
}

std::optional<MockAsked> read(std::string_view /*path*/, const Value& body) {
  const Value* input = body.find("input");
  const Value* model = body.find("model");
  if (input == nullptr || model == nullptr) {
    return std::nullopt;
  }
  MockAsked asked;
  asked.model = model->text;
  if (const Value* instructions = body.find("instructions")) {
    add_asked(asked, instructions->text);
  }
  if (input->is_text()) {
    add_asked(asked, input->text);
  }
  for (const Value& one : input->items) {
    add_asked(asked, text_of_content(one.find("content")));
  }
  const Value* stream = body.find("stream");
  asked.stream = stream != nullptr && stream->is_true();
  return asked;
}

MockAnswer answer(const MockAsked& asked, const MockSaid& said) {
  return asked.stream ? streamed(asked, said) : whole_answer(ended(asked, said));
}

}  // namespace

const MockApi openai_responses_mock{"openai-responses", serves, read, answer};

}  // namespace promptctl
